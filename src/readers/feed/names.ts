/** Namespaces of feeds by the beginning of their URI, without scheme; `` is what RSS and Atom are made of. */
const namespaces: readonly (readonly [uri: string, prefix: string])[] = [
  ['www.w3.org/2005/atom', ''],
  ['purl.org/atom/ns', ''],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/', 'other'],
  ['purl.org/rss/1.0', ''],
  ['purl.org/net/rss1', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['purl.org/dc/elements/1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['rssnamespace.org/feedburner', 'feedburner'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
];

/** Prefixes that mean the same everywhere, also where nobody declares them. */
const customary: Readonly<Record<string, string>> = { atom: '', a10: '', rss: '' };

/** Finds the name by which an element is known, whatever prefix a feed has for its namespace. */
export class Names {
  readonly #prefixes = new Map<string, string>();

  /** Takes note of `xmlns:prefix="uri"`. A prefix that means two things in one feed means the later. */
  declare(attributes: ReadonlyMap<string, string>): void {
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns:')) continue;
      const uri = value
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '');
      const known = namespaces.find(([beginning]) => uri.startsWith(beginning));
      if (known) this.#prefixes.set(name.slice(6), known[1]);
    }
  }

  /** `dc:date` of `dublin:date`, `item` of `rss:item` or `item`; an unknown prefix stays. */
  known(name: string): string {
    const colon = name.indexOf(':');
    if (colon === -1) return name;
    const prefix = name.slice(0, colon);
    const known = this.#prefixes.get(prefix) ?? (Object.hasOwn(customary, prefix) ? customary[prefix] : prefix);
    return known === '' ? name.slice(colon + 1) : `${known}:${name.slice(colon + 1)}`;
  }
}
