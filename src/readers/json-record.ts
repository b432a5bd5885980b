import { ParallaxError } from '../errors.js';
import { DocumentFormat, Genre, type DeclaredFields } from '../pipeline/values.js';
import { contentOf, withoutAbsent, type JsonObject, type ReadContent } from './json-values.js';

function readGenre(value: string | undefined): Genre | undefined {
  if (value === undefined) return undefined;
  const name = value.trim().toUpperCase();
  return Object.values(Genre).find((genre) => genre === name) ?? Genre.UNKNOWN;
}

/**
 * Reads a record of our own shape: `{id, url, source, headline, byline, text or html, publishedAt, language, genre}`, all
 * strings; other fields are ignored, null counts as absent. Where both are given, `text` is taken.
 * @param where what messages call it
 * @param declared holds where the record says nothing
 * @throws ParallaxError JSON_MALFORMED, DOCUMENT_EMPTY
 */
export function readOwnRecord(record: JsonObject, where: string, declared: DeclaredFields): ReadContent {
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
  const format = text === undefined ? DocumentFormat.HTML : DocumentFormat.TEXT;
  return contentOf(record, 'application/json', format, content, { ...declared, ...withoutAbsent(own) });
}
