import { isParallaxError, ParallaxError } from '../../errors.js';
import type { DeclaredFields } from '../../pipeline/values.js';
import { charsetOf } from '../encoding.js';
import { readOwnRecord } from '../json-record.js';
import { isWebAddress, looksLikeHtml } from '../json-values.js';
import { tooLarge, type ReadLimits } from '../limits.js';
import type { ReadResult } from '../result.js';
import { findColumns, type ColumnField, type ColumnMapping, type Columns } from './columns.js';
import { TableDecoder } from './decoder.js';
import { tellDialect } from './dialect.js';
import { RowSplitter, type Row } from './rows.js';

export { parseColumns, type ColumnMapping } from './columns.js';

/** A header longer than this is none. */
const longestHeader = 65_536;

const wayOut = 'Name the columns: --columns headline=Title,text=Body.';

export interface TableOptions {
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly declared: DeclaredFields;
  readonly limits: ReadLimits;
  readonly columns: ColumnMapping;
}

/**
 * Reads a table (CSV, TSV and kin) as its bytes come, a document a row, holding one row at a time. The first row that is
 * not blank names the columns. Rows are counted as a spreadsheet shows them: the header is row 1, blank rows count.
 */
export class CsvReader {
  private decoder: TableDecoder | null = null;
  private bytesHeld: Uint8Array | null = null;
  private head = '';
  private splitter: RowSplitter | null = null;
  private columns: Columns | null = null;
  private width = 0;
  private row = 0;

  constructor(private readonly options: TableOptions) {}

  /**
   * The documents whose rows end in these bytes.
   * @throws ParallaxError ENCODING_INVALID, TABLE_HEADER_MISSING, TABLE_COLUMN_MISSING: then nothing more can be read
   */
  *push(bytes: Uint8Array): Generator<ReadResult> {
    const held = this.bytesHeld === null ? bytes : Buffer.concat([this.bytesHeld, bytes]);
    this.bytesHeld = null;
    // A byte order mark may come in two pieces.
    if (!this.decoder && held.length < 3) this.bytesHeld = held;
    else yield* this.read(this.decode(held), false);
  }

  /** The document of a last row without line break. @throws as `push` */
  *end(): Generator<ReadResult> {
    yield* this.read(this.decode(this.bytesHeld ?? new Uint8Array()) + (this.decoder?.end() ?? ''), true);
    if (!this.splitter) return;
    for (const row of this.splitter.end()) yield* this.finish(row);
    if (!this.columns && this.row > 0) throw new ParallaxError('DOCUMENT_EMPTY', 'All rows of the table are blank.');
  }

  private decode(bytes: Uint8Array): string {
    this.decoder ??= new TableDecoder(bytes, charsetOf(this.options.mediaType));
    return this.decoder.write(bytes);
  }

  private *read(text: string, isWhole: boolean): Generator<ReadResult> {
    let piece = text;
    if (!this.splitter) {
      this.head += text;
      const isLong = this.head.length > longestHeader;
      const dialect = tellDialect(this.head.slice(0, longestHeader), isWhole || isLong, this.options.columns);
      if (!dialect) return;
      this.splitter = new RowSplitter(dialect.separator, this.options.limits.documentBytes);
      piece = this.head.slice(dialect.skip);
      this.head = '';
    }
    for (const row of this.splitter.push(piece)) yield* this.finish(row);
  }

  private *finish(row: Row): Generator<ReadResult> {
    this.row += 1;
    const where = `Row ${this.row}`;
    if (!this.columns) {
      if ('problem' in row) throw new ParallaxError('TABLE_HEADER_MISSING', `${where}, the header, cannot be read.`);
      if (isBlank(row.cells)) return;
      this.columns = this.readHeader(this.decoder!.row(row.cells, where));
      this.width = row.cells.length;
      return;
    }
    const { name, limits } = this.options;
    const place = `row ${this.row}`;
    try {
      if ('problem' in row) throw this.refusalOf(row, where, limits);
      if (isBlank(row.cells)) return;
      yield { name, place, ...this.readRow(this.decoder!.row(row.cells, where), this.columns, where) };
    } catch (error) {
      if (!isParallaxError(error)) throw error;
      yield { name, place, error };
    }
  }

  private refusalOf(row: Extract<Row, { problem: unknown }>, where: string, limits: ReadLimits): ParallaxError {
    if (row.problem === 'TOO_LARGE') return tooLarge(where, limits);
    return new ParallaxError(
      'TABLE_ROW_INVALID',
      `${where}: the quotation mark opened in line ${row.line} of the file is never closed, so that all that follows counts as one cell.`,
    );
  }

  private readHeader(header: readonly string[]): Columns {
    const { columns, missing } = findColumns(header, this.options.columns);
    const names = header.map((name) => `"${name.trim().slice(0, 40)}"`).slice(0, 40).join(', '); // prettier-ignore
    if (missing.length > 0) {
      const list = missing.map((name) => `"${name.slice(0, 40)}"`).join(', ');
      throw new ParallaxError('TABLE_COLUMN_MISSING', `The table has no column ${list}. It has ${names}.`);
    }
    if (!(['text', 'html', 'url'] as const).some((field) => columns.has(field))) {
      throw new ParallaxError(
        'TABLE_HEADER_MISSING',
        `Row ${this.row} names no column for the text, nor one for the address: it has ${names}. ${wayOut}`,
      );
    }
    return columns;
  }

  private readRow(cells: readonly string[], columns: Columns, where: string) {
    const isTooLong = cells.slice(this.width).some((cell) => cell.trim() !== '');
    if (cells.length < this.width || isTooLong) {
      throw new ParallaxError(
        'TABLE_ROW_INVALID',
        `${where} has ${cells.length} cells for ${this.width} columns: a cell with a separator or a line break must stand in quotation marks.`,
      );
    }
    const { columns: mapping, declared } = this.options;
    const cell = (field: ColumnField): string => cells[columns.get(field) ?? -1]?.trim() ?? '';
    const record = Object.fromEntries(
      [...columns.keys()].map((field) => [field, cell(field)] as const).filter(([, value]) => value !== ''),
    );
    // Nobody said that the column holds plain text.
    if (mapping.text === undefined && record.html === undefined && looksLikeHtml(record.text ?? '')) {
      record.html = record.text!;
      delete record.text;
    }
    if (record.text === undefined && record.html === undefined) return refuseTextless(record, declared, where);
    return readOwnRecord(record, where, declared);
  }
}

/** A row with an address and no text says where its article stands. */
function refuseTextless(record: Record<string, string>, declared: DeclaredFields, where: string) {
  const { url } = record;
  if (url === undefined || !isWebAddress(url)) throw new ParallaxError('DOCUMENT_EMPTY', `${where} has no text.`);
  const { headline: _, ...said } = readOwnRecord({ ...record, text: '-' }, where, declared).document.declared;
  const error = new ParallaxError('ENTRY_IS_TEASER', `${where} has no text: the article stands at ${url}.`);
  return { error, link: { url, declared: said } };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
