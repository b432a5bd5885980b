import type { PageElement } from './dom.js';

/** Parts of a page that belong to no article, by what they are. */
const elements =
  'aside, form, nav, figcaption, button, dialog, [role="navigation"], [role="complementary"], [aria-hidden="true"]';

/** The same, by what their authors call them: one of these words in the class (an id is often made of a heading's words). */
const names =
  /(?:^|\s|-|__)(?:caption|captions|newsletter|subscribe|subscription|share|sharing|social|related|promo|advert|advertisement|ad-slot|comments|cookie|paywall|breadcrumb|breadcrumbs|tags|recommended|read-more|more-on|most-read)(?:$|[\s_-])/i;

/** Longer than a box beside the text ever is, as a share of the whole. */
const LARGEST_SHARE = 0.25;

/** A picture, not a quotation or a table that the page wraps in a figure. */
function isPicture(figure: PageElement): boolean {
  return figure.querySelector('blockquote, table, pre, p, ul, ol') === null;
}

/**
 * Takes captions, forms, newsletter boxes, share buttons and links to other pieces out of the text that was found.
 * Nothing that holds a quarter of the text goes: `<div class="share-wrapper">` may wrap the whole article.
 */
export function removeClutter(root: PageElement): void {
  const whole = (root.textContent ?? '').length;
  const isSmall = (element: PageElement): boolean => (element.textContent ?? '').length <= whole * LARGEST_SHARE;
  for (const element of [...root.querySelectorAll(elements)]) if (isSmall(element)) element.remove();
  for (const figure of [...root.querySelectorAll('figure')]) if (isPicture(figure)) figure.remove();
  for (const element of [...root.querySelectorAll('[class]')]) {
    if (names.test(element.getAttribute('class') ?? '') && isSmall(element)) element.remove();
  }
}
