#!/usr/bin/env node
import 'reflect-metadata';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from './config.js';
import { isParallaxError } from './errors.js';
import { Genre } from './pipeline/values.js';

interface IngestFlags {
  readonly source?: string;
  readonly language?: string;
  readonly genre?: Genre;
  readonly columns?: string;
  readonly follow: boolean;
  readonly limit: number;
}

interface ReprocessFlags {
  readonly all: boolean;
  readonly source?: string;
  readonly since?: string;
  readonly limit?: number;
  readonly dryRun: boolean;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('It must be a whole number up to 999999.');
  return Number(value);
}

function countingNumber(value: string): number {
  const number = wholeNumber(value);
  if (number < 1) throw new InvalidArgumentError('It must be at least 1.');
  return number;
}

const output = { print: (line: string) => console.log(line), tell: (line: string) => console.error(line) };

const program = new Command('parallax')
  .description('Shows how different news outlets frame the same event.')
  .showHelpAfterError();

program
  .command('serve')
  .description('start the service (the same as "npm start")')
  .action(async () => void (await import('./main.js')));

program
  .command('ingest')
  .description('take documents in: text, HTML, JSON (ninjs and JSON-LD too), tables, feeds and lists of feeds')
  .argument('<path...>', 'files, folders, URLs, or - for standard input')
  .option('--source <name>', 'name or domain of the outlet, where the documents do not name it')
  .option('--language <tag>', 'language (BCP 47), where the documents do not say it')
  .addOption(
    new Option('--genre <genre>', 'sort of piece, where the documents do not say it').choices(Object.values(Genre)),
  )
  .option('--columns <list>', 'which column of a table holds what, such as headline=Title,text=Body')
  .option('--no-follow', 'do not fetch the pages of feed entries and the feeds of lists')
  .addOption(
    new Option('--limit <number>', 'most links followed of one feed or list').default(100).argParser(wholeNumber),
  )
  .action(async (paths: string[], options: IngestFlags) => {
    const { ingest } = await import('./commands/ingest.js');
    const { follow, limit: mostLinks, columns, ...declared } = options;
    process.exitCode = await ingest(readConfig(), paths, { declared, columns, follow, mostLinks }, process);
  });

program
  .command('reprocess')
  .description('compute stored articles again that older engines computed, in the background')
  .option('--all', 'those too that are current', false)
  .option('--source <name>', 'only those of the outlet with this name or domain')
  .option('--since <date>', 'only those published then or later')
  .addOption(new Option('--limit <number>', 'at most so many, the latest published').argParser(countingNumber))
  .option('--dry-run', 'only count them', false)
  .action(async (given: ReprocessFlags) => {
    const { readSince, reprocessCommand } = await import('./commands/reprocess.js');
    const { source = null, since, limit = null, ...rest } = given;
    const choice = { ...rest, source, since: since === undefined ? null : readSince(since), limit };
    process.exitCode = await reprocessCommand(readConfig(), choice, output);
  });

program
  .command('stage')
  .description('run one stage as a filter: JSON lines in, JSON lines out')
  .argument('<name>', 'article, claims, events, feed, match or syntax')
  .option('--explain', 'say why each claim is one, on standard error and in its field "explanation" (stage claims)')
  .action(async (name: string, { explain }: { explain?: true }) => {
    const { runStage } = await import('./commands/stage.js');
    await runStage(name, process.stdin, process.stdout, explain && process.stderr);
  });

const demo = program.command('demo').description('the invented outlets, articles and events of the demo');
demo
  .command('load')
  .description('take the demo in')
  .action(async () => {
    const { loadDemo } = await import('./commands/demo.js');
    console.log(await loadDemo(readConfig()));
  });
demo
  .command('remove')
  .description('take the demo out again, all of it')
  .action(async () => {
    const { removeDemo } = await import('./commands/demo.js');
    console.log(await removeDemo(readConfig()));
  });

demo
  .command('replay')
  .description('take the demo out and in again as it happened, so that subscriptions have something to show')
  .option('--speed <times>', 'how many times faster than it happened; 0 or max for no waiting', '20000')
  .option('--repeat', 'begin again after the end, until Ctrl-C')
  .action(async (options: { speed: string; repeat?: true }) => {
    const { readSpeed, replayDemo, sleepUntil } = await import('./commands/demo-replay.js');
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    await replayDemo(
      readConfig(),
      { speed: readSpeed(options.speed), repeats: options.repeat === true },
      { print: (line) => console.log(line), sleep: sleepUntil, signal: stop.signal },
    );
  });

const actors = program.command('actors').description('your own table of actors, by which names in articles are told');
actors
  .command('import')
  .description('add a table: CSV (name, kind; aliases separated by |, country, wikidataId) or JSON Lines')
  .argument('<file>', 'the table')
  .action(async (path: string) => {
    const { importActorsCommand } = await import('./commands/actors.js');
    process.exitCode = await importActorsCommand(readConfig(), path, output);
  });

const keys = program.command('keys').description('keys by which clients are let in');
keys
  .command('create')
  .description('make a key, and show it this once')
  .requiredOption('--name <name>', 'whose it is or what it is for')
  .requiredOption('--scope <list>', 'what it allows: read, ingest, curate, admin, separated by commas')
  .option('--expires <when>', 'after so long (12h, 90d, 52w), or on that day (2027-01-31)')
  .action(async (given: { name: string; scope: string; expires?: string }) => {
    const { createKeyCommand } = await import('./commands/keys.js');
    await createKeyCommand(readConfig(), given, output);
  });
keys
  .command('list')
  .description('list the keys: their ids, names, scopes, and when they were last used')
  .action(async () => {
    const { listKeysCommand } = await import('./commands/keys.js');
    await listKeysCommand(readConfig(), output);
  });
keys
  .command('revoke')
  .description('revoke a key, at once and for good')
  .argument('<id>', 'its id, as "keys list" shows it')
  .action(async (id: string) => {
    const { revokeKeyCommand } = await import('./commands/keys.js');
    await revokeKeyCommand(readConfig(), id, output);
  });

// Whoever reads our output may have enough ("… | head -1"): the shell's status for a broken pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

program.parseAsync().catch((error: unknown) => {
  console.error(isParallaxError(error) ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
});
