import type { PageElement } from './dom.js';

/** Parts of a page that belong to no article, by what they are. */
const elements =
  'aside, form, nav, figcaption, button, dialog, [role="navigation"], [role="complementary"], [aria-hidden="true"]';

/** Longer than a box beside the text ever is, as a share of the whole. */
const LARGEST_SHARE = 0.25;

/** Whether an element is so short that it can be a box, and not a wrapper around the article ("share-wrapper"). */
function isBox(element: PageElement, whole: number): boolean {
  const isSmall = (element.textContent ?? '').length <= whole * LARGEST_SHARE;
  return isSmall && element.localName !== 'body' && element.querySelector('article, h1, main') === null;
}

/** A picture, not a quotation or a table that the page wraps in a figure. */
function isPicture(figure: PageElement): boolean {
  return figure.querySelector('blockquote, table, pre, p, ul, ol') === null;
}

/** In the article that was found: takes out captions, forms, asides and pictures with what stands under them. */
export function removeClutter(article: PageElement): void {
  const whole = (article.textContent ?? '').length;
  for (const element of [...article.querySelectorAll(elements)]) if (isBox(element, whole)) element.remove();
  for (const figure of [...article.querySelectorAll('figure')]) if (isPicture(figure)) figure.remove();
}
