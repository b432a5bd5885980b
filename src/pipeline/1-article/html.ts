import { Readability } from '@mozilla/readability';
import { ParallaxError } from '../../errors.js';
import { isBetter, readArticleBody } from './article-body.js';
import { cleanByline, findByline } from './byline.js';
import { cleanLine, comparable } from './clean.js';
import { readLayout, type Block } from './blocks.js';
import { removeBoxes } from './boxes.js';
import { removeClutter } from './clutter.js';
import { combine, placeBlocks } from './combine.js';
import { findContainer } from './container.js';
import { readDate } from './date.js';
import { ELEMENT_NODE, type PageDocument, type PageElement } from './dom.js';
import { readMetadata, type PageMetadata } from './metadata.js';
import { openPage } from './page.js';
import { removeOpenedBoxes } from './opened-boxes.js';
import { readParagraphs } from './paragraphs.js';
import { dateOfAddress } from './published.js';
import { sift } from './sift.js';
import { findTitlePlace } from './title-place.js';
import { findDate } from './visible-date.js';
import { linesAboutArticle } from './visible-lines.js';
import { readWholeLayout } from './withheld.js';

/** What an HTML page gives. */
export interface PageParts extends PageMetadata {
  /** Paragraphs separated by one blank line. */
  readonly text: string;
}

/** Under this many words a text is an article only if the page says so or has little else. */
const SHORT = 25;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words also of languages that write no spaces; counting ends at `most`. */
function countWords(text: string, most: number): number {
  let count = 0;
  for (const segment of segmenter.segment(text.slice(0, 20_000))) {
    if (segment.isWordLike) count += 1;
    if (count >= most) break;
  }
  return count;
}

/** Text inside links, and controls to fill in: what a front page, an error page or a login form is made of. */
function isNavigation(body: { links: number; controls: number }, paragraphs: readonly string[]): boolean {
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  return body.controls > 0 || body.links > length / 2;
}

function lengthOfLinks(root: PageElement): number {
  let length = 0;
  for (const link of root.querySelectorAll('a[href]:not([href^="javascript:"])'))
    length += cleanLine(link.textContent ?? '').length;
  return length;
}

/** What Readability (the reader view of Firefox) takes for the article; it changes the document. */
function findArticle(document: PageDocument): { root: PageElement; byline: string | null } | null {
  const options = { keepClasses: true, serializer: (node: unknown) => node as PageElement };
  const found = new Readability<PageElement>(document as never, options).parse();
  if (!found?.content || found.content.nodeType !== ELEMENT_NODE) return null;
  return { root: found.content, byline: found.byline ?? null };
}

/** On a page of a few words everything may look like a stray line; then all of it stands. */
function siftParagraphs(chosen: readonly Block[]): string[] {
  const sifted = sift(chosen);
  return (sifted.length > 0 ? sifted : chosen).map(({ text }) => text);
}

/** Before the text, some pages repeat the headline and the date. */
function dropRepeated(paragraphs: readonly string[], headline: string): string[] {
  let first = 0;
  while (first < Math.min(paragraphs.length, 3)) {
    const paragraph = paragraphs[first] ?? '';
    if (comparable(paragraph) !== comparable(headline) && !readDate(paragraph)) break;
    first += 1;
  }
  return paragraphs.slice(first);
}

/** What the page declares of date and author, else what its visible lines say, else its address and Readability. */
function fromLines(
  lines: readonly string[],
  { published, byline, siteName, language, canonicalUrl }: PageMetadata,
  url: string | null,
  readable: string | null | undefined,
): Pick<PageMetadata, 'published' | 'byline'> {
  const dates = lines.map((line) => findDate(line, language));
  return {
    published: published ?? dates.find((date) => date !== null) ?? dateOfAddress(canonicalUrl ?? url),
    byline: byline ?? findByline(lines, siteName) ?? cleanByline(readable, siteName),
  };
}

/**
 * Finds the article of a page and what the page declares of it.
 * @param url where the page was found; null when unknown
 * @throws ParallaxError DOCUMENT_EMPTY, DOCUMENT_TOO_LARGE, ARTICLE_NOT_FOUND
 */
export function readPage(html: string, url: string | null): PageParts {
  const document = openPage(html);
  const metadata = readMetadata(document, url);
  const page = readWholeLayout(document);
  if (page.blocks.length === 0) {
    throw new ParallaxError('DOCUMENT_EMPTY', 'The page shows no text.');
  }
  const controls = [...document.querySelectorAll('input:not([type="hidden"]), textarea, select')].length;
  const links = lengthOfLinks(document.body);
  const title = findTitlePlace(document, metadata.headline);
  const lines = linesAboutArticle(document, page, title);
  removeBoxes(document, page, title);
  // Before Readability, which takes the document apart.
  const layout = readLayout(document.body);
  const container = findContainer(document.body, layout);
  const places = placeBlocks(removeOpenedBoxes(layout, container, title), container);
  const found = findArticle(document);
  if (found) removeClutter(found.root);
  const readable = found ? readParagraphs(found.root) : [];
  const chosen = combine(places, readable);
  let paragraphs = chosen === null ? readable : siftParagraphs(chosen);
  const isShort = countWords(paragraphs.join(' '), SHORT) < SHORT;
  const declared = readArticleBody(metadata.articleBody);
  if (isBetter(declared, paragraphs, isShort)) {
    paragraphs = [...declared];
  } else if (
    (isShort && !metadata.isDeclaredArticle && isNavigation({ links, controls }, paragraphs)) ||
    (found && lengthOfLinks(found.root) * 2 > paragraphs.join(' ').length)
  ) {
    paragraphs = [];
  }
  const text = dropRepeated(paragraphs, metadata.headline ?? '').join('\n\n');
  if (text === '') {
    throw new ParallaxError('ARTICLE_NOT_FOUND', 'The page has no article text that can be told from links and menus.');
  }
  return { ...metadata, ...fromLines(lines, metadata, url, found?.byline), text };
}
