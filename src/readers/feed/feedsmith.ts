import { parseFeed } from 'feedsmith';
import { emptyEntry, textType, type MarkedText, type RawEntry, type RawFeed, type RawLink } from './raw.js';

/** What is used of feedsmith's answer. Its own types cannot be named from outside. */
type Parsed = ReturnType<typeof parseFeed<string>>;
type Rss = Extract<Parsed, { format: 'rss' }>['feed'];
type Rdf = Extract<Parsed, { format: 'rdf' }>['feed'];
type Atom = Extract<Parsed, { format: 'atom' }>['feed'];
type RssItem = NonNullable<Rss['items']>[number];
type RdfItem = NonNullable<Rdf['items']>[number];
type AtomEntry = NonNullable<Atom['entries']>[number];
type AtomText = NonNullable<AtomEntry['content']>;

const unsaid = (value: string | undefined): MarkedText | null =>
  value === undefined ? null : { value, type: 'unsaid' };

function basesOf(...elements: readonly ({ base?: string } | undefined)[]): string[] {
  return elements.flatMap((element) => (element?.base === undefined ? [] : [element.base]));
}

function atomText(text: AtomText | undefined): MarkedText | null {
  const type = textType(text?.type);
  return text?.value === undefined || type === null ? null : { value: text.value, type, bases: basesOf(text.xml) };
}

function atomLinks(links: AtomEntry['links']): RawLink[] {
  return (links ?? []).flatMap(({ href, rel = 'alternate', type = null }) =>
    href === undefined ? [] : [{ href, rel, type }],
  );
}

/** Links of RSS; the second is an Atom link in an RSS feed, which most often is the feed's own address. */
function rssLinks(link: string | undefined, atom: { links?: AtomEntry['links'] } | undefined): RawLink[] {
  return [...(link === undefined ? [] : [{ href: link, rel: 'alternate', type: null }]), ...atomLinks(atom?.links)];
}

function personName({ name, email }: { name?: string; email?: string }): string[] {
  return name !== undefined ? [name] : email !== undefined ? [email] : [];
}

/** What RSS and RDF items have in common. */
function readItem(item: RssItem | RdfItem): RawEntry {
  const dates = item.dcterms;
  return {
    ...emptyEntry(),
    links: rssLinks(item.link, item.atom),
    title: unsaid(item.title ?? item.dc?.titles?.[0]) ?? atomText(item.atom?.title),
    authors: item.dc?.creators ?? item.atom?.authors?.flatMap(personName) ?? [],
    published:
      dates?.issued?.[0] ??
      dates?.created?.[0] ??
      item.dc?.dates?.[0] ??
      item.atom?.published ??
      dates?.dates?.[0] ??
      null,
    updated: dates?.modified?.[0] ?? item.atom?.updated ?? null,
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? null,
    content: unsaid(item.content?.encoded) ?? atomText(item.atom?.content),
    summary: unsaid(item.description ?? item.dc?.descriptions?.[0]) ?? atomText(item.atom?.summary),
    bases: basesOf(item.xml),
  };
}

function readRssItem(item: RssItem): RawEntry {
  const entry = readItem(item);
  return {
    ...entry,
    id: item.guid?.value ?? item.atom?.id ?? null,
    idIsLink: item.guid?.value !== undefined && item.guid.isPermaLink !== false,
    authors: entry.authors.length > 0 ? entry.authors : (item.authors ?? []).flatMap(personName),
    published: item.pubDate ?? entry.published,
    source: item.source ? { title: item.source.title ?? null, url: item.source.url ?? null } : null,
    enclosures: (item.enclosures ?? []).map(({ type }) => type ?? ''),
  };
}

function readAtomEntry(entry: AtomEntry): RawEntry {
  const links = atomLinks(entry.links);
  const { source } = entry;
  return {
    ...emptyEntry(),
    id: entry.id ?? null,
    links,
    title: atomText(entry.title),
    authors: (entry.authors ?? []).flatMap(personName).concat(entry.dc?.creators ?? []),
    published: entry.published ?? entry.dc?.dates?.[0] ?? null,
    updated: entry.updated ?? null,
    language: entry.content?.xml?.lang ?? entry.xml?.lang ?? entry.dc?.languages?.[0] ?? null,
    content: atomText(entry.content),
    summary: atomText(entry.summary),
    source: source
      ? {
          title: atomText(source.title)?.value ?? null,
          url: atomLinks(source.links).find(({ rel }) => rel === 'alternate')?.href ?? null,
        }
      : null,
    enclosures: links.filter(({ rel }) => rel === 'enclosure').map(({ type }) => type ?? ''),
    bases: basesOf(entry.xml),
  };
}

/**
 * The first reader: feedsmith, which knows the namespaces of feeds well and refuses what is ill-formed.
 * @param most how many entries are read
 * @returns null where it refuses
 */
export function readWithFeedsmith(text: string, most: number): RawFeed | null {
  let parsed: Parsed;
  try {
    parsed = parseFeed(text, { maxItems: most });
  } catch {
    // Its errors say no more than that it is no feed, or an ill-formed one: the second reader finds out.
    return null;
  }
  switch (parsed.format) {
    case 'rss': {
      const { feed } = parsed;
      return {
        title: unsaid(feed.title ?? feed.dc?.titles?.[0]),
        links: rssLinks(feed.link, feed.atom),
        language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
        bases: basesOf(feed.xml),
        entries: (feed.items ?? []).map(readRssItem),
        isCut: false,
      };
    }
    case 'rdf': {
      const { feed } = parsed;
      return {
        title: unsaid(feed.title ?? feed.dc?.titles?.[0]),
        links: rssLinks(feed.link, feed.atom),
        language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
        bases: basesOf(feed.xml),
        entries: (feed.items ?? []).map((item) => ({ ...readItem(item), id: item.rdf?.about ?? null, idIsLink: true })),
        isCut: false,
      };
    }
    case 'atom': {
      const { feed } = parsed;
      return {
        title: atomText(feed.title),
        links: atomLinks(feed.links),
        language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
        bases: basesOf(feed.xml),
        entries: (feed.entries ?? []).map(readAtomEntry),
        isCut: false,
      };
    }
    default:
      return null;
  }
}
