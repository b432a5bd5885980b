import { isProse, type Layout, type Measure } from './blocks.js';
import { BoxKind, kindOfName } from './box-names.js';
import { cleanLine } from './clean.js';
import type { PageDocument, PageElement } from './dom.js';

/** Parts of a page that belong to no article, by what they are. */
const byElement: Readonly<Record<string, BoxKind>> = {
  nav: BoxKind.BESIDE,
  aside: BoxKind.BESIDE,
  footer: BoxKind.BESIDE,
  dialog: BoxKind.OVERLAY,
  figcaption: BoxKind.LABEL,
  button: BoxKind.LABEL,
};
const byRole: Readonly<Record<string, BoxKind>> = {
  navigation: BoxKind.BESIDE,
  complementary: BoxKind.BESIDE,
  contentinfo: BoxKind.BESIDE,
  banner: BoxKind.BESIDE,
  search: BoxKind.BESIDE,
  dialog: BoxKind.OVERLAY,
  alertdialog: BoxKind.OVERLAY,
};

/** The largest share of the prose of a page that stands in something beside the article. */
const LARGEST_BESIDE = 0.4;
/** The same where the headline was found outside of it. */
const LARGEST_BESIDE_TITLE = 0.6;
/** Weight; a caption, a byline or a list of tags is shorter. */
const LONGEST_LABEL = 400;
/** Characters of an inline element that may be a sentence. */
const SHORTEST_PROSE = 40;

const hidden = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Shown to nobody when the page opens: often a box, sometimes the article, which a script shows later. */
function isHidden(element: PageElement): boolean {
  return element.hasAttribute('hidden') || hidden.test((element.getAttribute('style') ?? '').slice(0, 1000));
}

function kindOf(element: PageElement): BoxKind | null {
  if (isHidden(element)) return BoxKind.OVERLAY;
  const role = element.getAttribute('role');
  return byElement[element.localName] ?? (role ? byRole[role] : undefined) ?? kindOfName(element);
}

/** The ancestors of an element, itself included. */
export function lineOf(element: PageElement | null): Set<PageElement> {
  const line = new Set<PageElement>();
  for (let node = element as PageElement | null; node; node = node.parentNode as PageElement | null) line.add(node);
  return line;
}

/** What an element holds; inline and unknown elements are not measured, so their text is weighed whole. */
function insideOf(element: PageElement, layout: Layout): Measure {
  const measure = layout.measures.get(element);
  if (measure) return measure;
  const { length } = cleanLine(element.textContent ?? '');
  return { weight: length, linkWeight: 0, prose: length >= SHORTEST_PROSE ? length : 0, first: 0, end: 0 };
}

/**
 * Takes out what the page itself marks as no part of the article: menus, comments, boxes, captions, what lies over the page.
 * A wrapper that is only called so ("has-sidebar") stays, since it holds the headline or most of the prose.
 * Known failure: a comment longer than the article, on a page that gives neither a name nor a heading.
 */
export function removeBoxes(document: PageDocument, layout: Layout, title: PageElement | null): void {
  const total = layout.blocks.reduce((sum, block) => sum + (isProse(block) ? block.weight : 0), 0);
  let prose = total;
  const kept = lineOf(title);
  for (const marked of document.body.querySelectorAll('[itemprop="articleBody"]')) {
    for (const element of lineOf(marked)) kept.add(element);
  }
  for (const field of [...document.body.querySelectorAll('input[type="email"]')]) removeAround(field, layout, kept);
  const waiting = [...document.body.children].reverse();
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const kind = kept.has(element) ? null : kindOf(element);
    if (kind !== null) {
      const inside = insideOf(element, layout);
      if (
        mayGo(kind, inside, { prose, total, hasTitle: title !== null }) &&
        !isWrapped(kind, element, inside) &&
        !(kind === BoxKind.LABEL && isPartOfLine(element, layout))
      ) {
        element.remove();
        prose -= inside.prose;
        continue;
      }
    }
    for (const child of [...element.children].reverse()) waiting.push(child);
  }
}

/** Weight; a box that asks for an address is shorter. */
const LONGEST_REQUEST_BOX = 300;

/** Takes out the box around a field for an e-mail address: the largest element about it that is too short for an article. */
function removeAround(field: PageElement, layout: Layout, kept: ReadonlySet<PageElement>): void {
  let box = field;
  for (let next = parentOf(box); next && next.localName !== 'body' && !kept.has(next); next = parentOf(box)) {
    const measure = layout.measures.get(next);
    if (measure && measure.weight > LONGEST_REQUEST_BOX) break;
    box = next;
  }
  box.remove();
}

const parentOf = (element: PageElement): PageElement | null => element.parentNode as PageElement | null;

/** How much prose the page has left, how much it had, and whether its headline was found. */
interface Page {
  readonly prose: number;
  readonly total: number;
  readonly hasTitle: boolean;
}

function mayGo(kind: BoxKind, inside: Measure, page: Page): boolean {
  const isSmall = inside.prose <= page.total * LARGEST_BESIDE;
  const rest = page.prose - inside.prose;
  if (kind === BoxKind.LABEL) return inside.weight <= LONGEST_LABEL && isSmall;
  if (kind === BoxKind.BESIDE) {
    const isBeside = page.hasTitle && rest > 0 && inside.prose <= page.total * LARGEST_BESIDE_TITLE;
    return isSmall || isBeside || (rest > 0 && inside.linkWeight * 2 > inside.weight);
  }
  return isSmall || (rest > 0 && page.hasTitle);
}

/** The place before a report ("CAIRO —") and the like: named as a label, but part of its paragraph. */
function isPartOfLine(element: PageElement, layout: Layout): boolean {
  const parent = element.parentNode as PageElement | null;
  if (layout.measures.has(element) || parent?.localName !== 'p') return false;
  return (parent.textContent ?? '').length > 3 * (element.textContent ?? '').length;
}

/** A quotation, list or table that a page wraps in an element with the name of a caption. */
function isWrapped(kind: BoxKind, element: PageElement, inside: Measure): boolean {
  return kind === BoxKind.LABEL && inside.prose > 0 && element.querySelector('blockquote, table, pre, ul, ol') !== null;
}
