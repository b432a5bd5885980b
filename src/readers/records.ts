import { CsvReader } from './csv/index.js';
import { InputFormat } from './format.js';
import { JsonLinesReader } from './json-lines.js';
import type { ReadLimits } from './limits.js';
import type { DocumentInput, ReadResult } from './result.js';

/** Reads a file of many records from bytes as they come, holding one record at a time. */
export interface RecordReader {
  /** The documents whose records end in these bytes. */
  push(bytes: Uint8Array): Generator<ReadResult>;
  /** The document of a last record that no line break ends. */
  end(): Generator<ReadResult>;
}

/** The reader of a format that is read as it comes; null for one that must be whole. */
export function recordReader(
  format: InputFormat,
  input: Omit<DocumentInput, 'bytes'>,
  limits: ReadLimits,
): RecordReader | null {
  const { name = null, mediaType = null, declared = {}, columns } = input;
  if (format === InputFormat.JSON_LINES) return new JsonLinesReader(name, declared, limits);
  // Whoever names columns says that a text without a telling name is a table.
  const isTable = format === InputFormat.CSV || (format === InputFormat.TEXT && columns !== undefined);
  return isTable ? new CsvReader({ name, mediaType, declared, limits, columns: columns ?? {} }) : null;
}
