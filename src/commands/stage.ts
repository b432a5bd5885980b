import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { ParallaxError } from '../errors.js';
import type { Filter, Input, Row } from './stage/filter.js';

/** The stages that exist as filters. Each is loaded only when it is asked for. */
export const filters: Readonly<Record<string, () => Promise<{ filter: Filter }>>> = {
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

/**
 * Runs a stage as a filter: JSON lines in, JSON lines out, nothing else on standard output.
 * @throws ParallaxError STAGE_UNKNOWN
 */
export async function runStage(name: string, input: Readable, output: Writable): Promise<void> {
  const load = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!load) {
    throw new ParallaxError(
      'STAGE_UNKNOWN',
      `There is no stage "${name}". There are: ${Object.keys(filters).join(', ')}.`,
    );
  }
  const { filter } = await load();
  for await (const row of filter(inputs(input))) {
    if (!output.write(JSON.stringify(row) + '\n')) await once(output, 'drain');
  }
}
