import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, parseHTML } from 'linkedom';
import { ClaimKind, PropositionRelationKind, SourceKind } from '../../src/pipeline/values.js';
import { documents, manifest, parseDemoFile, readDemoFile } from './documents';

interface DemoSource {
  name: string;
  domain: string;
  kind: string;
  country: string;
  languages: string[];
  owner: string;
}
interface ExpectedClaim {
  article: string;
  speaker: string;
  kind: string;
  contains: string;
  in?: 'HEADLINE';
  chain?: { contains: string; owner?: string }[];
}
interface ExpectedProposition {
  id: string;
  event: string;
  statedBy: string[];
  passages: Record<string, string>;
  missingIn: string[];
  /** Words, separated by "|", that every passage's article has at least one of and no article of `missingIn` has. */
  telltale?: string;
}
interface Expected {
  events: { id: string; articles: string[] }[];
  wireGroups: { original: string; copies: string[] }[];
  claims: ExpectedClaim[];
  propositions: ExpectedProposition[];
  relations: { first: string; second: string; relation: string }[];
}

const demo = join(__dirname, '../../demo');
const sources = parseDemoFile<DemoSource[]>('sources.json');
const expected = parseDemoFile<Expected>('expected.json');
const keys = documents.map(({ key }) => key);
const articles = new Map(documents.map((document) => [document.key, document]));
const sourceOf = new Map(documents.map(({ key, source }) => [key, source]));
const textOf = (key: string): string => articles.get(key)?.text ?? '';
const has = (format: RegExp): string[] => manifest.map(({ path }) => path).filter((path) => format.test(path));
const hasOneOf = (text: string, words: string): boolean => words.split('|').some((word) => text.includes(word));

describe('demo/sources.json', () => {
  test('names ten outlets of invented domains and known kinds', () => {
    expect(new Set(sources.map((source) => source.name)).size).toBe(10);
    expect(new Set(sources.map((source) => source.country)).size).toBe(10);
    for (const source of sources) {
      expect(source.domain).toMatch(/^[a-z-]+\.example$/);
      expect(Object.values(SourceKind)).toContain(source.kind);
      expect(source.country).toMatch(/^[A-Z]{2}$/);
    }
  });
});

describe('demo/manifest.json', () => {
  test('lists every file of articles/ once', () => {
    const paths = manifest.map(({ path }) => path);
    const files = readdirSync(join(demo, 'articles'), { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile()).length).toBe(paths.length);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !existsSync(join(demo, path)))).toEqual([]);
  });

  test('has 32 articles, two of them in two versions under one URL', () => {
    expect(documents.length).toBe(34);
    expect(new Set(documents.map(({ url }) => url)).size).toBe(32);
    const revisions = documents.filter(({ revises }) => revises !== undefined);
    expect(revisions.length).toBe(2);
    for (const revision of revisions) {
      const earlier = articles.get(revision.revises ?? '')!;
      expect(earlier.url).toBe(revision.url);
      expect(earlier.text).not.toBe(revision.text);
      expect(documents.indexOf(earlier)).toBeLessThan(documents.indexOf(revision));
    }
  });

  test('has every format that is read', () => {
    for (const format of [
      /\.html$/,
      /\.txt$/,
      /\.jsonl$/,
      /\.rss$/,
      /\.atom$/,
      /\.rdf$/,
      /\.csv$/,
      /\.jsonld$/,
      /feed\.json$/,
    ]) {
      expect(has(format)).not.toEqual([]);
    }
    const versions = has(/\.json$/).map((path) => {
      const json = parseDemoFile<Record<string, { version: string } | undefined>>(path);
      return (json.standard ?? json.$standard)?.version;
    });
    expect(versions.filter((version) => version !== undefined).sort()).toEqual(['1.4', '2.1', '3.0']);
  });

  test('knows every source, and its URLs lie on the domain of their source', () => {
    for (const { source: name, url } of documents) {
      const source = sources.find((candidate) => candidate.name === name);
      expect(new URL(url).hostname).toBe(source?.domain);
    }
    expect(new Set(manifest.map((entry) => entry.source)).size).toBe(10);
  });

  test('stands in the order in which the documents were seen', () => {
    const seen = manifest.map(({ seenAt }) => seenAt);
    expect(seen).toEqual([...seen].sort());
  });

  test('names what a delivery repeats, which is the same as before', () => {
    const repeated = manifest.flatMap(({ path, documents: held }) =>
      (held ?? []).flatMap(({ url, repeats }) => (repeats === undefined ? [] : [{ path, url, repeats }])),
    );
    expect(repeated.length).toBe(1);
    for (const { path, url, repeats } of repeated) {
      expect(articles.get(repeats)?.url).toBe(url);
      const [before, after] = [repeats, path].map((file) => readDemoFile(file));
      const entry = (feed: string | undefined): string =>
        feed?.split('<entry>').find((each) => each.includes(url)) ?? '';
      expect(entry(before).split('</entry>')[0]).toBe(entry(after).split('</entry>')[0]);
    }
  });
});

