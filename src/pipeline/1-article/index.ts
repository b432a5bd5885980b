import { isParallaxError, ParallaxError } from '../../errors.js';
import { DocumentFormat, Genre } from '../values.js';
import type { CleanArticle, DecodedDocument } from '../values.js';
import { canonicalAddress } from './canonical.js';
import { cleanLine } from './clean.js';
import { readDate, type PublicationTime } from './date.js';
import { genreOfHeadline } from './genre.js';
import { readPage, type PageParts } from './html.js';
import { readLanguage } from './language.js';

import { readText } from './text.js';

export { method } from './method.js';

function readDeclaredDate(value: string | undefined): PublicationTime | null {
  if (value === undefined || value.trim() === '') return null;
  const date = readDate(value);
  if (!date) {
    throw new ParallaxError('DATE_INVALID', `"${value.slice(0, 60)}" is not a date. Use ISO 8601, such as 2023-05-22.`);
  }
  return date;
}

/** Text and HTML in one form: a plain text declares nothing, so what only pages declare is null. */
function takeApart(document: DecodedDocument, declaredHeadline: string | null): PageParts {
  const url = document.declared.url ?? null;
  if (document.format === DocumentFormat.HTML) return readPage(document.content, url);
  const parts = readText(document.content, declaredHeadline);
  return {
    ...parts,
    language: null,
    genre: genreOfHeadline(parts.headline ?? '') ?? Genre.UNKNOWN,
    canonicalUrl: canonicalAddress(url, null),
    siteName: null,
    isAccessibleForFree: null,
    isDeclaredArticle: false,
    articleBody: null,
  };
}

/**
 * Stage 1: makes a clean, dated article of a decoded document. Declared fields win over those found in the document.
 *
 * 1. Refuse a document without text, and a declared date that is none.
 * 2. Take the text apart (text.ts), or open the page and read what it declares (page.ts, metadata.ts).
 * 3. In a page, take out what marks itself as no part of the article (boxes.ts, opened-boxes.ts), ask Readability and a
 *    measure of prose of our own for the article (container.ts), combine both (combine.ts), and look at what was chosen
 *    line by line (sift.ts). A declared text that is much longer wins (article-body.ts).
 * 4. Let what was declared win, tell the language by the text where nothing or a page's template declares it
 *    (language.ts), and refuse an article without headline or text.
 *
 * Offsets of every later stage count in the `text` and `headline` given here.
 * @throws ParallaxError DOCUMENT_EMPTY, DOCUMENT_TOO_LARGE, ARTICLE_NOT_FOUND, HEADLINE_MISSING, DATE_INVALID
 */
export function readArticle(document: DecodedDocument): CleanArticle {
  const { declared } = document;
  if (document.content.trim() === '') throw new ParallaxError('DOCUMENT_EMPTY', 'The document has no text.');
  const declaredDate = readDeclaredDate(declared.publishedAt);
  const declaredHeadline = cleanLine(declared.headline ?? '') || null;

  const parts = withinStack(() => takeApart(document, declaredHeadline));

  const headline = declaredHeadline ?? parts.headline;
  if (!headline) {
    throw new ParallaxError('HEADLINE_MISSING', 'The document has no headline: give one, or put it on the first line.');
  }
  if (parts.text === '') throw new ParallaxError('DOCUMENT_EMPTY', 'There is no text after the headline.');
  const published = declaredDate ?? parts.published;
  return {
    headline,
    byline: cleanLine(declared.byline ?? '') || parts.byline,
    publishedAt: published?.publishedAt ?? null,
    publishedAtPrecision: published?.precision ?? null,
    ...readLanguage(declared.language, parts.language, headline, parts.text),
    genre: declared.genre && declared.genre !== Genre.UNKNOWN ? declared.genre : parts.genre,
    canonicalUrl: parts.canonicalUrl,
    siteName: parts.siteName,
    isAccessibleForFree: declared.isAccessibleForFree ?? parts.isAccessibleForFree,
    text: parts.text,
  };
}

/** A page built to exhaust the stack of a library is refused like any other that is too large. */
function withinStack<Value>(compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (isParallaxError(error) || !(error instanceof RangeError)) throw error;
    throw new ParallaxError(
      'DOCUMENT_TOO_LARGE',
      'The page is too deeply nested, or one of its elements holds too much, to be read.',
      { cause: error },
    );
  }
}
