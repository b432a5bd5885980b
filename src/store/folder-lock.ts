import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ParallaxError } from '../errors.js';
import { processMark } from './process-identity.js';

/** Who owns a data folder, as its lock file says. */
export interface FolderOwner {
  readonly processId: number;
  readonly processMark: string | null;
  readonly hostName: string;
  readonly since: string;
  /** Where the owner's service listens; null while it starts, and for a command that does not listen. */
  readonly address: string | null;
  /** Bearer key by which commands of whoever may read the folder are let in. */
  readonly token: string;
}

export interface FolderLock {
  readonly token: string;
  /** Tells other commands where the service listens. */
  publish(address: string): void;
  release(): void;
}

/** The owner touches its lock so often, in milliseconds; on another machine that is the only sign of life. */
const heartbeat = 5_000;
const silence = 6 * heartbeat;

const lockFile = (folder: string) => join(folder, 'owner.json');

/**
 * The living owner of a data folder; null when nobody owns it or the owner is dead.
 * On this machine an owner lives while its process does; on another, while its lock is touched.
 * @throws ParallaxError CONFIGURATION_INVALID when there is a lock that cannot be read, or a file in its place
 */
export function findFolderOwner(folder: string): FolderOwner | null {
  const found = readLock(folder);
  if (found === null) return null;
  const { owner, touched } = found;
  if (owner.hostName !== hostname()) return Date.now() - touched < silence ? owner : null;
  const mark = processMark(owner.processId);
  return mark !== null && mark === owner.processMark ? owner : null;
}

/** @returns null when there is no lock, or half of one, as a machine leaves it that loses its power */
function readLock(folder: string): { owner: FolderOwner; touched: number } | null {
  let owner: unknown;
  let touched: number;
  try {
    touched = statSync(lockFile(folder)).mtimeMs;
    owner = JSON.parse(readFileSync(lockFile(folder), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof SyntaxError || code === 'ENOENT' || code === 'ENOTDIR') return null;
    // Another user's lock, for instance: its owner may well be alive.
    throw unusable(folder, error);
  }
  if (isOwner(owner)) return { owner, touched };
  throw new ParallaxError(
    'CONFIGURATION_INVALID',
    `${lockFile(folder)} is not a file of Parallax: set PARALLAX_DATA to another folder.`,
  );
}

function isOwner(value: unknown): value is FolderOwner {
  const { processId, hostName, token } = (value ?? {}) as Partial<Record<keyof FolderOwner, unknown>>;
  return typeof processId === 'number' && typeof hostName === 'string' && typeof token === 'string';
}

function unusable(folder: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof ParallaxError) return error;
  return new ParallaxError(
    'CONFIGURATION_INVALID',
    `The data folder ${folder} cannot be used (${code}): set PARALLAX_DATA to a folder that this user may write.`,
    { cause: error },
  );
}

/**
 * Makes this process the owner of a data folder. The embedded database loses data without a word when two processes open
 * it, so nobody opens it without this lock.
 * @throws ParallaxError DATA_FOLDER_IN_USE, naming the owner's process; CONFIGURATION_INVALID for a folder that is none or
 * may not be written
 */
export function lockFolder(folder: string): FolderLock {
  const owner: FolderOwner = {
    processId: process.pid,
    processMark: processMark(process.pid),
    hostName: hostname(),
    since: new Date().toISOString(),
    address: null,
    token: randomBytes(24).toString('base64url'),
  };
  try {
    mkdirSync(folder, { recursive: true });
    claimLock(folder, owner);
  } catch (error) {
    throw unusable(folder, error);
  }
  const timer = setInterval(() => touch(folder), heartbeat);
  timer.unref();
  return {
    token: owner.token,
    publish: (address) => replaceLock(folder, { ...owner, address }),
    release: () => {
      clearInterval(timer);
      if (findFolderOwner(folder)?.token === owner.token) unlinkSync(lockFile(folder));
    },
  };
}

function claimLock(folder: string, owner: FolderOwner): void {
  refuseIfOwned(folder);
  // One looks and writes at a time, lest two find no living owner and the second takes the first's new lock.
  const taking = join(folder, 'owner.taking');
  beginTaking(taking, folder);
  try {
    refuseIfOwned(folder);
    replaceLock(folder, owner);
  } finally {
    rmdirSync(taking);
  }
}

function beginTaking(taking: string, folder: string): void {
  try {
    mkdirSync(taking);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Taking is a matter of milliseconds: what is left from long ago was left by a process that died in it.
    if (Date.now() - statSync(taking).mtimeMs < heartbeat) throw inUse(folder, 'a process that is just starting');
    rmdirSync(taking);
    mkdirSync(taking);
  }
}

function refuseIfOwned(folder: string): void {
  const other = findFolderOwner(folder);
  if (other === null) return;
  const where = other.hostName === hostname() ? '' : ` on ${other.hostName}`;
  throw inUse(folder, `process ${other.processId}${where}, since ${other.since}`);
}

function inUse(folder: string, who: string): ParallaxError {
  return new ParallaxError(
    'DATA_FOLDER_IN_USE',
    `The data folder ${folder} is in use by ${who}. Stop it first, or set PARALLAX_DATA to another folder.`,
  );
}

const serialise = (owner: FolderOwner) => JSON.stringify(owner, null, 2) + '\n';

/** In one step, so that a reader never sees half a lock. */
function replaceLock(folder: string, owner: FolderOwner): void {
  const draft = join(folder, `owner.${process.pid}.json`);
  writeFileSync(draft, serialise(owner), { mode: 0o600 });
  renameSync(draft, lockFile(folder));
}

function touch(folder: string): void {
  const now = new Date();
  try {
    utimesSync(lockFile(folder), now, now);
  } catch {
    // Somebody removed the folder: there is nothing left to own.
  }
}
