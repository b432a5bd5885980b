import { readLayout } from './blocks.js';
import type { PageElement } from './dom.js';

/**
 * The paragraphs of an element, as plain text: block elements apart, two line breaks in a row apart, white space folded.
 */
export function readParagraphs(root: PageElement): string[] {
  return readLayout(root).blocks.map(({ text }) => text);
}
