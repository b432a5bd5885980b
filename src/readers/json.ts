import { isUtf8 } from 'node:buffer';
import { isParallaxError, ParallaxError } from '../errors.js';
import type { DeclaredFields } from '../pipeline/values.js';
import { articlesOf, isJsonLd } from './json-ld.js';
import { readOwnRecord } from './json-record.js';
import { isHeavyJson } from './json-weight.js';
import { isObject, type JsonObject, type LinkedRecord, type ReadContent } from './json-values.js';
import { isNinjs, readNinjs } from './ninjs.js';
import type { ReadResult } from './result.js';
import { readSchemaOrgArticle } from './schema-org-article.js';

/** @throws ParallaxError ENCODING_INVALID, JSON_MALFORMED, DOCUMENT_TOO_LARGE */
function parseJson(bytes: Uint8Array, where: string): unknown {
  if (!isUtf8(bytes)) throw new ParallaxError('ENCODING_INVALID', `${where} is not UTF-8, as JSON must be.`);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (isHeavyJson(text))
    throw new ParallaxError(
      'DOCUMENT_TOO_LARGE',
      `${where} holds too many values to be read: split it, or give JSON Lines.`,
    );
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ParallaxError('JSON_MALFORMED', `${where} is not valid JSON.`);
  }
}

/** A function that reads one record, under the name that messages give it. */
type Record = (where: string) => ReadContent | LinkedRecord;

function recordsOfGraph(graph: JsonObject, declared: DeclaredFields): Record[] {
  const { articles, otherTypes } = articlesOf(graph);
  if (articles.length > 0) return articles.map((node) => (where) => readSchemaOrgArticle(node, where, declared));
  const refuse = (where: string): never => {
    const types = otherTypes.slice(0, 5).join(', ');
    const holds = types === '' ? 'no type' : `only ${types}`;
    throw new ParallaxError('ARTICLE_TYPE_UNSUPPORTED', `${where} describes no article: it holds ${holds}.`);
  };
  return [refuse];
}

/** The records of a JSON value, each of the shape that it shows: ninjs, schema.org JSON-LD, or our own. */
function recordsOf(value: unknown, declared: DeclaredFields): Record[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (Array.isArray(item) ? [notAnObject] : recordsOf(item, declared)));
  if (!isObject(value)) return [notAnObject];
  if (isNinjs(value)) return [(where) => readNinjs(value, where, declared)];
  if (isJsonLd(value)) return recordsOfGraph(value, declared);
  return [(where) => readOwnRecord(value, where, declared)];
}

function notAnObject(where: string): never {
  throw new ParallaxError('JSON_MALFORMED', `${where} is not a JSON object.`);
}

/**
 * Reads all records of one JSON value: a record, a list of records, or a JSON-LD graph. One result a record; what cannot
 * be read is a result with an error.
 * @param line in a file of JSON Lines; null for a file that is one value
 * @throws ParallaxError ENCODING_INVALID, JSON_MALFORMED, DOCUMENT_TOO_LARGE, DOCUMENT_EMPTY where there is not one record
 */
export function* readJson(
  bytes: Uint8Array,
  name: string | null,
  line: number | null,
  declared: DeclaredFields,
): Generator<ReadResult> {
  const records = recordsOf(parseJson(bytes, line === null ? 'The document' : `Line ${line}`), declared);
  if (records.length === 0) throw new ParallaxError('DOCUMENT_EMPTY', 'The list holds no record.');
  const isOnly = records.length === 1;
  for (const [index, read] of records.entries()) {
    const places = [line === null ? null : `line ${line}`, isOnly ? null : `item ${index + 1}`];
    const place = places.filter((part) => part !== null).join(', ') || null;
    const where = place === null ? 'The document' : place[0]!.toUpperCase() + place.slice(1);
    try {
      yield { name, place, ...refuseLinked(read(where), where) };
    } catch (error) {
      if (error instanceof RangeError) {
        const tooDeep = new ParallaxError('JSON_MALFORMED', `${where} is nested too deeply.`, { cause: error });
        yield { name, place, error: tooDeep };
      } else if (isParallaxError(error)) yield { name, place, error };
      else throw error;
    }
  }
}

function refuseLinked(content: ReadContent | LinkedRecord, where: string) {
  if (!('link' in content)) return content;
  const { link } = content;
  const sentence = `${where} has no text (articleBody): the article stands at ${link.url}.`;
  return { error: new ParallaxError('ENTRY_IS_TEASER', sentence), link };
}
