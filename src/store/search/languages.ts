/** Stands for an unknown language (BCP 47, RFC 5646). */
export const undetermined = 'und';

/** Text search configurations that PostgreSQL 15, and the embedded database, ship with, by primary language subtag. */
const configurations: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** The primary subtag of a BCP 47 tag ("en-GB": "en"); `und` for what is none. */
export function primaryLanguage(tag: string | null): string {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? undetermined;
}

/** The configuration that stems words of a language; `simple`, which stems nothing, for one that PostgreSQL has none for. */
export function configurationOf(language: string): string {
  return configurations[language] ?? 'simple';
}

/** Their stemmers take prefixes off too; all others keep a word's first letter. */
const changesBeginnings = new Set(['ar', 'ga', 'id', 'ne', 'ta']);

/** Whether a word and its stem begin with the same letter. */
export function keepsFirstLetter(language: string): boolean {
  return !changesBeginnings.has(language);
}
