import { isIP } from 'node:net';
import { resolve } from 'node:path';
import packageFile from '../package.json';
import { networks, origins, privateHosts } from './address-lists.js';
import { addressOfDatabase } from './database-address.js';
import { readVariable } from './environment.js';
import { ParallaxError } from './errors.js';
import { misspeltVariables } from './misspelt.js';

/** What may be open to everybody: all scopes but ADMIN. */
export type AnonymousScope = 'READ' | 'INGEST' | 'CURATE';

/** Who signs tokens, and for whom. */
export interface IdentityProvider {
  /** Where its public keys are (JSON Web Key Set). */
  readonly jwksUrl: string;
  /** What the claim `iss` must be. */
  readonly issuer: string;
  /** What the claim `aud` must be or hold. */
  readonly audience: string;
}

export interface Config {
  /** PostgreSQL to use; null for the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder of the embedded database. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The operator's bearer key, which allows everything; null when there is none. */
  readonly key: string | null;
  /** What callers without a key may do; null for what is usual where the service listens. */
  readonly anonymousScopes: readonly AnonymousScope[] | null;
  /** Whose tokens (JWT) are accepted; null for nobody's. */
  readonly identityProvider: IdentityProvider | null;
  /** Origins, besides the service's own, from which web pages may call it. */
  readonly allowedOrigins: readonly string[];
  /** Largest document that is taken in, in bytes. */
  readonly maximumDocumentBytes: number;
  /** Largest request of a caller that may not take documents in through a key, in bytes. */
  readonly maximumRequestBytes: number;
  /** What a caller may ask in a minute, in points (src/server/limits/budget.ts); 0 for as much as it likes. */
  readonly pointsPerMinute: number;
  /** Queries and mutations that a caller may have under way at a time, over all its connections. */
  readonly operationsPerCaller: number;
  /** Subscriptions that a caller may have open at a time, over all its connections. */
  readonly subscriptionsPerCaller: number;
  /** WebSockets and event streams that may be open at a time from one address. */
  readonly connectionsPerAddress: number;
  /** Addresses and networks (CIDR) of proxies that are believed when they tell whom they forward for. */
  readonly trustedProxies: readonly string[];
  /** How long a request may take, in milliseconds; its statements are then canceled. */
  readonly requestTimeoutMillis: number;
  /** How long a client may read nothing of what it is sent, in milliseconds; its connection is then closed. */
  readonly readingTimeoutMillis: number;
  /** By what name, version and contact this program asks servers for documents. */
  readonly userAgent: string;
  /** Hosts, each with its port (`archive.example:8080`), that `parallax ingest` may fetch from though they stand in a private network. */
  readonly fetchPrivateHosts: readonly string[];
  readonly isProduction: boolean;
  /** What is logged: this and whatever is graver. */
  readonly logLevel: LogLevel;
  /** Absolute paths of files, or of folders of files, with documents that clients' builds handed over. */
  readonly persistedDocuments: readonly string[];
  /** Whether nothing but persisted documents is run. */
  readonly onlyPersistedDocuments: boolean;
  /** What looks wrong and is no reason not to start, in sentences. */
  readonly warnings: readonly string[];
  /** Whether the service computes stored articles again by itself that older engines computed, or leaves it to a command. */
  readonly reprocess: 'auto' | 'manual';
  /** How long an answer to a persisted document may be used without asking again, in seconds. */
  readonly cacheSeconds: number;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every variable that is read; each may also come from a file that NAME_FILE names (src/environment.ts). */
export const variableNames = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'HOST',
  'PORT',
  'NODE_ENV',
  'PARALLAX_KEY',
  'PARALLAX_ANONYMOUS_SCOPES',
  'PARALLAX_JWKS_URL',
  'PARALLAX_TOKEN_ISSUER',
  'PARALLAX_TOKEN_AUDIENCE',
  'PARALLAX_DATA',
  'PARALLAX_ALLOWED_ORIGINS',
  'PARALLAX_MAXIMUM_DOCUMENT_BYTES',
  'PARALLAX_REQUEST_TIMEOUT_SECONDS',
  'PARALLAX_READING_TIMEOUT_SECONDS',
  'PARALLAX_MAXIMUM_REQUEST_BYTES',
  'PARALLAX_POINTS_PER_MINUTE',
  'PARALLAX_OPERATIONS_PER_CALLER',
  'PARALLAX_SUBSCRIPTIONS_PER_CALLER',
  'PARALLAX_CONNECTIONS_PER_ADDRESS',
  'PARALLAX_TRUSTED_PROXIES',
  'PARALLAX_USER_AGENT_CONTACT',
  'PARALLAX_FETCH_PRIVATE_HOSTS',
  'PARALLAX_LOG_LEVEL',
  'PARALLAX_PERSISTED_DOCUMENTS',
  'PARALLAX_ONLY_PERSISTED_DOCUMENTS',
  'PARALLAX_CACHE_SECONDS',
  'PARALLAX_REPROCESS',
] as const;

