/**
 * What both readers of feeds give: the parts of a feed as they stand in it, characters decoded once, nothing interpreted.
 * normalise.ts makes a Feed of it.
 */

/** What a text says it is. RSS says nothing: in practice it is HTML as often as plain text. */
export type TextType = 'text' | 'html' | 'xhtml' | 'unsaid';

export interface MarkedText {
  readonly value: string;
  readonly type: TextType;
  /** xml:base as it stands, outermost first. */
  readonly bases?: readonly string[];
}

export interface RawLink {
  readonly href: string;
  /** `alternate` where nothing is said. */
  readonly rel: string;
  /** A media type. */
  readonly type: string | null;
}

/** Characters of one entry's text: an article with pictures inside has some millions. What is longer is not read. */
export const LONGEST_TEXT = 5_000_000;

/** Links, authors and enclosures that are kept of one entry or feed. */
const MOST_PARTS = 100;

/** Adds to a list of parts while there is room. */
export function addPart<Part>(parts: Part[], part: Part): void {
  if (parts.length < MOST_PARTS) parts.push(part);
}

export interface RawEntry {
  id: string | null;
  /** The id may be an address too: an RSS guid that is not declared to be no permalink. */
  idIsLink: boolean;
  links: RawLink[];
  title: MarkedText | null;
  authors: string[];
  published: string | null;
  updated: string | null;
  language: string | null;
  /** From an element that is made for the whole text (content:encoded, Atom content, content_html). */
  content: MarkedText | null;
  /** From an element that is made for a summary, which RSS also uses for the whole text. */
  summary: MarkedText | null;
  source: { readonly title: string | null; readonly url: string | null } | null;
  /** Media types of enclosures, `` where none is said. */
  enclosures: string[];
  /** xml:base as it stands, outermost first. */
  bases: string[];
}

export interface RawFeed {
  readonly title: MarkedText | null;
  readonly links: readonly RawLink[];
  readonly language: string | null;
  readonly bases: readonly string[];
  readonly entries: readonly RawEntry[];
  /** The feed has more entries than are read. */
  readonly isCut: boolean;
}

/** An entry with nothing in it yet. */
export function emptyEntry(): RawEntry {
  return {
    id: null,
    idIsLink: false,
    links: [],
    title: null,
    authors: [],
    published: null,
    updated: null,
    language: null,
    content: null,
    summary: null,
    source: null,
    enclosures: [],
    bases: [],
  };
}

/** The type of a text by Atom's `type` attribute (RFC 4287 §3.1.1, §4.1.3.3); null for what is no text. */
export function textType(type: string | null | undefined, unsaid: TextType = 'unsaid'): TextType | null {
  switch (type?.trim().toLowerCase() ?? '') {
    case '':
      return unsaid;
    case 'text':
    case 'text/plain':
      return 'text';
    case 'html':
    case 'text/html':
      return 'html';
    case 'xhtml':
    case 'application/xhtml+xml':
      return 'xhtml';
    default:
      // Media types, but also words that no standard knows and whose writers meant text.
      return type?.includes('/') ? (type.startsWith('text/') ? 'unsaid' : null) : unsaid;
  }
}
