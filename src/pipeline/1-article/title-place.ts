import { cleanLine, comparable } from './clean.js';
import type { PageDocument, PageElement } from './dom.js';

/** Characters; a heading that is longer is no title. */
const LONGEST = 400;

/**
 * The heading that shows the headline: the first of level one to three whose words are those of the headline, or begin or
 * end it. null when the page shows it in no heading.
 * Known failure: a headline that the page shows in a plain `<font>` or `<div>`.
 */
export function findTitlePlace(document: PageDocument, headline: string | null): PageElement | null {
  const wanted = comparable((headline ?? '').slice(0, LONGEST));
  if (wanted === '') return null;
  for (const heading of document.body.querySelectorAll('h1, h2, h3')) {
    const text = comparable(cleanLine(heading.textContent ?? '').slice(0, LONGEST));
    if (text === wanted) return heading;
    if (text.length * 2 > wanted.length && (wanted.startsWith(text) || wanted.endsWith(text))) return heading;
    if (wanted.length * 2 > text.length && text.startsWith(wanted)) return heading;
  }
  return null;
}

/** Whether an element holds another, or is it. */
export function holds(element: PageElement, inner: PageElement | null): boolean {
  for (let node: unknown = inner; node; node = (node as PageElement).parentNode) if (node === element) return true;
  return false;
}