type VariableName = (typeof variableNames)[number];

export const defaultRequestTimeoutMillis = 30_000;

const defaults = { host: '127.0.0.1', port: '4000', data: '.parallax', maximumDocumentBytes: String(20 * 1024 * 1024) };

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

function wholeNumber(name: VariableName, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `${name} must be a whole number from ${least} to ${most}, not "${value}".`,
    );
  }
  return number;
}

function userAgentOf(contact: string | null): string {
  const name = `Parallax/${packageFile.version}`;
  if (contact === null) return name;
  // Nothing but what a header can carry.
  const isAddress = /^https?:\/\/[\w-]+(\.[\w-]+)+[:/~%?=&+.\w-]*$/.test(contact);
  const isMailAddress = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact);
  if (contact.length <= 200 && (isAddress || isMailAddress)) return `${name} (+${contact})`;
  throw new ParallaxError(
    'CONFIGURATION_INVALID',
    `PARALLAX_USER_AGENT_CONTACT must be a web address (https://…) or a mail address, not "${contact}".`,
  );
}

function logLevelOf(value: string): LogLevel {
  const level = logLevels.find((known) => known === value);
  if (level !== undefined) return level;
  throw new ParallaxError(
    'CONFIGURATION_INVALID',
    `PARALLAX_LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${value}".`,
  );
}

function reprocessOf(value: string): Config['reprocess'] {
  if (value === 'auto' || value === 'manual') return value;
  throw new ParallaxError('CONFIGURATION_INVALID', `PARALLAX_REPROCESS must be auto or manual, not "${value}".`);
}

function yesOrNo(name: VariableName, value: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new ParallaxError('CONFIGURATION_INVALID', `${name} must be true or false, not "${value}".`);
}

const anonymousScopeNames: Readonly<Record<string, AnonymousScope>> = {
  read: 'READ',
  ingest: 'INGEST',
  curate: 'CURATE',
};

/** `none`, or a list of `read`, `ingest` and `curate`. */
function anonymousScopesOf(value: string | null): readonly AnonymousScope[] | null {
  if (value === null) return null;
  if (value.toLowerCase() === 'none') return Object.freeze([]);
  const scopes = value.split(',').map((entry) => {
    const scope = anonymousScopeNames[entry.trim().toLowerCase()];
    if (scope !== undefined) return scope;
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `PARALLAX_ANONYMOUS_SCOPES must be none, or hold read, ingest and curate, separated by commas, not "${entry}".`,
    );
  });
  return Object.freeze(scopes);
}

/** All three or none: keys of a provider that signs for others too would let in whoever it knows. */
function identityProviderOf(given: {
  readonly [Name in keyof IdentityProvider]: string | null;
}): IdentityProvider | null {
  const { jwksUrl, issuer, audience } = given;
  if (jwksUrl === null && issuer === null && audience === null) return null;
  if (jwksUrl === null || issuer === null || audience === null) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      'PARALLAX_JWKS_URL, PARALLAX_TOKEN_ISSUER and PARALLAX_TOKEN_AUDIENCE go together: set all three or none.',
    );
  }
  const url = URL.canParse(jwksUrl) ? new URL(jwksUrl) : null;
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      'PARALLAX_JWKS_URL must be an https address: who can change what is read there can sign tokens.',
    );
  }
  return Object.freeze({ jwksUrl, issuer, audience });
}

