/** A feed as read: RSS, RDF, Atom, CDF and JSON Feed in one form. */
export interface Feed {
  readonly title: string | null;
  /** The page that the feed is of, absolute. */
  readonly link: string | null;
  /** BCP 47 as declared. */
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** The feed has more entries than are read. */
  readonly isCut: boolean;
}

/** One entry of a feed. */
export interface FeedItem {
  /** guid, Atom id, rdf:about: what the feed knows the entry by. */
  readonly id: string | null;
  /** The page of the entry, http or https, absolute. */
  readonly url: string | null;
  /** Plain text in one line. */
  readonly title: string | null;
  /** Names of the authors. */
  readonly byline: string | null;
  /** ISO 8601: a day, or a time in UTC. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** BCP 47 as declared of the entry or of the feed. */
  readonly language: string | null;
  /** The text of the entry, whole or not: teaser.ts tells. */
  readonly content: FeedText | null;
  /** A summary beside the content. */
  readonly summary: FeedText | null;
  /** The feed that the entry was taken from, where it says so. */
  readonly source: { readonly title: string | null; readonly url: string | null } | null;
  /** Media types of sound, film or other files that come with it; `` where none is said. */
  readonly enclosures: readonly string[];
}

export interface FeedText {
  readonly format: 'html' | 'text';
  readonly value: string;
  /** The value is left out, since it is longer than any article. */
  readonly isTooLong: boolean;
  /** It stands in an element that is made for the whole text. */
  readonly isFullText: boolean;
}