describe('demo/feeds.opml', () => {
  const outlines = [
    ...new DOMParser().parseFromString(readDemoFile('feeds.opml'), 'text/xml').querySelectorAll('outline'),
  ];

  test('lists a feed of every outlet that delivers feeds', () => {
    const listed = outlines.flatMap((outline) => outline.getAttribute('xmlUrl') ?? []);
    const domains = listed.map((address) => new URL(address).hostname).sort();
    const delivering = manifest.filter(({ path }) => path.includes('feed.')).map(({ source }) => source);
    const wanted = sources.filter(({ name }) => delivering.includes(name)).map(({ domain }) => domain);
    expect(domains).toEqual(wanted.sort());
  });
});

describe('the articles', () => {
  test.each(keys)('%s has a headline and between 180 and 450 words', (key) => {
    const article = articles.get(key)!;
    expect(article.headline.length).toBeGreaterThan(10);
    const words = article.text.split(/\s+/).filter((word) => word !== '').length;
    expect(words).toBeGreaterThanOrEqual(180);
    expect(words).toBeLessThanOrEqual(450);
  });

  test.each(has(/\.html$/))('%s declares a NewsArticle and says it is invented', (path) => {
    const html = readDemoFile(path);
    const data = parseHTML(html).document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(() => JSON.parse(data) as unknown).not.toThrow();
    expect(data).toContain('NewsArticle');
    expect(html).toContain('Invented for the demo of Parallax');
  });

  test.each(has(/\.(?:json|jsonld|rss|atom|rdf)$/))('%s says that it is invented', (path) => {
    expect(readDemoFile(path)).toContain('Invented for the demo of Parallax');
  });

  test.each(expected.wireGroups)('the copies of $original are nearly verbatim', ({ original, copies }) => {
    const shingles = (path: string): Set<string> => {
      const words =
        textOf(path)
          .toLowerCase()
          .match(/[a-z0-9]+/g) ?? [];
      return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
    };
    const first = shingles(original);
    for (const copy of copies) {
      const second = [...shingles(copy)];
      expect(second.filter((shingle) => first.has(shingle)).length / second.length).toBeGreaterThan(0.9);
    }
  });
});

describe('demo/expected.json', () => {
  test('puts every document into one of four events', () => {
    expect(expected.events.length).toBe(4);
    for (const event of expected.events) expect(event.articles.length).toBeGreaterThanOrEqual(6);
    expect(expected.events.flatMap((event) => event.articles).sort()).toEqual([...keys].sort());
  });

  test('expects two to five claims of every document', () => {
    for (const key of keys) {
      const count = expected.claims.filter((claim) => claim.article === key).length;
      expect([key, count >= 2 && count <= 5]).toEqual([key, true]);
    }
  });

  test.each(expected.claims)('$article: “$contains” stands there', (claim) => {
    expect(Object.values(ClaimKind)).toContain(claim.kind);
    const article = articles.get(claim.article)!;
    expect(claim.in === 'HEADLINE' ? article.headline : article.text).toContain(claim.contains);
    for (const hop of claim.chain ?? []) expect(article.text).toContain(hop.contains);
  });

  test.each(expected.propositions)('$id is stated where it should be and missing where it should be', (proposition) => {
    expect(Object.keys(proposition.passages)).toEqual(proposition.statedBy);
    for (const path of proposition.statedBy) {
      expect(textOf(path)).toContain(proposition.passages[path]);
      if (proposition.telltale) expect(hasOneOf(textOf(path), proposition.telltale)).toBe(true);
    }
    const ofEvent = expected.events.find((event) => event.id === proposition.event)?.articles ?? [];
    expect(proposition.statedBy.filter((path) => !ofEvent.includes(path))).toEqual([]);
    for (const name of proposition.missingIn) {
      const searched = ofEvent.filter((path) => sourceOf.get(path) === name);
      expect([name, searched.length > 0]).toEqual([name, true]);
      expect(proposition.statedBy.filter((path) => searched.includes(path))).toEqual([]);
      const traces = searched.filter((path) => proposition.telltale && hasOneOf(textOf(path), proposition.telltale));
      expect(traces).toEqual([]);
    }
  });

  test('relates propositions that it lists', () => {
    const ids = expected.propositions.map((proposition) => proposition.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const relation of expected.relations) {
      expect(ids).toContain(relation.first);
      expect(ids).toContain(relation.second);
      expect(Object.values(PropositionRelationKind)).toContain(relation.relation);
    }
  });
});