/**
 * Reads the configuration. This is the only place that looks at the environment.
 * An empty variable counts as absent. Spaces around a value are cut, but not those of a password.
 * @throws ParallaxError CONFIGURATION_INVALID
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const exact = (name: VariableName) => readVariable(environment, name);
  const value = (name: VariableName) => exact(name)?.trim() ?? null;
  const list = (name: VariableName) =>
    (value(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);
  const number = (name: VariableName, usual: number, least: number, most: number) =>
    wholeNumber(name, value(name) ?? String(usual), least, most);
  const host = value('HOST') ?? defaults.host;
  const key = value('PARALLAX_KEY');
  const databaseUrl = addressOfDatabase(value('DATABASE_URL'), exact('DATABASE_PASSWORD'));
  const anonymousScopes = anonymousScopesOf(value('PARALLAX_ANONYMOUS_SCOPES'));
  const identityProvider = identityProviderOf({
    jwksUrl: value('PARALLAX_JWKS_URL'),
    issuer: value('PARALLAX_TOKEN_ISSUER'),
    audience: value('PARALLAX_TOKEN_AUDIENCE'),
  });
  if (!isLoopback(host) && key === null && identityProvider === null && !anonymousScopes?.length) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `HOST is ${host}, which other machines may reach: set PARALLAX_KEY to a bearer key, PARALLAX_JWKS_URL to an ` +
        'identity provider, or PARALLAX_ANONYMOUS_SCOPES to what everybody may do; or listen on 127.0.0.1.',
    );
  }
  if (key !== null && key.length < 16) {
    throw new ParallaxError('CONFIGURATION_INVALID', 'PARALLAX_KEY must have at least 16 characters.');
  }
  const isProduction = value('NODE_ENV') === 'production';
  const persistedDocuments = list('PARALLAX_PERSISTED_DOCUMENTS').map((path) => resolve(path));
  const onlyPersistedDocuments = yesOrNo(
    'PARALLAX_ONLY_PERSISTED_DOCUMENTS',
    value('PARALLAX_ONLY_PERSISTED_DOCUMENTS') ?? 'false',
  );
  if (onlyPersistedDocuments && persistedDocuments.length === 0) {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      'PARALLAX_ONLY_PERSISTED_DOCUMENTS is true, and PARALLAX_PERSISTED_DOCUMENTS names no file: nothing could be asked.',
    );
  }
  return Object.freeze({
    databaseUrl,
    dataFolder: resolve(value('PARALLAX_DATA') ?? defaults.data),
    host,
    port: wholeNumber('PORT', value('PORT') ?? defaults.port, 0, 65_535),
    key,
    anonymousScopes,
    identityProvider,
    allowedOrigins: Object.freeze(origins(list('PARALLAX_ALLOWED_ORIGINS'))),
    maximumDocumentBytes: wholeNumber(
      'PARALLAX_MAXIMUM_DOCUMENT_BYTES',
      value('PARALLAX_MAXIMUM_DOCUMENT_BYTES') ?? defaults.maximumDocumentBytes,
      1024,
      1024 ** 3,
    ),
    requestTimeoutMillis:
      1000 *
      wholeNumber(
        'PARALLAX_REQUEST_TIMEOUT_SECONDS',
        value('PARALLAX_REQUEST_TIMEOUT_SECONDS') ?? String(defaultRequestTimeoutMillis / 1000),
        1,
        3600,
      ),
    readingTimeoutMillis: 1000 * number('PARALLAX_READING_TIMEOUT_SECONDS', 60, 1, 3600),
    maximumRequestBytes: number('PARALLAX_MAXIMUM_REQUEST_BYTES', 4 * 1024 * 1024, 1024, 1024 ** 3),
    pointsPerMinute: number('PARALLAX_POINTS_PER_MINUTE', 60_000, 0, 1_000_000_000),
    operationsPerCaller: number('PARALLAX_OPERATIONS_PER_CALLER', 100, 1, 100_000),
    subscriptionsPerCaller: number('PARALLAX_SUBSCRIPTIONS_PER_CALLER', 100, 1, 100_000),
    connectionsPerAddress: number('PARALLAX_CONNECTIONS_PER_ADDRESS', 100, 1, 100_000),
    trustedProxies: Object.freeze(networks(list('PARALLAX_TRUSTED_PROXIES'))),
    userAgent: userAgentOf(value('PARALLAX_USER_AGENT_CONTACT')),
    fetchPrivateHosts: Object.freeze(privateHosts(list('PARALLAX_FETCH_PRIVATE_HOSTS'))),
    isProduction,
    // A line an operation is for programs that read logs; a person who tries the service out wants to see what is wrong.
    logLevel: logLevelOf(value('PARALLAX_LOG_LEVEL') ?? (isProduction ? 'info' : 'warn')),
    persistedDocuments: Object.freeze(persistedDocuments),
    onlyPersistedDocuments,
    warnings: Object.freeze(misspeltVariables(environment, variableNames)),
    reprocess: reprocessOf(value('PARALLAX_REPROCESS') ?? 'auto'),
    cacheSeconds: wholeNumber('PARALLAX_CACHE_SECONDS', value('PARALLAX_CACHE_SECONDS') ?? '0', 0, 86_400),
  });
}
