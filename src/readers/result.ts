import type { ParallaxError } from '../errors.js';
import type { DeclaredFields, DecodedDocument } from '../pipeline/values.js';
import type { ColumnMapping } from './csv/columns.js';

/** One file, answer or request as it comes from outside. */
export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** e.g. `text/html; charset=utf-8`; null when nobody says. */
  readonly mediaType?: string | null;
  /** File name or address, for messages and for telling the format. */
  readonly name?: string | null;
  /** What is known of it. A JSON record that names the same field wins, since it speaks of one document alone. */
  readonly declared?: DeclaredFields;
  /** Which column of a table holds what. Left out, the usual names tell. */
  readonly columns?: ColumnMapping;
}

/** One document that could be read. */
export interface ReadDocument {
  readonly name: string | null;
  /** Where it stands in a file of several documents, such as `line 3`, `entry 3` or `row 3`, from 1; null in a file of one. */
  readonly place: string | null;
  readonly document: DecodedDocument;
  /** What to keep as the RawDocument: with `mediaType`, these bytes read again give the same document. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Where a document stands that its feed only announces, and what the feed says of it. */
export interface ArticleLink {
  /** An address of http or https. */
  readonly url: string;
  /** To hand on as `declared` with the page: what the feed knows better than the page does. No headline: the page's is whole. */
  readonly declared: DeclaredFields;
}

/** One document, or a whole file, that could not. */
export interface RefusedDocument {
  readonly name: string | null;
  readonly place: string | null;
  readonly error: ParallaxError;
  /** Given with ENTRY_IS_TEASER: following it gives the document. */
  readonly link?: ArticleLink;
}

export type ReadResult = ReadDocument | RefusedDocument;

/** Name and place together, for messages and receipts: `feed.xml, entry 3`. */
export function nameOf({ name, place }: ReadResult): string | null {
  return place === null ? name : `${name ?? 'input'}, ${place}`;
}

export function isRefused(result: ReadResult): result is RefusedDocument {
  return 'error' in result;
}
