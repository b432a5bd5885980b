import type { DocumentFormat, DeclaredFields } from '../pipeline/values.js';
import { Genre } from '../pipeline/values.js';
import type { ArticleLink, ReadDocument } from './result.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a reader of one record makes: all of a ReadDocument but its name and place. */
export type ReadContent = Pick<ReadDocument, 'document' | 'bytes' | 'mediaType'>;

/** A record that only says where its article stands. */
export interface LinkedRecord {
  readonly link: ArticleLink;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value or a list of them as a list; null and undefined as none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first string of a value that may be a string, a list, or nothing; undefined for an empty one. */
export function stringOf(value: unknown): string | undefined {
  const first = listOf(value).find((item) => typeof item === 'string' && item.trim() !== '');
  return typeof first === 'string' ? first.trim() : undefined;
}

/** Names of persons or organisations: "A", `{name: "A"}`, or a list of either; each once. */
export function namesOf(value: unknown): string[] {
  const names = listOf(value).map((item) => stringOf(isObject(item) ? item.name : item));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Whether a string is an address of http or https. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** Whether a text is marked up: it closes a block, or breaks a line as HTML does. */
export function looksLikeHtml(text: string): boolean {
  return /<\/(?:p|div|h[1-6]|ul|ol|section|article|blockquote)\s*>|<br\s*\/?>|<p[\s>]/i.test(text);
}

/** Without the fields that are undefined, so that they do not hide what the caller said. */
export function withoutAbsent(fields: DeclaredFields): DeclaredFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const opinion = /^(?:opinions?|op-?eds?|editorials?|comment(?:ary)?|columns?|letters?|reviews?)$/;
const analysis = /^(?:analys[ie]s|(?:news-)?background(?:er)?|explainers?)$/;

/** The genre that a label names ("Opinion", "backgrounder"); undefined for any other. */
export function genreOf(label: string): Genre | undefined {
  const name = label.trim().toLowerCase().replace(/\s+/g, '-');
  if (opinion.test(name)) return Genre.OPINION;
  return analysis.test(name) ? Genre.ANALYSIS : undefined;
}

/** The content of a record, kept as its own JSON, so that the same reader makes the same document of it again. */
export function contentOf(
  record: JsonObject,
  mediaType: string,
  format: DocumentFormat,
  content: string,
  declared: DeclaredFields,
): ReadContent {
  return { document: { format, content, declared }, bytes: Buffer.from(JSON.stringify(record), 'utf8'), mediaType };
}
