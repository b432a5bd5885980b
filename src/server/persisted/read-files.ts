import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ParallaxError } from '../../errors.js';

/** A document as a client's build tool wrote it down. */
export interface WrittenDocument {
  readonly id: string;
  readonly text: string;
  /** The file it stands in, for messages. */
  readonly file: string;
}

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The identifiers of GraphQL over HTTP, appendix A: `sha256:` and 64 digits, a prefix of one's own that begins with `x-`,
 * or no prefix at all, as those of Relay (MD5) and graphql-codegen (SHA-1) have none.
 */
const identifier = /^(?:sha256:[0-9a-f]{64}|x-[\w.~-]+:[\w.~-]+|[\w.~-]+)$/;

/** True for what can be the identifier of a document. */
export function isIdentifier(value: string): boolean {
  return value.length <= 200 && identifier.test(value);
}

const refuse = (file: string, reason: string, cause?: unknown) =>
  new ParallaxError('CONFIGURATION_INVALID', `PARALLAX_PERSISTED_DOCUMENTS: ${file} ${reason}`, { cause });

/**
 * The files that paths stand for: themselves, or all `.json` files of a folder, by name.
 * @returns each with what changes when it is written anew
 * @throws ParallaxError CONFIGURATION_INVALID
 */
export async function findFiles(paths: readonly string[]): Promise<{ file: string; mark: string }[]> {
  const found: { file: string; mark: string }[] = [];
  for (const path of paths) {
    try {
      const isFolder = (await stat(path)).isDirectory();
      const names = isFolder ? (await readdir(path)).filter((name) => name.endsWith('.json')).sort() : [''];
      for (const name of names) {
        const file = join(path, name);
        const { ino, size, mtimeMs } = await stat(file);
        found.push({ file, mark: `${ino} ${size} ${mtimeMs}` });
      }
    } catch (error) {
      throw refuse(path, `cannot be read: ${(error as Error).message}`, error);
    }
  }
  return found;
}

/**
 * Reads one file: a map of identifiers to texts, as graphql-codegen's client preset and Relay's compiler write them, or
 * Apollo's manifest.
 * @throws ParallaxError CONFIGURATION_INVALID
 */
export async function readFileOfDocuments(file: string): Promise<WrittenDocument[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw refuse(file, `is not JSON that can be read: ${(error as Error).message}`, error);
  }
  return entriesOf(file, content).map(([id, text]) => {
    if (typeof id !== 'string' || !isIdentifier(id)) {
      throw refuse(file, `holds the identifier ${JSON.stringify(id)}; docs/persisted-documents.md tells the forms.`);
    }
    if (typeof text !== 'string') throw refuse(file, `holds no text under "${id}".`);
    if (id.startsWith('sha256:') && id !== `sha256:${digestOf(text)}`) {
      throw refuse(file, `holds a text under "${id}" whose SHA-256 is ${digestOf(text)}.`);
    }
    return { id, text, file };
  });
}

function entriesOf(file: string, content: unknown): [unknown, unknown][] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw refuse(file, 'holds no JSON object.');
  }
  if (!('format' in content && 'operations' in content)) return Object.entries(content);
  const { format, version, operations } = content as { format: unknown; version?: unknown; operations: unknown };
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations)) {
    throw refuse(file, 'is no manifest of the format "apollo-persisted-query-manifest", version 1.');
  }
  return operations.map((operation: unknown) => {
    const { id, body } = (operation ?? {}) as { id?: unknown; body?: unknown };
    return [id, body];
  });
}
