import { Scope } from '../../entities/scope.js';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import type { NewKey } from '../store/keys/keys.js';
import { findServiceOrOpenStore } from './open-store.js';
import { RunningService } from './running-service.js';

/** A key as it is listed. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Where keys are made and revoked: in this process, or by the service that owns the data folder. */
export interface KeyDesk {
  createKey(key: NewKey): Promise<{ readonly key: ListedKey; readonly secret: string }>;
  revokeKey(id: string): Promise<ListedKey>;
  listKeys(): Promise<readonly ListedKey[]>;
  close(): Promise<void>;
}

/** Where a command writes. */
export interface Output {
  /** What a program may read on. */
  print(line: string): void;
  /** What is meant for people. */
  tell(line: string): void;
}

/**
 * `parallax keys create`: prints the key, alone on standard output.
 * @param given scopes separated by commas; how long the key is good (`90d`) or until when (`2027-01-31`)
 * @throws ParallaxError BAD_USER_INPUT
 */
export async function createKeyCommand(
  config: Config,
  given: { readonly name: string; readonly scope: string; readonly expires?: string },
  { print, tell }: Output,
): Promise<void> {
  const scopes = readScopes(given.scope);
  const expiresAt = given.expires === undefined ? null : readExpiry(given.expires, new Date());
  await atDesk(config, async (desk) => {
    const { key, secret } = await desk.createKey({ name: given.name, scopes, expiresAt });
    tell(`Key ${key.id} for ${key.name}: ${describe(key)}. It is shown this once:`);
    print(secret);
  });
}

/** `parallax keys revoke`. */
export async function revokeKeyCommand(config: Config, id: string, { tell }: Output): Promise<void> {
  await atDesk(config, async (desk) => {
    const key = await desk.revokeKey(id);
    tell(`Key ${key.id} for ${key.name} is revoked.`);
  });
}

/** `parallax keys list`: a line for each key, its id first. */
export async function listKeysCommand(config: Config, { print, tell }: Output): Promise<void> {
  await atDesk(config, async (desk) => {
    const keys = await desk.listKeys();
    if (keys.length === 0) tell('There are no keys.');
    for (const key of keys) print(`${key.id}  ${key.name}: ${describe(key)}`);
  });
}

async function atDesk(config: Config, work: (desk: KeyDesk) => Promise<void>): Promise<void> {
  const desk = await openDesk(config);
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

async function openDesk(config: Config): Promise<KeyDesk> {
  const place = await findServiceOrOpenStore(config);
  if (place instanceof RunningService) return place;
  const { store, close } = place;
  const { createKey, listKeys, revokeKey } = await import('../store/keys/keys.js');
  return {
    createKey: (key) => createKey(store, key),
    revokeKey: (id) => revokeKey(store, id),
    listKeys: () => listKeys(store),
    close,
  };
}

/** @throws ParallaxError BAD_USER_INPUT */
export function readScopes(text: string): readonly Scope[] {
  return text.split(',').map((entry) => {
    const scope = Object.values(Scope).find((known) => known === entry.trim().toUpperCase());
    if (scope !== undefined) return scope;
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `--scope holds read, ingest, curate and admin, separated by commas, not "${entry}".`,
    );
  });
}

const unitMillis: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** @throws ParallaxError BAD_USER_INPUT */
export function readExpiry(text: string, now: Date): Date {
  const span = /^(\d{1,5})([hdw])$/.exec(text);
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const time = span
    ? new Date(now.getTime() + Number(span[1]) * (unitMillis[span[2] as string] as number))
    : new Date(isDate ? text : NaN);
  if (!Number.isNaN(time.getTime())) return time;
  throw new ParallaxError(
    'BAD_USER_INPUT',
    `--expires is a span such as 12h, 90d or 52w, or a date such as 2027-01-31, not "${text}".`,
  );
}

function describe({ scopes, createdAt, lastUsedAt, expiresAt, revokedAt }: ListedKey): string {
  const day = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ');
  const isOver = expiresAt !== null && expiresAt <= new Date();
  return [
    scopes.join(', ').toLowerCase(),
    `made ${day(createdAt)}`,
    lastUsedAt ? `last used ${day(lastUsedAt)}` : 'never used',
    ...(expiresAt ? [`${isOver ? 'expired' : 'expires'} ${day(expiresAt)}`] : []),
    ...(revokedAt ? [`revoked ${day(revokedAt)}`] : []),
  ].join('; ');
}
