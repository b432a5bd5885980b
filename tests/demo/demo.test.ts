import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { ClaimKind, PropositionRelationKind, SourceKind } from '../../src/pipeline/values.js';

type ReadableDocument = ConstructorParameters<typeof Readability>[0];

interface DemoSource {
  name: string;
  domain: string;
  kind: string;
  country: string;
  languages: string[];
  owner: string;
}
interface ManifestEntry {
  path: string;
  source: string;
  url: string;
  seenAt?: string;
  revises?: string;
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
const read = (path: string): string => readFileSync(join(demo, path), 'utf8');
const parse = <T>(path: string): T => JSON.parse(read(path)) as T;

const sources = parse<DemoSource[]>('sources.json');
const manifest = parse<ManifestEntry[]>('manifest.json');
const expected = parse<Expected>('expected.json');
const paths = manifest.map((entry) => entry.path);
const sourceOf = new Map(manifest.map((entry) => [entry.path, entry.source]));

/** Headline and body as a reader of the file sees them; no code of the product, so that both can be wrong apart. */
function plain(path: string): { headline: string; text: string } {
  const content = read(path);
  if (path.endsWith('.txt')) {
    const [headline, , ...rest] = content.split('\n\n');
    return { headline: headline ?? '', text: rest.join('\n\n') };
  }
  if (path.endsWith('.html')) return plainPage(content);
  const line = JSON.parse(content) as { headline: string; text?: string; html?: string };
  return { headline: line.headline, text: line.text ?? plainPage(line.html ?? '').text };
}

function plainPage(html: string): { headline: string; text: string } {
  const headline = parseHTML(html).document.querySelector('h1')?.textContent ?? '';
  const found = new Readability(parseHTML(html).document as unknown as ReadableDocument).parse();
  return { headline, text: found?.textContent ?? '' };
}

const articles = new Map(paths.map((path) => [path, plain(path)]));
const textOf = (path: string): string => articles.get(path)?.text ?? '';
const hasOneOf = (text: string, words: string): boolean => words.split('|').some((word) => text.includes(word));

describe('demo/sources.json', () => {
  test('names seven outlets of invented domains and known kinds', () => {
    expect(new Set(sources.map((source) => source.name)).size).toBe(7);
    expect(new Set(sources.map((source) => source.country)).size).toBe(7);
    for (const source of sources) {
      expect(source.domain).toMatch(/^[a-z-]+\.example$/);
      expect(Object.values(SourceKind)).toContain(source.kind);
      expect(source.country).toMatch(/^[A-Z]{2}$/);
    }
  });
});

describe('demo/manifest.json', () => {
  test('lists every file of articles/ once', () => {
    const files = readdirSync(join(demo, 'articles'), { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile()).length).toBe(paths.length);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !existsSync(join(demo, path)))).toEqual([]);
  });

  test('has 16 articles, one of them in two versions under one URL', () => {
    expect(manifest.length).toBe(17);
    expect(new Set(manifest.map((entry) => entry.url)).size).toBe(16);
    const revisions = manifest.filter((entry) => entry.revises !== undefined);
    expect(revisions.length).toBe(1);
    const earlier = manifest.find((entry) => entry.path === revisions[0]?.revises);
    expect(earlier?.url).toBe(revisions[0]?.url);
    expect(textOf(earlier?.path ?? '')).not.toBe(textOf(revisions[0]?.path ?? ''));
    expect(manifest.indexOf(earlier!)).toBeLessThan(manifest.indexOf(revisions[0]!));
  });

  test('knows every source, and its URLs lie on the domain of their source', () => {
    for (const entry of manifest) {
      const source = sources.find((candidate) => candidate.name === entry.source);
      expect(new URL(entry.url).hostname).toBe(source?.domain);
    }
    expect(new Set(manifest.map((entry) => entry.source)).size).toBe(7);
  });

  test('stands in the order in which the documents were seen', () => {
    const seen = manifest.map((entry) => entry.seenAt ?? '');
    expect(seen).toEqual([...seen].sort());
  });
});

describe('the articles', () => {
  test.each(paths)('%s has a headline and between 180 and 450 words', (path) => {
    const article = articles.get(path)!;
    expect(article.headline.length).toBeGreaterThan(10);
    const words = article.text.split(/\s+/).filter((word) => word !== '').length;
    expect(words).toBeGreaterThanOrEqual(180);
    expect(words).toBeLessThanOrEqual(450);
  });

  test.each(paths.filter((path) => path.endsWith('.html')))(
    '%s declares a NewsArticle and says it is invented',
    (path) => {
      const html = read(path);
      const data = parseHTML(html).document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
      expect(() => JSON.parse(data) as unknown).not.toThrow();
      expect(data).toContain('NewsArticle');
      expect(html).toContain('Invented for the demo of Parallax');
    },
  );

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
  test('puts every file into one of two events', () => {
    expect(expected.events.length).toBe(2);
    expect(expected.events.flatMap((event) => event.articles).sort()).toEqual([...paths].sort());
  });

  test('expects two to five claims of every file', () => {
    for (const path of paths) {
      const count = expected.claims.filter((claim) => claim.article === path).length;
      expect([path, count >= 2 && count <= 5]).toEqual([path, true]);
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
