import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFolderOwner, lockFolder } from '../../src/store/folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockPath = () => join(folder, 'owner.json');
const rewriteLock = (changes: object) =>
  writeFileSync(
    lockPath(),
    JSON.stringify({ ...(JSON.parse(readFileSync(lockPath(), 'utf8')) as object), ...changes }),
  );

test('a second owner is refused and told the process id of the first', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({
      code: 'DATA_FOLDER_IN_USE',
      message: expect.stringContaining(`process ${process.pid},`) as string,
    }),
  );
  lock.release();
  lockFolder(folder).release();
});

test('the address is found by others once it is published', () => {
  const lock = lockFolder(folder);
  expect(findFolderOwner(folder)).toMatchObject({ address: null, processId: process.pid });
  lock.publish('http://127.0.0.1:4000');
  expect(findFolderOwner(folder)).toMatchObject({ address: 'http://127.0.0.1:4000', token: lock.token });
  lock.release();
  expect(findFolderOwner(folder)).toBeNull();
});

test('the lock of a process that was killed does not block', async () => {
  const child = spawn(process.execPath, [
    '-e',
    `require(${JSON.stringify(join(__dirname, '../../dist/src/store/folder-lock.js'))}).lockFolder(${JSON.stringify(folder)});
     console.log('locked'); setInterval(() => {}, 1000);`,
  ]);
  await once(child.stdout, 'data');
  expect(findFolderOwner(folder)).toMatchObject({ processId: child.pid });
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = lockFolder(folder);
  expect(findFolderOwner(folder)).toMatchObject({ processId: process.pid });
  lock.release();
});

test('a process id that was given again to another process is not the owner', () => {
  lockFolder(folder);
  rewriteLock({ processMark: 'an earlier run' });
  expect(findFolderOwner(folder)).toBeNull();
  lockFolder(folder).release();
});

test('an owner on another machine lives while its lock is touched', () => {
  lockFolder(folder);
  rewriteLock({ hostName: 'another.example' });
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
  const longAgo = new Date(Date.now() - 10 * 60_000);
  utimesSync(lockPath(), longAgo, longAgo);
  lockFolder(folder).release();
});

test('a file of somebody else in the place of the lock is left alone', () => {
  writeFileSync(lockPath(), '{"name": "not ours"}');
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  expect(readFileSync(lockPath(), 'utf8')).toBe('{"name": "not ours"}');
});

test('a lock that cannot be read is nobody’s to take, and a folder that is none is told in a sentence', () => {
  // A folder in its place cannot be read as a file, by root either.
  mkdirSync(lockPath());
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  rmdirSync(lockPath());
  writeFileSync(join(folder, 'file'), '');
  for (const place of [join(folder, 'file'), join(folder, 'file', 'inner')]) {
    expect(() => lockFolder(place)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  }
});

test('half a lock file counts as none', () => {
  writeFileSync(lockPath(), '{"processId": 1');
  const lock = lockFolder(folder);
  expect(findFolderOwner(folder)).toMatchObject({ token: lock.token });
  lock.release();
});

test('a release by a former owner leaves the present owner alone', () => {
  const former = lockFolder(folder);
  rewriteLock({ processMark: 'gone' });
  const present = lockFolder(folder);
  former.release();
  expect(findFolderOwner(folder)).toMatchObject({ token: present.token });
  present.release();
});
