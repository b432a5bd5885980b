import type { PageDocument, PageElement } from './dom.js';

/** Parts of a page that belong to no article, by what they are. */
const elements =
  'aside, form, nav, figcaption, button, dialog, [role="navigation"], [role="complementary"], [aria-hidden="true"]';

/** The same, by what their authors call them: one of these words in the class (an id is often made of a heading's words). */
const names =
  /(?:^|\s|-|__)(?:captions?|newsletters?|subscri(?:be|ption)|shar(?:e|ing)|social|related|promo|advert(?:isement)?|ad-slot|comments|cookies?|paywall|breadcrumbs?|tags|recommended|read-more|more-on|most-read)(?:$|[\s_-])/i;

/** Longer than a box beside the text ever is, as a share of the whole. */
const LARGEST_SHARE = 0.25;

/** Whether an element is so short that it can be a box, and not a wrapper around the article ("share-wrapper"). */
function isBox(element: PageElement, whole: number): boolean {
  const isSmall = (element.textContent ?? '').length <= whole * LARGEST_SHARE;
  return isSmall && element.localName !== 'body' && element.querySelector('article, h1, main') === null;
}

/**
 * Before the article is looked for: takes out what the classes call a newsletter box, share buttons, a caption, …
 * Known failure: classes in other languages, and those that a build tool made up ("css-1x2y3z").
 */
export function removeNamedBoxes(document: PageDocument): void {
  const whole = (document.body.textContent ?? '').length;
  for (const element of [...document.body.querySelectorAll('[class]')]) {
    if (names.test(element.getAttribute('class') ?? '') && isBox(element, whole)) element.remove();
  }
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
