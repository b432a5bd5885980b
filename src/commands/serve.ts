import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import { startJobs, type Jobs } from '../jobs/index.js';
import { Metrics } from '../server/observation/metrics.js';
import { startServer } from '../server/index.js';
import { lockFolder } from '../store/folder-lock.js';
import { openStore } from '../store/store.js';
import { tellFailure } from './tell-failure.js';

export interface Service {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts the service: the folder's lock and its database, or PostgreSQL; the jobs; the server. A new data folder gets the
 * demo. Tells the addresses on `print` as soon as it listens.
 * @throws ParallaxError DATA_FOLDER_IN_USE, DATABASE_UNAVAILABLE, CONFIGURATION_INVALID
 */
export async function serve(config: Config, print: (line: string) => void): Promise<Service> {
  for (const warning of config.warnings) print(warning);
  const lock = config.databaseUrl === null ? lockFolder(config.dataFolder) : null;
  const isNewFolder = lock !== null && !existsSync(join(config.dataFolder, 'database'));
  const demoMark = join(config.dataFolder, 'demo-unfinished');
  // Kept until the demo is in, so that a start that was cut off is made up for by the next.
  if (isNewFolder) writeFileSync(demoMark, 'The demo is being loaded.\n');
  try {
    const store = await openStore(config);
    const metrics = new Metrics();
    const jobs = startJobs(store, config, {
      now: () => new Date(),
      log(error, place) {
        metrics.analysisFailed();
        tellFailure(error, place);
      },
    });
    const keys = [config.key, lock?.token ?? null].filter((key) => key !== null);
    const server = await startServer({ config, store, jobs, keys, metrics }).catch(async (error: unknown) => {
      // The folder is given back only when nothing of ours works on its database any more.
      await jobs.stop();
      await store.close();
      throw whyNotListening(error, config);
    });
    lock?.publish(server.address);
    printAddresses(server.address, print);
    const demo = lock !== null && existsSync(demoMark) ? loadDemo(jobs, demoMark, print) : Promise.resolve();
    const stale = tellStale(jobs, config.reprocess, print);
    return {
      address: server.address,
      stop: async () => {
        await server.close();
        await jobs.stop();
        await Promise.all([demo, stale]);
        await store.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

const listenFailures: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program: stop it, or set PORT to another port',
  EACCES: 'may not be used by this user: set PORT to 1024 or higher',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST to one that is',
  ENOTFOUND: 'is no address of this machine: set HOST to one that is',
};

function whyNotListening(error: unknown, { host, port }: Config): unknown {
  const sentence = listenFailures[(error as NodeJS.ErrnoException).code ?? ''];
  if (sentence === undefined) return error;
  return new ParallaxError('CONFIGURATION_INVALID', `${host}, port ${port}, ${sentence}.`, { cause: error });
}

function printAddresses(address: string, print: (line: string) => void): void {
  print(`Parallax is listening.`);
  print(`  GraphQL   ${address}/graphql`);
  print(`  Streams   ${address}/graphql/stream`);
  print(`  GraphiQL  ${address}/graphiql`);
  print(`  Health    ${address}/health`);
  print(`  Metrics   ${address}/metrics`);
}

/** After the start, since all claims are looked at for it. */
async function tellStale(jobs: Jobs, reprocess: Config['reprocess'], print: (line: string) => void): Promise<void> {
  try {
    const { articles, reprocessing } = await jobs.reprocessStale(reprocess === 'manual');
    if (articles === 0) return;
    const waiting = reprocessing?.waiting ?? articles;
    const found = `${waiting} stored articles were computed by older engines.`;
    if (reprocessing === null) print(`${found} "parallax reprocess" computes them again.`);
    else print(`${found} They are computed again in the background; "parallax reprocess" tells how it goes.`);
  } catch (error) {
    console.error('It could not be told which articles older engines computed:', error);
  }
}

async function loadDemo(jobs: Jobs, mark: string, print: (line: string) => void): Promise<void> {
  try {
    const { articles } = await jobs.loadDemo();
    await jobs.settle();
    rmSync(mark, { force: true });
    print(`The demo is loaded: ${articles} articles of invented outlets. "parallax demo remove" takes it out.`);
  } catch (error) {
    console.error('The demo could not be loaded; the next start tries again:', error);
  }
}
