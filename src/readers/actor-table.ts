import { ParallaxError } from '../errors.js';
import { RowSplitter } from './csv/rows.js';
import { decodeText } from './encoding.js';

/** A row of a table of actors as it stands there, unchecked; or why it cannot be read. */
export type ActorTableRow = { readonly line: number } & (
  | {
      readonly actor: {
        readonly name: string;
        readonly aliases: readonly string[];
        readonly kind: string;
        readonly country: string | null;
        readonly wikidataId: string | null;
      };
    }
  | { readonly error: ParallaxError }
);

const longestRow = 100_000;

/** Names of the columns, as letters only. */
const columnNames: Readonly<Record<string, 'name' | 'aliases' | 'kind' | 'country' | 'wikidataId'>> = {
  name: 'name',
  aliases: 'aliases',
  alias: 'aliases',
  kind: 'kind',
  type: 'kind',
  country: 'country',
  wikidataid: 'wikidataId',
  wikidata: 'wikidataId',
};

/**
 * Reads a table of actors: CSV with a header (separated by comma, semicolon or tab, aliases by | or in several columns), or JSON Lines.
 * @throws ParallaxError ENCODING_INVALID, TABLE_HEADER_MISSING
 */
export function* readActorTable(bytes: Uint8Array): Generator<ActorTableRow> {
  const { content: text } = decodeText(bytes, null);
  if (/^\s*\{/.test(text)) yield* readJsonLines(text);
  else yield* readCsv(text);
}

function* readJsonLines(text: string): Generator<ActorTableRow> {
  for (const [index, source] of text.split(/\r\n|\n|\r/).entries()) {
    if (source.trim() === '') continue;
    const line = index + 1;
    try {
      yield { line, actor: actorOf(JSON.parse(source)) };
    } catch (error) {
      const known =
        error instanceof ParallaxError ? error : new ParallaxError('JSON_MALFORMED', 'The line is no JSON.');
      yield { line, error: known };
    }
  }
}

function actorOf(value: unknown) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ParallaxError('JSON_MALFORMED', 'The line is no JSON object.');
  }
  const { name, aliases = [], kind, country = null, wikidataId = null } = value as Record<string, unknown>;
  const isText = (field: unknown): field is string => typeof field === 'string';
  const isTextOrNull = (field: unknown): field is string | null => field === null || isText(field);
  if (!isText(name) || !isText(kind)) throw new ParallaxError('JSON_MALFORMED', '"name" and "kind" must be texts.');
  if (!Array.isArray(aliases) || !aliases.every(isText)) {
    throw new ParallaxError('JSON_MALFORMED', '"aliases" must be an array of texts.');
  }
  if (!isTextOrNull(country) || !isTextOrNull(wikidataId)) {
    throw new ParallaxError('JSON_MALFORMED', '"country" and "wikidataId" must be texts, or left out.');
  }
  return { name, aliases, kind, country, wikidataId };
}

function* readCsv(text: string): Generator<ActorTableRow> {
  const [head = ''] = text.trimStart().split(/[\r\n]/, 1);
  const separator = [',', ';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  const rows = numberedRows(text, separator);
  const { value: header } = rows.next();
  const columns = header && 'cells' in header.row ? header.row.cells.map((cell) => columnNames[plain(cell)]) : [];
  if (!columns.includes('name') || !columns.includes('kind')) {
    throw new ParallaxError(
      'TABLE_HEADER_MISSING',
      'The first row must name the columns: name and kind, and where there are any aliases, country, wikidataId.',
    );
  }
  const twice = columns.find((name, index) => name && name !== 'aliases' && columns.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ParallaxError('TABLE_HEADER_MISSING', `The first row names the column ${twice} twice: which one counts?`);
  }
  for (const { line, row } of rows) {
    if ('problem' in row) {
      const why =
        row.problem === 'TOO_LARGE' ? `it is longer than ${longestRow} characters` : 'a quotation mark is not closed';
      yield { line, error: new ParallaxError('TABLE_ROW_INVALID', `The row cannot be read: ${why}.`) };
    } else if (row.cells.length > columns.length) {
      const message = `The row has ${row.cells.length} cells where the header has ${columns.length}; aliases are separated by |.`;
      yield { line, error: new ParallaxError('TABLE_ROW_INVALID', message) };
    } else {
      const cell = (name: (typeof columns)[number]) => row.cells[columns.indexOf(name)]?.trim() ?? '';
      const aliases = row.cells
        .filter((_, index) => columns[index] === 'aliases')
        .flatMap((several) => several.split('|'))
        .map((alias) => alias.trim());
      yield {
        line,
        actor: {
          name: cell('name'),
          aliases: aliases.filter((alias) => alias !== ''),
          kind: cell('kind'),
          country: cell('country') || null,
          wikidataId: cell('wikidataId') || null,
        },
      };
    }
  }
}

const plain = (cell: string): string => cell.toLowerCase().replace(/[^a-z]/g, '');

/** The rows that hold anything, each with the line that it begins in, from 1. */
function* numberedRows(text: string, separator: string) {
  const splitter = new RowSplitter(separator, longestRow);
  let line = 1;
  let begins = 1;
  for (const piece of text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []) {
    line += 1;
    for (const row of splitter.push(piece)) {
      if (!('cells' in row) || row.cells.some((cell) => cell.trim() !== '')) yield { line: begins, row };
      begins = line;
    }
  }
  for (const row of splitter.end()) {
    if (!('cells' in row) || row.cells.some((cell) => cell.trim() !== '')) yield { line: begins, row };
  }
}
