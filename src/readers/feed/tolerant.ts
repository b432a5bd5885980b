import { ParallaxError } from '../../errors.js';
import { CapturedText } from './captured-text.js';
import { decodeXmlReferences, textOfHtml } from './markup.js';
import { Names } from './names.js';
import { addPart, emptyEntry, type MarkedText, type RawEntry, type RawFeed, type RawLink } from './raw.js';
import { readXml, type Attributes, type XmlHandler } from './xml-events.js';

/** Open elements outside texts. Feeds have a dozen; more than this is made to exhaust something. */
const DEEPEST = 1000;

const feedElements = new Set(['rss', 'feed', 'channel', 'rdf:rdf', 'rdf']);

/** Elements with titles and links of their own that are not those of the feed or entry. */
const containers = new Set(['image', 'textinput', 'contributor', 'media:group', 'media:content', 'cloud']);

type Field =
  | 'title'
  | 'link'
  | 'original'
  | 'id'
  | 'author'
  | 'published'
  | 'updated'
  | 'language'
  | 'content'
  | 'summary'
  | 'source';

/** The elements that are read, by the name that Names gives them. */
const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...(['title', 'dc:title'] as const).map((name) => [name, 'title'] as const),
  ['link', 'link'],
  ['feedburner:origlink', 'original'],
  ...(['guid', 'id'] as const).map((name) => [name, 'id'] as const),
  ...(['author', 'creator', 'dc:creator'] as const).map((name) => [name, 'author'] as const),
  ...(
    ['pubdate', 'published', 'issued', 'created', 'dc:date', 'date', 'dcterms:issued', 'dcterms:created'] as const
  ).map((name) => [name, 'published'] as const),
  ...(['updated', 'modified', 'lastmod', 'dcterms:modified'] as const).map((name) => [name, 'updated'] as const),
  ...(['language', 'dc:language'] as const).map((name) => [name, 'language'] as const),
  ...(['content', 'content:encoded', 'body', 'xhtml:body', 'fullitem'] as const).map(
    (name) => [name, 'content'] as const,
  ),
  ...(['description', 'summary', 'abstract', 'dc:description', 'itunes:summary'] as const).map(
    (name) => [name, 'summary'] as const,
  ),
  ['source', 'source'],
]);

/** Fields of one line: no markup in them is named like an element of a feed. */
const lines = new Set<Field>(['title', 'link', 'original', 'id', 'published', 'updated', 'language']);

/** The text of the first element of a name in a piece of markup. */
function innerText(markup: string, name: string): string | null {
  const begin = new RegExp(`<${name}(?:\\s[^<>]{0,2000})?>`, 'i').exec(markup);
  if (!begin) return null;
  const start = begin.index + begin[0].length;
  const end = markup.indexOf(`</${name}>`, start);
  return textOfHtml(markup.slice(start, end === -1 ? start : end)).trim() || null;
}

