import { isUtf8 } from 'node:buffer';
import { ParallaxError } from '../errors.js';
import { DocumentFormat, Genre, type DeclaredFields } from '../pipeline/values.js';
import type { ReadDocument } from './result.js';

type JsonRecord = Readonly<Record<string, unknown>>;

function parseObject(bytes: Uint8Array, where: string): JsonRecord {
  if (!isUtf8(bytes)) throw new ParallaxError('ENCODING_INVALID', `${where} is not UTF-8, as JSON must be.`);
  let value: unknown;
  try {
    value = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
  } catch {
    throw new ParallaxError('JSON_MALFORMED', `${where} is not valid JSON.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ParallaxError('JSON_MALFORMED', `${where} is not a JSON object.`);
  }
  return value as JsonRecord;
}

function readGenre(value: string | undefined): Genre | undefined {
  if (value === undefined) return undefined;
  const name = value.trim().toUpperCase();
  return Object.values(Genre).find((genre) => genre === name) ?? Genre.UNKNOWN;
}

/**
 * Reads one record: `{id, url, source, headline, byline, text or html, publishedAt, language, genre}`, all strings; other
 * fields are ignored, null counts as absent. Where both are given, `text` is taken.
 * @param line in its file, for messages; null when it is alone
 * @param declared holds where the record says nothing
 * @throws ParallaxError JSON_MALFORMED, ENCODING_INVALID, DOCUMENT_EMPTY
 */
export function readJsonRecord(
  bytes: Uint8Array,
  line: number | null,
  declared: DeclaredFields,
): Pick<ReadDocument, 'document' | 'bytes' | 'mediaType'> {
  const where = line === null ? 'The document' : `Line ${line}`;
  const record = parseObject(bytes, where);
  const field = (name: string): string | undefined => {
    const value = record[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') {
      throw new ParallaxError('JSON_MALFORMED', `${where}: the field "${name}" must be a string.`);
    }
    return value.trim() === '' ? undefined : value;
  };
  const own: DeclaredFields = {
    id: field('id'),
    source: field('source'),
    url: field('url'),
    headline: field('headline'),
    byline: field('byline'),
    publishedAt: field('publishedAt'),
    language: field('language'),
    genre: readGenre(field('genre')),
  };
  const text = field('text');
  const content = text ?? field('html');
  if (content === undefined) {
    if ('text' in record || 'html' in record) throw new ParallaxError('DOCUMENT_EMPTY', `${where} has no text.`);
    throw new ParallaxError('JSON_MALFORMED', `${where} has neither a field "text" nor "html".`);
  }
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return {
    document: {
      format: text === undefined ? DocumentFormat.HTML : DocumentFormat.TEXT,
      content,
      declared: { ...declared, ...said },
    },
    bytes,
    mediaType: 'application/json',
  };
}
