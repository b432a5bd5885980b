import { cleanLine, comparable, decodeReferences } from './clean.js';
import type { PageDocument } from './dom.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Graphs nest a few levels; deeper is no metadata. */
const MAXIMUM_DEPTH = 8;

/** schema.org types of a written piece: NewsArticle and its kin, BlogPosting, LiveBlogPosting, plain Article. */
const articleType = /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A string property, cleaned; null when it is absent, empty or something else. */
export function stringOf(value: unknown): string | null {
  const first = listOf(value)[0];
  if (typeof first !== 'string') return null;
  const line = cleanLine(decodeReferences(first));
  return line === '' ? null : line;
}

/** `@type` without the schema.org address in front of it. */
export function typesOf(node: JsonObject): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ''));
}

/** Publishers write line breaks inside strings, comments around the JSON, or a semicolon after it. */
function parseLeniently(source: string): unknown {
  const json = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const candidate of [json, json.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      continue;
    }
  }
  return null;
}

function collect(value: unknown, depth: number, found: JsonObject[]): void {
  if (depth > MAXIMUM_DEPTH) return;
  for (const node of listOf(value)) {
    if (!isObject(node)) continue;
    if (typesOf(node).some((type) => articleType.test(type))) found.push(node);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(node[key], depth + 1, found);
  }
}

/** Share of runs of three letters that two titles of the same piece have in common, at least. */
const LEAST_LIKENESS = 0.3;

/** Runs of three letters, so that it holds in languages without spaces. */
function runsOf(text: string): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + 2 < Math.min(text.length, 500); at += 1) runs.add(text.slice(at, at + 3));
  return runs;
}

/** Whether a headline may be that of a page with these titles: sites write shorter and longer ones for the same piece. */
function isLike(headline: string, titles: readonly string[]): boolean {
  const own = runsOf(headline);
  return titles.some((title) => {
    const other = runsOf(title);
    const shared = [...own].filter((run) => other.has(run)).length;
    return shared >= LEAST_LIKENESS * Math.min(own.size, other.size);
  });
}

/**
 * The JSON-LD object (schema.org NewsArticle and its kin) that describes the article of this page; null when there is none.
 * Among several, the one whose headline a title of the page repeats; else the first, unless its headline has nothing in
 * common with any title: then it describes another article, as on pages made from a stale template.
 */
export function readJsonLd(document: PageDocument, titles: readonly string[]): JsonObject | null {
  const found: JsonObject[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parseLeniently(script.textContent ?? ''), 0, found);
  }
  const shown = titles.map(comparable);
  const headlineOf = (node: JsonObject): string => comparable(stringOf(node.headline) ?? stringOf(node.name) ?? '');
  const matching = found.find((node) => {
    const headline = headlineOf(node);
    return headline !== '' && shown.some((title) => title.includes(headline));
  });
  if (matching) return matching;
  const first = found[0];
  if (!first) return null;
  const headline = headlineOf(first);
  return headline === '' || shown.length === 0 || isLike(headline, shown) ? first : null;
}

/** Names of persons or organisations: "A", {name: "A"}, or a list of either. */
export function namesOf(value: unknown): string[] {
  const names = listOf(value).map((item) => (isObject(item) ? stringOf(item.name) : stringOf(item)));
  return [...new Set(names.filter((name) => name !== null))];
}
