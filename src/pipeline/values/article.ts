/** What sort of outlet a Source is. */
export enum SourceKind {
  WIRE = 'WIRE',
  NEWSPAPER = 'NEWSPAPER',
  BROADCASTER = 'BROADCASTER',
  STATE_MEDIA = 'STATE_MEDIA',
  MAGAZINE = 'MAGAZINE',
  DIGITAL = 'DIGITAL',
  GOVERNMENT = 'GOVERNMENT',
  UNKNOWN = 'UNKNOWN',
}

/** What sort of piece an Article is (after ninjs and schema.org). */
export enum Genre {
  REPORTAGE = 'REPORTAGE',
  OPINION = 'OPINION',
  ANALYSIS = 'ANALYSIS',
  UNKNOWN = 'UNKNOWN',
}

/** How exact a publication time is: many outlets print only the day. */
export enum TimePrecision {
  DAY = 'DAY',
  SECOND = 'SECOND',
}

/** How the language of an Article is known. */
export enum LanguageBasis {
  /** The caller, or the record that the document came in, says so. */
  DECLARED = 'DECLARED',
  /** The page says so of itself. */
  PAGE = 'PAGE',
  /** The text reads as that language. */
  DETECTED = 'DETECTED',
}

/** How the bytes of a RawDocument are to be read. */
export enum DocumentFormat {
  TEXT = 'TEXT',
  HTML = 'HTML',
}

/** What the outside world says of a document, before anything was read from its text. All of it may be absent. */
export interface DeclaredFields {
  /** The caller's own id of the document. */
  readonly id?: string;
  /** Name or domain of the outlet. */
  readonly source?: string;
  readonly url?: string;
  readonly headline?: string;
  readonly byline?: string;
  /** ISO 8601 date or date-time. */
  readonly publishedAt?: string;
  /** BCP 47, or the name of a language; what is neither is passed over. */
  readonly language?: string;
  readonly genre?: Genre;
  /** schema.org isAccessibleForFree. */
  readonly isAccessibleForFree?: boolean;
}

/** A document as a reader hands it over: decoded text or HTML and what was declared of it. */
export interface DecodedDocument {
  readonly format: DocumentFormat;
  /** The whole decoded content: plain text, or HTML. */
  readonly content: string;
  readonly declared: DeclaredFields;
}

/** A clean, dated article: what stage 1 makes of a decoded document. */
export interface CleanArticle {
  readonly headline: string;
  readonly byline: string | null;
  /** ISO 8601 in UTC with milliseconds, e.g. `2023-05-22T00:00:00.000Z`; null when no date was found. */
  readonly publishedAt: string | null;
  readonly publishedAtPrecision: TimePrecision | null;
  /** BCP 47; null when nothing declares it and the text does not tell (short, mixed, an unknown language). */
  readonly language: string | null;
  /** Null where `language` is. */
  readonly languageBasis: LanguageBasis | null;
  readonly genre: Genre;
  readonly canonicalUrl: string | null;
  /** Name of the outlet as the page gives it (publisher, og:site_name); null when it does not. */
  readonly siteName: string | null;
  /** schema.org isAccessibleForFree; null when the page does not say. */
  readonly isAccessibleForFree: boolean | null;
  /** Paragraphs separated by one blank line; no headline, no date line, no markup. */
  readonly text: string;
}
