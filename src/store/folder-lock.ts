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
 */
export function findFolderOwner(folder: string): FolderOwner | null {
  let owner: FolderOwner;
  let touched: number;
  try {
    touched = statSync(lockFile(folder)).mtimeMs;
    owner = JSON.parse(readFileSync(lockFile(folder), 'utf8')) as FolderOwner;
  } catch {
    return null;
  }
  if (owner.hostName !== hostname()) return Date.now() - touched < silence ? owner : null;
  const mark = processMark(owner.processId);
  return mark !== null && mark === owner.processMark ? owner : null;
}

/**
 * Makes this process the owner of a data folder. The embedded database loses data without a word when two processes open
 * it, so nobody opens it without this lock.
 * @throws ParallaxError DATA_FOLDER_IN_USE, naming the owner's process
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const owner: FolderOwner = {
    processId: process.pid,
    processMark: processMark(process.pid),
    hostName: hostname(),
    since: new Date().toISOString(),
    address: null,
    token: randomBytes(24).toString('base64url'),
  };
  claimLock(folder, owner);
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
  if (createLock(folder, owner)) return;
  refuseIfOwned(folder);
  // Whoever takes a dead owner's lock away does so alone, lest two do and the second takes the first's new lock.
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

/** @returns false when there is a lock already */
function createLock(folder: string, owner: FolderOwner): boolean {
  try {
    writeFileSync(lockFile(folder), serialise(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

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
