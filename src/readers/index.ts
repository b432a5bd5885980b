import { isParallaxError, ParallaxError } from '../errors.js';
import { readFeedFile } from './feed/documents.js';
import { detectFormat, InputFormat } from './format.js';
import { readHtmlFile } from './html.js';
import { readJson } from './json.js';
import { defaultLimits, tooLarge, type ReadLimits } from './limits.js';
import { readOpmlFile } from './opml.js';
import { recordReader, type RecordReader } from './records.js';
import type { DocumentInput, ReadResult } from './result.js';
import { readTextFile } from './text.js';

export { parseColumns, type ColumnMapping } from './csv/columns.js';
export { defaultLimits, type ReadLimits } from './limits.js';
export {
  isRefused,
  nameOf,
  type ArticleLink,
  type DocumentInput,
  type ReadDocument,
  type ReadResult,
  type RefusedDocument,
} from './result.js';

/**
 * Reads what came from outside: tells its format, decodes its bytes, takes the fields declared of it. A file gives one
 * result, JSON Lines one a line, a feed one an entry, a table one a row, a list one an item. Nothing coded is thrown: what
 * cannot be read is a result with an error, and the rest follows.
 * Codes: DOCUMENT_EMPTY, DOCUMENT_BINARY, DOCUMENT_TOO_LARGE, ENCODING_INVALID, FORMAT_UNKNOWN; those of one format are told
 * in its reader.
 */
export function* readDocument(input: DocumentInput, limits: ReadLimits = defaultLimits): Generator<ReadResult> {
  const { bytes, mediaType = null, name = null, declared = {} } = input;
  try {
    if (bytes.length === 0) throw new ParallaxError('DOCUMENT_EMPTY', 'The file is empty.');
    const format = detectFormat(bytes, mediaType, name);
    const records = recordReader(format, input, limits);
    if (records) {
      yield* readRecords(records, bytes);
      return;
    }
    if (bytes.length > limits.documentBytes) throw tooLarge('The document', limits);
    if (format === InputFormat.FEED) yield* readFeedFile(input);
    else if (format === InputFormat.JSON) yield* readJson(bytes, name, null, declared);
    else if (format === InputFormat.OPML) yield* readOpmlFile(bytes, mediaType, name, declared);
    else {
      const read = format === InputFormat.HTML ? readHtmlFile : readTextFile;
      yield { name, place: null, ...read(bytes, mediaType, declared) };
    }
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    yield { name, place: null, error };
  }
}

function* readRecords(reader: RecordReader, bytes: Uint8Array): Generator<ReadResult> {
  let count = 0;
  for (const results of [reader.push(bytes), reader.end()]) {
    for (const result of results) {
      count += 1;
      yield result;
    }
  }
  if (count === 0) throw new ParallaxError('DOCUMENT_EMPTY', 'The file holds no record.');
}
