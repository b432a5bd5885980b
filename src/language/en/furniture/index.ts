import { cutOut, type TextRange } from '../../cut.js';
import type { NormalisedText } from '../../normalise.js';
import { findParagraphs } from '../../paragraphs.js';
import { isAuthorLine } from './author-lines.js';
import { isFurnitureLine } from './lines.js';
import { linkLists } from './link-lists.js';
import { areSpeakers, slugLength } from './slugs.js';

/**
 * Leaves out what stands on the page of an article and is not its prose: lines and lists of links, boxes that ask for
 * something, lines about authors and rights, headings in capitals before a sentence. What a paragraph is can be told by its company
 * alone, so that a text of one paragraph keeps all but its lists of links.
 * Pure, and linear in the length of the text.
 */
export function withoutFurniture(source: NormalisedText): NormalisedText {
  const { text } = source;
  const places = findParagraphs(text);
  const paragraphs = places.map(({ start, end }) => text.slice(start, end));
  const isTranscript = areSpeakers(paragraphs);
  const removed: TextRange[] = [];
  for (const [index, place] of places.entries()) {
    const paragraph = paragraphs[index]!;
    const isNamedBefore = (word: string): boolean => text.lastIndexOf(word, place.start - word.length) >= 0;
    if (
      places.length > 1 &&
      (isFurnitureLine(paragraph) || isAuthorLine(paragraph, index, places.length, isNamedBefore))
    ) {
      removed.push(place);
      continue;
    }
    removed.push(...linkLists(text, place));
    if (places.length > 1 && !isTranscript)
      removed.push({ start: place.start, end: place.start + slugLength(paragraph) });
  }
  return cutOut(source, removed);
}
