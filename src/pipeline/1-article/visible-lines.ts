import { isProse, type Layout } from './blocks.js';
import { holds } from './title-place.js';
import type { PageDocument, PageElement } from './dom.js';
import { cleanLine } from './clean.js';

/** Weight; a line of date and author is shorter. */
const LONGEST_LINE = 130;
/** So many blocks after and before the headline are looked at. */
const AFTER = 10;
const BEFORE = 2;

/** Elements whose class calls them the date or the author of the piece, in the languages of templates. */
const marked =
  '.published, .date, .entry-date, .post-date, .posted-on, .date-header, .pubdate, .timestamp, .datum, .data, .fecha, .byline, ' +
  '.entry-meta, .post-meta, .article-meta, .meta, .news-single-timedata';

/**
 * The lines of a page that may tell its date and author: short ones just after the headline, then just before it, then
 * those whose class says so. In the order of trust.
 * Known failure: a date at the end of the article only.
 */
export function linesAboutArticle(document: PageDocument, layout: Layout, title: PageElement | null): string[] {
  const { blocks } = layout;
  const at = title === null ? -1 : blocks.findIndex(({ owner }) => owner === title || holds(title, owner));
  const near =
    at === -1 ? [] : [...blocks.slice(at + 1, at + 1 + AFTER), ...blocks.slice(Math.max(0, at - BEFORE), at)];
  const lines = near.filter((block) => block.weight <= LONGEST_LINE && !isProse(block)).map(({ text }) => text);
  for (const element of document.body.querySelectorAll(marked)) {
    const line = cleanLine((element.textContent ?? '').slice(0, 1000));
    if (line !== '' && line.length <= LONGEST_LINE) lines.push(line);
  }
  return lines;
}
