import { cleanLine } from './clean.js';
import { isElement, TEXT_NODE, walk, type PageElement } from './dom.js';

/** Elements that stand on lines of their own (HTML standard, rendering, "flow content"); table cells stay in their row. */
const blocks = new Set(
  (
    'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr li main menu nav ol p pre search section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
);
const cells = new Set(['td', 'th']);
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'button',
  'textarea',
]);

/**
 * The paragraphs of an element, as plain text: block elements apart, two line breaks in a row apart, white space folded.
 */
export function readParagraphs(root: PageElement): string[] {
  const paragraphs: string[] = [];
  let line = '';
  let breaks = 0;
  let skipping: unknown = null;
  const finish = (): void => {
    const paragraph = cleanLine(line);
    if (paragraph !== '') paragraphs.push(paragraph);
    line = '';
    breaks = 0;
  };
  for (const { node, entering } of walk(root)) {
    if (skipping !== null) {
      if (node === skipping && !entering) skipping = null;
      continue;
    }
    if (isElement(node)) {
      if (entering && unread.has(node.localName)) skipping = node;
      else if (blocks.has(node.localName)) finish();
      else if (cells.has(node.localName)) line += ' ';
      else if (node.localName === 'br' && entering) {
        breaks += 1;
        line += ' ';
        if (breaks === 2) finish();
      }
    } else if (entering && node.nodeType === TEXT_NODE) {
      const text = node.textContent ?? '';
      if (text.trim() !== '') breaks = 0;
      line += text;
    }
  }
  finish();
  return paragraphs;
}
