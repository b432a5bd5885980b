import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { ParallaxError } from './errors.js';

export interface Config {
  /** PostgreSQL to use; null for the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder of the embedded database. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Bearer key that every client must show; null when the service listens on loopback only. */
  readonly key: string | null;
  /** Origins, besides the service's own, from which web pages may call it. */
  readonly allowedOrigins: readonly string[];
  /** Largest document that is taken in, in bytes. */
  readonly maximumDocumentBytes: number;
  readonly isProduction: boolean;
}

const defaults = { host: '127.0.0.1', port: '4000', data: '.parallax', maximumDocumentBytes: String(20 * 1024 * 1024) };

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `${name} must be a whole number from ${least} to ${most}, not "${value}".`,
    );
  }
  return number;
}

/**
 * Reads the configuration. This is the only place that looks at the environment.
 * An empty variable counts as absent.
 * @throws ParallaxError CONFIGURATION_INVALID
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const value = (name: string) => environment[name]?.trim() || null;
  const host = value('HOST') ?? defaults.host;
  const key = value('PARALLAX_KEY');
  const databaseUrl = value('DATABASE_URL');
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ParallaxError('CONFIGURATION_INVALID', 'DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  if (!isLoopback(host) && key === null) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `HOST is ${host}, which other machines may reach: set PARALLAX_KEY to a bearer key, or listen on 127.0.0.1.`,
    );
  }
  if (key !== null && key.length < 16) {
    throw new ParallaxError('CONFIGURATION_INVALID', 'PARALLAX_KEY must have at least 16 characters.');
  }
  return Object.freeze({
    databaseUrl,
    dataFolder: resolve(value('PARALLAX_DATA') ?? defaults.data),
    host,
    port: wholeNumber('PORT', value('PORT') ?? defaults.port, 0, 65_535),
    key,
    allowedOrigins: Object.freeze(
      (value('PARALLAX_ALLOWED_ORIGINS') ?? '')
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
    maximumDocumentBytes: wholeNumber(
      'PARALLAX_MAXIMUM_DOCUMENT_BYTES',
      value('PARALLAX_MAXIMUM_DOCUMENT_BYTES') ?? defaults.maximumDocumentBytes,
      1024,
      1024 ** 3,
    ),
    isProduction: value('NODE_ENV') === 'production',
  });
}
