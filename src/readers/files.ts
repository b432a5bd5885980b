import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ParallaxError } from '../errors.js';
import type { DeclaredFields } from '../pipeline/values.js';
import type { ColumnMapping } from './csv/columns.js';
import { defaultLimits, type ReadLimits } from './limits.js';
import type { ReadResult } from './result.js';
import { readStream } from './stream.js';

export interface ReadFilesOptions {
  /** What is read for `-`; without it `-` is refused. */
  readonly stdin?: Readable;
  /** Holds for every document that says nothing else. */
  readonly declared?: DeclaredFields;
  readonly limits?: ReadLimits;
  /** Which column of a table holds what. */
  readonly columns?: ColumnMapping;
}

function unreadable(name: string, error: unknown): ReadResult {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be read by this user',
    EPERM: 'may not be read by this user',
    EISDIR: 'is a folder',
  };
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  const sentence = `"${name}" ${reasons[code] ?? `cannot be read (${code})`}.`;
  return { name, place: null, error: new ParallaxError('FILE_UNREADABLE', sentence, { cause: error }) };
}

async function* readFile(path: string, options: ReadFilesOptions): AsyncGenerator<ReadResult> {
  const stream = createReadStream(path);
  try {
    yield* readStream(
      stream,
      { name: path, declared: options.declared, columns: options.columns },
      options.limits ?? defaultLimits,
    );
  } catch (error) {
    yield unreadable(path, error);
  } finally {
    stream.destroy();
  }
}

/** Files in name order, folders entered where they stand; hidden names and links to folders (which may form a circle) are passed over. */
async function* readFolder(path: string, options: ReadFilesOptions): AsyncGenerator<ReadResult> {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = join(path, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* readFolder(inner, options);
    else if (entry.isFile()) yield* readFile(inner, options);
    else if (entry.isSymbolicLink() && (await isFile(inner))) yield* readFile(inner, options);
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => true, // a broken link: reading it tells why
  );
}

/**
 * Reads files, folders with all they hold, and `-` for standard input, in the order given. What cannot be read is a result
 * with an error (FILE_UNREADABLE, or a code of `readDocument`), and the rest follows.
 */
export async function* readFiles(paths: readonly string[], options: ReadFilesOptions = {}): AsyncGenerator<ReadResult> {
  for (const path of paths) {
    if (path === '-') {
      if (options.stdin) yield* readStandardInput(options.stdin, options);
      else yield { name: '-', place: null, error: new ParallaxError('FILE_UNREADABLE', 'There is no standard input.') };
      continue;
    }
    let found;
    try {
      found = await stat(path);
    } catch (error) {
      yield unreadable(path, error);
      continue;
    }
    yield* found.isDirectory() ? readFolder(path, options) : readFile(path, options);
  }
}

async function* readStandardInput(stdin: Readable, options: ReadFilesOptions): AsyncGenerator<ReadResult> {
  try {
    yield* readStream(
      stdin,
      { name: '-', declared: options.declared, columns: options.columns },
      options.limits ?? defaultLimits,
    );
  } catch (error) {
    yield unreadable('-', error);
  }
}
