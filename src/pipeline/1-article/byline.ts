import { cleanLine } from './clean.js';
import type { PageDocument } from './dom.js';
import { namesOf, type JsonObject } from './json-ld.js';
import { firstTag, type MetaTags } from './meta.js';

/** Characters; what is longer is a biography. */
const LONGEST_BYLINE = 200;

const authorTags = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'og:author',
  'parsely:author',
  'sailthru.author',
  'dc:creator',
  'dcterms:creator',
  'citation_author',
  'byl',
  'byline',
  'creator',
  'mediator_author',
];

/** "By", "Von", "Par", …, also behind "Posted" or "Text:". */
const opening =
  /^(?:(?:posted|written|published|words|story|reported|geschrieben|publié|rédigé|escrito|scritto)\s+)?(?:by|von|par|por|di|door|av|af|przez|autor(?:in|a|e|es)?|author|auteur|autore|text|redakcja|автор|συντάκτης|yazan|szerző|作者|記者|记者|文|기자)(?::|：|\s)\s*/iu;

/** Capitalised words, with particles between them; lists of names joined by "and", "und", "y", commas. */
const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,30}`;
const particle = String.raw`(?:(?:de|da|di|del|della|dos|du|la|le|van|von|der|den|ten|ter|zu|bin|al|el|af) ){0,2}`;
const name = String.raw`${word}(?: ${particle}${word}){0,4}`;
const people = new RegExp(String.raw`^${name}(?:(?:,| and| und| et| y| e| en| i| och| &) ${name}){0,4}`, 'u');

/** "By Mara Lind" gives "Mara Lind"; null for an address of a profile, the name of the outlet, or a whole biography. */
export function cleanByline(text: string | null | undefined, siteName: string | null): string | null {
  const stripped = cleanLine((text ?? '').slice(0, 10 * LONGEST_BYLINE)).replace(opening, '');
  // A date or a bar ends the name: "O. Rask, 30 August 2020", "Ana Ruiz | Economy".
  const line = stripped.replace(/[\s,·|–—-]*(?:\||·|(?<=[\s,])\p{N}).*$/u, '').replace(/[\s,]+$/, '');
  const isName = line !== '' && line !== siteName && line.length <= LONGEST_BYLINE && !/^(?:https?:)?\/\/|@/.test(line);
  return isName ? line : null;
}

/** Elements that a page marks as its author, the surest first. */
const authorElements = [
  '[itemprop="author"] [itemprop="name"]',
  '[rel="author"]',
  '[itemprop="author"]',
  '.vcard .fn',
  '.author-name, .byline-name, .byline__name, .author__name',
  '.post-author, .article-author, .entry-author, .createdby',
  '.byline',
  '.author',
];

/** The name in an element marked as author; what is no name, such as "About the author", is none. */
function fromElements(document: PageDocument, siteName: string | null): string | null {
  for (const selector of authorElements) {
    const text = document.querySelector(selector)?.textContent;
    const line = cleanByline(text, siteName);
    const found = line === null ? null : people.exec(line)?.[0];
    if (line !== null && (found === line || selector.includes('rel='))) return line;
  }
  return null;
}

/**
 * A name behind "By", "Von", "Par" … at the beginning of a short line, or behind a date ("Publié le 12 juin 2019 par Lucie
 * Arnal"). Every word wants a capital.
 * Known failure: scripts without capitals.
 */
export function findByline(lines: readonly string[], siteName: string | null): string | null {
  for (const line of lines) {
    const start = opening.exec(line)?.[0] ?? /^.{0,60}?\p{N}{4},? (?:by|par|von|por|di) /u.exec(line)?.[0];
    if (!start) continue;
    const found = people.exec(line.slice(start.length))?.[0];
    if (found && found !== siteName && /^\s?(?:$|[,|·–—(-]|\p{N})/u.test(line.slice(start.length + found.length)))
      return found;
  }
  return null;
}

/**
 * Who signs the piece: the authors of the JSON-LD, else a meta tag, else an element marked as author.
 * Known failure: a byline in plain text only, which `findByline` looks for.
 */
export function readByline(
  document: PageDocument,
  jsonLd: JsonObject | null,
  tags: MetaTags,
  siteName: string | null,
): string | null {
  return (
    cleanByline(namesOf(jsonLd?.author).join(', '), siteName) ??
    cleanByline(firstTag(tags, authorTags), siteName) ??
    fromElements(document, siteName)
  );
}
