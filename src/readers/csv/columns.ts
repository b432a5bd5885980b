import { ParallaxError } from '../../errors.js';

/** The fields of a record that a column may hold, each with the usual names of such a column, the surest first. */
const usualNames = {
  id: ['id', 'articleid', 'documentid', 'docid', 'guid'],
  url: ['url', 'link', 'articleurl', 'permalink', 'weburl', 'address'],
  source: ['source', 'outlet', 'publisher', 'publication', 'newspaper', 'sourcename', 'medium', 'site', 'domain'],
  headline: ['headline', 'title', 'articletitle', 'heading'],
  byline: ['byline', 'author', 'authors', 'writer', 'journalist'],
  publishedAt: [
    'publishedat',
    'datepublished',
    'publicationdate',
    'publishdate',
    'publisheddate',
    'published',
    'pubdate',
    'date',
    'datetime',
    'timestamp',
  ],
  text: [
    'text',
    'body',
    'content',
    'articletext',
    'articlebody',
    'fulltext',
    'maintext',
    'bodytext',
    'story',
    'article',
  ],
  html: ['html', 'bodyhtml', 'contenthtml', 'articlehtml'],
  language: ['language', 'lang', 'inlanguage'],
  genre: ['genre'],
} as const satisfies Record<string, readonly string[]>;

export type ColumnField = keyof typeof usualNames;

const fields = Object.keys(usualNames) as ColumnField[];

/** Names of columns by field; '' for a field that no column shall fill. What it leaves out is found by the usual names. */
export type ColumnMapping = Readonly<Partial<Record<ColumnField, string>>>;

const isField = (name: string): name is ColumnField => (fields as string[]).includes(name);

/**
 * Reads `headline=Title,text=Body`; `byline=` says that no column holds the byline.
 * @throws ParallaxError BAD_USER_INPUT
 */
export function parseColumns(text: string): ColumnMapping {
  const mapping: Partial<Record<ColumnField, string>> = {};
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    const field = part.slice(0, at === -1 ? undefined : at).trim();
    if (at === -1 || !isField(field)) {
      const known = fields.join(', ');
      throw new ParallaxError(
        'BAD_USER_INPUT',
        `Columns are given as "headline=Title,text=Body"; "${part.trim().slice(0, 60)}" is not of that form. The fields are ${known}.`,
      );
    }
    mapping[field] = part.slice(at + 1).trim();
  }
  return mapping;
}

/** Which column (from 0) each field is in. */
export type Columns = ReadonlyMap<ColumnField, number>;

const normal = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** How many fields the names of a header row would fill: tells the right separator from the wrong ones. */
export function countFields(header: readonly string[], mapping: ColumnMapping): number {
  return findColumns(header, mapping).columns.size;
}

/** @returns the columns found, and the names of the mapping that no column has */
export function findColumns(
  header: readonly string[],
  mapping: ColumnMapping,
): { readonly columns: Columns; readonly missing: readonly string[] } {
  const columns = new Map<ColumnField, number>();
  const missing: string[] = [];
  const names = header.map((name) => name.trim());
  const simple = names.map(normal);
  const taken = new Set<number>();
  const take = (field: ColumnField, column: number): void => {
    columns.set(field, column);
    taken.add(column);
  };
  for (const field of fields) {
    const name = mapping[field];
    if (name === undefined || name === '') continue;
    const exact = names.indexOf(name);
    const column = exact === -1 ? simple.indexOf(normal(name)) : exact;
    if (column === -1) missing.push(name);
    else take(field, column);
  }
  for (const field of fields) {
    if (mapping[field] !== undefined) continue;
    const column = usualNames[field]
      .map((name) => simple.indexOf(name))
      .find((each) => each !== -1 && !taken.has(each));
    if (column !== undefined) take(field, column);
  }
  return { columns, missing };
}