/** The address of the page that Atom's `source` is of. */
function sourceLink(markup: string): string | null {
  for (const [tag] of markup.matchAll(/<link\s[^<>]{0,2000}>/gi)) {
    const rel = /\srel\s*=\s*["']?([\w-]+)/i.exec(tag)?.[1];
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    if (href && (rel === undefined || rel === 'alternate')) return decodeXmlReferences(href[1] ?? href[2] ?? '');
  }
  return null;
}

function toLink(attributes: Attributes, text: string): RawLink | null {
  const href = attributes.get('href') ?? attributes.get('rdf:resource') ?? text;
  if (href.trim() === '') return null;
  return { href, rel: attributes.get('rel')?.trim() || 'alternate', type: attributes.get('type')?.trim() || null };
}

/**
 * The second reader: takes what it can from RSS, RDF, Atom and CDF that is ill-formed. An element ends with its end tag, with
 * the end of one around it, or, for entries, where the next begins; what stands in no known element is passed over.
 * Known failure: an entry whose text holds another feed's `<item>`, not escaped, ends there.
 */
class TolerantReader implements XmlHandler {
  isFeed = false;
  isPage = false;
  isCut = false;
  title: MarkedText | null = null;
  language: string | null = null;
  readonly links: RawLink[] = [];
  readonly bases: string[] = [];
  readonly entries: RawEntry[] = [];
  readonly #names = new Names();
  readonly #open: string[] = [];
  readonly #openCount = new Map<string, number>();
  #entry: RawEntry | null = null;
  /** How many elements are open around the entry's own. */
  #entryDepth = 0;
  #captured: { readonly field: Field; readonly text: CapturedText } | null = null;
  #isFirst = true;

  constructor(
    private readonly most: number,
    private readonly stop: () => void,
  ) {}

  open(name: string, attributes: Attributes, raw: string, isSelfClosing: boolean): void {
    this.#names.declare(attributes);
    const known = this.#names.known(name);
    if (this.#isFirst) this.isPage = name === 'html';
    this.#isFirst = false;
    const isEntry = known === 'item' || known === 'entry' || (this.#entry === null && /:(?:item|entry)$/.test(known));
    if (this.#captured) {
      // A line without end tag ends where the next element of the feed begins.
      const endsLine = lines.has(this.#captured.field) && fields.has(known);
      if (!isEntry && !endsLine) {
        this.#captured.text.open(name, raw, isSelfClosing);
        return;
      }
      this.#endCapture();
    }
    if (isEntry) this.#beginEntry(attributes);
    else if (feedElements.has(known)) this.#beginFeed(attributes);
    if (this.isCut) return;
    const field = fields.get(known);
    const parent = this.#names.known(this.#open.at(-1) ?? '');
    if (field && !containers.has(parent)) {
      const text = new CapturedText(name, attributes);
      if (isSelfClosing) this.#take(field, text);
      else this.#captured = { field, text };
      return;
    }
    if (known === 'enclosure') this.#takeEnclosure(attributes.get('type') ?? '');
    if (isSelfClosing) {
      if (isEntry) this.#endEntry();
      return;
    }
    if (this.#open.length >= DEEPEST) {
      throw new ParallaxError('DOCUMENT_TOO_LARGE', 'The feed is too deeply nested to be read.');
    }
    this.#open.push(name);
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
  }

  close(name: string): void {
    if (this.#captured) {
      const { text } = this.#captured;
      if (text.close(name)) return;
      if (text.name !== name && !this.#openCount.get(name)) return;
      this.#endCapture();
      if (text.name === name) return;
    }
    if (!this.#openCount.get(name)) return;
    let closed: string | undefined;
    do {
      closed = this.#open.pop() ?? name;
      this.#openCount.set(closed, (this.#openCount.get(closed) ?? 1) - 1);
    } while (closed !== name);
    if (this.#entry && this.#open.length <= this.#entryDepth) this.#endEntry();
  }

  text(raw: string): void {
    this.#captured?.text.text(raw);
  }

  literal(text: string): void {
    this.#captured?.text.literal(text);
  }

  end(): void {
    this.#endCapture();
    this.#endEntry();
  }

  #beginFeed(attributes: Attributes): void {
    this.isFeed = true;
    const base = attributes.get('xml:base');
    if (base !== undefined) addPart(this.bases, base);
    this.language ??= attributes.get('xml:lang') ?? null;
    // CDF has the page of the channel here.
    const link = attributes.has('href') ? toLink(attributes, '') : null;
    if (link) addPart(this.links, link);
  }

  #beginEntry(attributes: Attributes): void {
    if (this.#entry) {
      // The one before has no end tag: nor have the elements that are open in it.
      while (this.#open.length > this.#entryDepth) {
        const name = this.#open.pop() ?? '';
        this.#openCount.set(name, (this.#openCount.get(name) ?? 1) - 1);
      }
      this.#endEntry();
    }
    if (this.entries.length >= this.most) {
      this.isCut = true;
      this.stop();
      return;
    }
    const entry = emptyEntry();
    entry.id = attributes.get('rdf:about') ?? attributes.get('about') ?? null;
    entry.idIsLink = entry.id !== null;
    entry.language = attributes.get('xml:lang') ?? null;
    entry.updated = attributes.get('lastmod') ?? null;
    const base = attributes.get('xml:base');
    if (base !== undefined) addPart(entry.bases, base);
    const link = attributes.has('href') ? toLink(attributes, '') : null;
    if (link) addPart(entry.links, link);
    this.#entry = entry;
    this.#entryDepth = this.#open.length;
  }

  #endEntry(): void {
    if (this.#entry) this.entries.push(this.#entry);
    this.#entry = null;
  }

  #takeEnclosure(type: string): void {
    if (this.#entry) addPart(this.#entry.enclosures, type);
  }

  #endCapture(): void {
    const captured = this.#captured;
    this.#captured = null;
    if (captured) this.#take(captured.field, captured.text);
  }

  #take(field: Field, text: CapturedText): void {
    if (this.#entry) this.#takeOfEntry(this.#entry, field, text);
    else if (field === 'title') this.title ??= text.marked();
    else if (field === 'language') this.language ??= text.plain().trim() || null;
    else if (field === 'link') {
      const link = toLink(text.attributes, text.plain());
      if (link) addPart(this.links, link);
    }
  }

  #takeOfEntry(entry: RawEntry, field: Field, text: CapturedText): void {
    const words = (): string | null => text.plain().trim() || null;
    switch (field) {
      case 'title':
        entry.title ??= text.marked();
        break;
      case 'content':
      case 'summary':
        entry[field] ??= text.marked();
        if (field === 'content') entry.language = text.attributes.get('xml:lang') ?? entry.language;
        break;
      case 'published':
        // The element that is made for it goes before others that say nearly the same (issued, created, dc:date).
        if (/(?:^|:)(?:pubdate|published)$/.test(text.name)) entry.published = words() ?? entry.published;
        else entry.published ??= words();
        break;
      case 'updated':
      case 'language':
        entry[field] ??= words();
        break;
      case 'id':
        entry.id = words() ?? entry.id;
        entry.idIsLink = text.name.endsWith('guid') && !/^\s*false\s*$/i.test(text.attributes.get('ispermalink') ?? '');
        break;
      case 'author': {
        const markup = text.markup();
        const author =
          innerText(markup, 'name') ?? innerText(markup, 'email') ?? (markup.includes('<') ? null : words());
        if (author) addPart(entry.authors, author);
        break;
      }
      case 'link': {
        const link = toLink(text.attributes, text.plain());
        if (link?.rel === 'enclosure') addPart(entry.enclosures, link.type ?? '');
        else if (link) addPart(entry.links, link);
        break;
      }
      case 'original': {
        const href = words();
        if (href) addPart(entry.links, { href, rel: 'original', type: null });
        break;
      }
      case 'source': {
        const markup = text.markup();
        const url = text.attributes.get('url') ?? sourceLink(markup);
        const title = innerText(markup, 'title') ?? (markup.includes('<') ? null : words());
        if (url !== null || title !== null) entry.source = { title, url };
        break;
      }
    }
  }
}

/**
 * @param most how many entries are read
 * @returns null for what is no feed
 * @throws ParallaxError DOCUMENT_TOO_LARGE for what is nested too deeply
 */
export function readTolerantly(source: string, most: number): RawFeed | null {
  const holder: { reader?: TolerantReader } = {};
  readXml(source, (stop) => (holder.reader = new TolerantReader(most, stop)));
  const reader = holder.reader;
  if (!reader || reader.isPage) return null;
  reader.end();
  const { title, links, language, bases, entries, isCut } = reader;
  // Without the element of a feed, entries must look like entries: other XML has items too.
  const isFeed =
    reader.isFeed || entries.some((entry) => entry.title !== null && (entry.links.length > 0 || entry.summary));
  return isFeed ? { title, links, language, bases, entries, isCut } : null;
}
