import { isObject, listOf, type JsonObject } from './json-values.js';

export const jsonLdMediaType = 'application/ld+json';

/** Data nests a few levels; deeper is none. */
const maximumDepth = 24;

/** Properties through which a document leads to the articles it holds: graphs, lists, pages, blogs. */
const containers = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'itemListElement',
  'item',
  'dataFeedElement',
  'hasPart',
  'blogPost',
];

/** Whether a JSON object is JSON-LD. */
export function isJsonLd(value: JsonObject): boolean {
  return '@type' in value || '@graph' in value || '@context' in value;
}

/** `https://schema.org/NewsArticle`, `schema:NewsArticle` and `NewsArticle` are one name. */
function shortName(name: string): string {
  return name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/, '');
}

/**
 * One form of the many in which JSON-LD writes the same: short names, `{"@value": x}` as x, `{"@list": x}` as x. The
 * vocabulary is taken to be schema.org; contexts are not fetched.
 */
function normalise(value: unknown, depth: number): unknown {
  if (depth > maximumDepth) return null;
  if (Array.isArray(value)) return value.map((item) => normalise(item, depth + 1));
  if (!isObject(value)) return value;
  for (const wrapper of ['@value', '@list', '@set']) {
    if (wrapper in value) return normalise(value[wrapper], depth + 1);
  }
  const entries = Object.entries(value).filter(([name]) => name !== '@context');
  return Object.fromEntries(
    entries.map(([name, each]) => [
      shortName(name),
      name === '@type'
        ? listOf(each)
            .filter((type) => typeof type === 'string')
            .map(shortName)
        : normalise(each, depth + 1),
    ]),
  );
}

/** The types of a node, without the address of schema.org in front. */
export function typesOf(node: JsonObject): string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string');
}

const articleType = /^(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$/;

export function isArticle(node: JsonObject): boolean {
  return typesOf(node).some((type) => articleType.test(type));
}

function collect(value: unknown, depth: number, visit: (node: JsonObject) => void): void {
  if (depth > maximumDepth) return;
  for (const node of listOf(value)) {
    if (!isObject(node)) continue;
    visit(node);
    // What is part of an article (a section behind the paywall, the page it stands on) is no article of its own.
    if (isArticle(node)) continue;
    for (const name of containers) collect(node[name], depth + 1, visit);
  }
}

/** `{"@id": "#x"}` alone refers to the node that has this id: its name and address are put in its place. */
function withReferences(node: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (!isObject(value) || Object.keys(value).length !== 1 || typeof value['@id'] !== 'string') return value;
    const { '@type': type, name, url } = byId.get(value['@id']) ?? {};
    return { ...value, ...(type ? { '@type': type } : {}), ...(name ? { name } : {}), ...(url ? { url } : {}) };
  };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolve(value)]));
}

/**
 * The articles of a JSON-LD document, in one form: a node alone, a list, a `@graph`, or inside lists and pages.
 * @returns the articles, and the types of what else stands at the top, for messages
 */
export function articlesOf(value: unknown): { articles: JsonObject[]; otherTypes: string[] } {
  const normal = normalise(value, 0);
  const articles: JsonObject[] = [];
  const otherTypes = new Set<string>();
  const byId = new Map<string, JsonObject>();
  collect(normal, 0, (node) => {
    if (typeof node['@id'] === 'string' && Object.keys(node).length > 1) byId.set(node['@id'], node);
    if (isArticle(node)) articles.push(node);
    else typesOf(node).forEach((type) => otherTypes.add(type));
  });
  return { articles: articles.map((node) => withReferences(node, byId)), otherTypes: [...otherTypes] };
}
