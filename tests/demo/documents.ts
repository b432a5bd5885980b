import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parse as parseCsv } from 'csv-parse/sync';
import { DOMParser, parseHTML } from 'linkedom';

type ReadableDocument = ConstructorParameters<typeof Readability>[0];

/** What an outlet delivered at one time: a file with one document (`url`), or with several (`documents`). */
export interface ManifestEntry {
  readonly path: string;
  readonly source: string;
  readonly url?: string;
  readonly documents?: readonly {
    readonly name: string;
    readonly url: string;
    /** The key of the version that this one replaces. */
    readonly revises?: string;
    /** The key of the document that this one is, delivered again as it was. */
    readonly repeats?: string;
  }[];
  readonly language?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly seenAt: string;
  readonly revises?: string;
}

/** A document as a reader of its file sees it. */
export interface DemoDocument {
  /** Its file's path; with `#` and its name where the file holds several. */
  readonly key: string;
  readonly path: string;
  readonly source: string;
  readonly url: string;
  readonly revises: string | undefined;
  readonly headline: string;
  readonly text: string;
}

const demo = join(__dirname, '../../demo');
export const readDemoFile = (path: string): string => readFileSync(join(demo, path), 'utf8');
export const parseDemoFile = <T>(path: string): T => JSON.parse(readDemoFile(path)) as T;
export const manifest = parseDemoFile<ManifestEntry[]>('manifest.json');

/** The documents of the demo in the order in which they were seen; those delivered again as they were, once. */
export const documents: readonly DemoDocument[] = manifest.flatMap((entry) => {
  const { path, source } = entry;
  if (entry.documents === undefined) {
    return [
      { key: path, path, source, url: entry.url ?? '', revises: entry.revises, ...plain(entry, entry.url ?? '') },
    ];
  }
  return entry.documents
    .filter(({ repeats }) => repeats === undefined)
    .map(({ name, url, revises }) => ({ key: `${path}#${name}`, path, source, url, revises, ...plain(entry, url) }));
});

interface Plain {
  readonly headline: string;
  readonly text: string;
}

/**
 * Headline and body of the document at this address in a file, by the rules of its format; no code of the product, so that
 * both can be wrong apart.
 */
function plain({ path, columns }: ManifestEntry, url: string): Plain {
  const content = readDemoFile(path);
  const ending = path.slice(path.lastIndexOf('.'));
  if (ending === '.txt') {
    const [headline = '', , ...rest] = content.split('\n\n');
    return { headline, text: rest.join('\n\n') };
  }
  if (ending === '.html') return plainPage(content);
  if (ending === '.csv') {
    const rows: Record<string, string>[] = parseCsv(content, { columns: true });
    const row = rows.find((candidate) => candidate[columns?.url ?? 'url'] === url)!;
    return { headline: row[columns?.headline ?? 'headline'] ?? '', text: row[columns?.text ?? 'text'] ?? '' };
  }
  if (['.rss', '.atom', '.rdf'].includes(ending)) return plainEntry(content, url);
  return plainJson(JSON.parse(content) as JsonDocument, url);
}

function plainPage(html: string): Plain {
  const headline = parseHTML(html).document.querySelector('h1')?.textContent ?? '';
  const found = new Readability(parseHTML(html).document as unknown as ReadableDocument).parse();
  return { headline, text: found?.textContent ?? '' };
}

/** The paragraphs of a piece of a page. */
function paragraphs(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return [...document.querySelectorAll('p, h2')].map(({ textContent }) => textContent ?? '').join('\n\n');
}

function plainEntry(xml: string, url: string): Plain {
  const feed = new DOMParser().parseFromString(xml, 'text/xml');
  const entry = [...feed.querySelectorAll('item, entry')].find((candidate) => {
    const link = candidate.querySelector('link');
    return (link?.getAttribute('href') ?? link?.textContent) === url;
  })!;
  const content = [...entry.children].find(({ tagName }) => ['content', 'content:encoded'].includes(tagName))!;
  const html = content.tagName === 'content' ? content.innerHTML : content.textContent;
  return { headline: entry.querySelector('title')?.textContent ?? '', text: paragraphs(html ?? '') };
}

/** A line of JSON Lines, ninjs 1 to 3, an item of JSON Feed or an article of schema.org. */
interface JsonDocument {
  readonly headline?: string;
  readonly text?: string;
  readonly html?: string;
  readonly body_text?: string;
  readonly articleBody?: string;
  readonly headlines?: readonly { readonly value: string }[];
  readonly bodies?: readonly { readonly value: string; readonly contentType?: string }[];
  readonly items?: readonly { readonly url: string; readonly title: string; readonly content_html: string }[];
}

function plainJson(json: JsonDocument, url: string): Plain {
  if (json.items !== undefined) {
    const item = json.items.find((candidate) => candidate.url === url)!;
    return { headline: item.title, text: paragraphs(item.content_html) };
  }
  const headline = json.headline ?? json.headlines?.[0]?.value ?? '';
  if (json.html !== undefined) return { headline, text: plainPage(json.html).text };
  const [body] = json.bodies ?? [];
  if (body?.contentType === 'text/html') return { headline, text: paragraphs(body.value) };
  return { headline, text: json.text ?? json.body_text ?? json.articleBody ?? body?.value ?? '' };
}
