import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { ParallaxError } from '../errors.js';
import type { Filter, Input, Report, Row } from './stage/filter.js';

interface StageModule {
  readonly filter: Filter;
  /** The same filter, which also says why its answers are as they are. */
  readonly explaining?: (reading: Writable) => Filter;
}

/** The stages that exist as filters. Each is loaded only when it is asked for. */
export const filters: Readonly<Record<string, () => Promise<StageModule>>> = {
  article: () => import('./stage/article.js'),
  claims: () => import('./stage/claims.js'),
  events: () => import('./stage/events.js'),
  feed: () => import('./stage/feed.js'),
  match: () => import('./stage/match.js'),
  syntax: () => import('./stage/syntax.js'),
};

async function* inputs(stream: Readable): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      row = null;
    }
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) yield { row: row as Row };
    else yield { id: null, error: new ParallaxError('JSON_MALFORMED', `Line ${number} is not a JSON object.`) };
  }
}

/** The run answers every row, and its exit code tells that not all could be read. */
const failRun: Report = (error) => {
  console.error(error);
  process.exitCode = 1;
};

/**
 * Runs a stage as a filter: JSON lines in, JSON lines out, nothing else on standard output.
 * @param reading where to write, for a person, why the answers are as they are; the rows then have it as a field too
 * @param report is told of each row that failed on our side; the run goes on
 * @throws ParallaxError STAGE_UNKNOWN, and BAD_USER_INPUT for a stage that cannot explain
 */
export async function runStage(
  name: string,
  input: Readable,
  output: Writable,
  reading?: Writable,
  report: Report = failRun,
): Promise<void> {
  const load = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!load) {
    throw new ParallaxError(
      'STAGE_UNKNOWN',
      `There is no stage "${name}". There are: ${Object.keys(filters).join(', ')}.`,
    );
  }
  const { filter, explaining } = await load();
  if (reading && !explaining)
    throw new ParallaxError('BAD_USER_INPUT', `The stage "${name}" explains nothing: leave out --explain.`);
  const run = reading && explaining ? explaining(reading) : filter;
  for await (const row of run(inputs(input), report)) {
    if (!output.write(JSON.stringify(row) + '\n')) await once(output, 'drain');
  }
}
