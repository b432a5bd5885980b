import { readFile, stat } from 'node:fs/promises';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import type { GivenActor } from '../jobs/index.js';
import { readActorTable } from '../readers/actor-table.js';
import type { Output } from './keys.js';
import { openTarget, type Target } from './target.js';

/** Rows are sent in batches of so many; as many as the mutation takes. */
const batch = 500;

/**
 * `parallax actors import`: adds the rows of a table to the table of actors. What is wrong with a row is told to people with
 * its line; one line at the end says to programs what became of all.
 * @throws ParallaxError FILE_UNREADABLE, DOCUMENT_TOO_LARGE, ENCODING_INVALID, TABLE_HEADER_MISSING
 * @returns the exit status: 0 only when no row was refused
 */
export async function importActorsCommand(config: Config, path: string, { print, tell }: Output): Promise<number> {
  const rows = readActorTable(await readTable(path, config.maximumDocumentBytes));
  const counts = { ADDED: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  let conflicts = 0;
  let staleArticles = 0;
  const refuse = (line: number, { code, message }: { readonly code: string; readonly message: string }) => {
    counts.REFUSED += 1;
    tell(`Line ${line}: ${code}: ${message}`);
  };
  let target: Target | null = null;
  try {
    let waiting: { readonly line: number; readonly actor: GivenActor }[] = [];
    const send = async () => {
      if (waiting.length === 0) return;
      target ??= await openTarget(config);
      const imported = await target.importActors(waiting.map(({ actor }) => actor));
      staleArticles += imported.staleArticles;
      for (const [index, { status, error, conflicts: found }] of imported.results.entries()) {
        const line = waiting[index]!.line;
        if (error !== null) refuse(line, error);
        else counts[status] += 1;
        conflicts += found.length;
        for (const { name, other } of found) {
          tell(
            `Line ${line}: ACTOR_ALIAS_CONFLICT: "${name}" also names ${other}; it tells neither until one of them gives it up.`,
          );
        }
      }
      waiting = [];
    };
    for (const row of rows) {
      if ('error' in row) refuse(row.line, row.error);
      else waiting.push(row);
      if (waiting.length >= batch) await send();
    }
    await send();
  } finally {
    await (target as Target | null)?.close();
  }
  print(
    `${counts.ADDED} added, ${counts.CHANGED} changed, ${counts.UNCHANGED} unchanged, ${counts.REFUSED} refused; ${conflicts} names in conflict.`,
  );
  if (staleArticles > 0) {
    tell(
      `They speak in ${staleArticles} stored articles: "parallax reprocess" applies the table to these. New articles have it at once.`,
    );
  }
  return counts.REFUSED === 0 ? 0 : 1;
}

async function readTable(path: string, mostBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= mostBytes) return await readFile(path);
    throw new ParallaxError('DOCUMENT_TOO_LARGE', `${path} has ${size} bytes; ${mostBytes} are the most. Split it.`);
  } catch (error) {
    if (error instanceof ParallaxError) throw error;
    throw new ParallaxError('FILE_UNREADABLE', `${path} cannot be read: ${(error as Error).message}`);
  }
}
