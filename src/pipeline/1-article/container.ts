import { isProse, type Layout } from './blocks.js';
import type { PageElement } from './dom.js';

/** Share of the prose of a page that the container of its article holds at least. */
const LEAST_SHARE = 0.8;

/** The nearest measured elements inside an element: children, and those of inline wrappers, which are not measured. */
function measuredChildren(element: PageElement, layout: Layout): PageElement[] {
  const found: PageElement[] = [];
  const waiting = [...element.children];
  for (let child = waiting.pop(); child; child = waiting.pop()) {
    if (layout.measures.has(child)) found.push(child);
    else for (const inner of child.children) waiting.push(inner);
  }
  return found;
}

/**
 * The smallest element that holds four fifths of the prose under `root`: going down from it as long as one child does.
 * Articles in several containers side by side are found whole; no names take part.
 * Example: three `<div class="chunk">` under one `<div>` give that `<div>`.
 * Known failure: a page of several teasers, whose texts together look like one article.
 */
export function findContainer(root: PageElement, layout: Layout): PageElement {
  const prose = (element: PageElement): number => layout.measures.get(element)?.prose ?? 0;
  let container = root;
  const wanted = layout.blocks.reduce((sum, block) => sum + (isProse(block) ? block.weight : 0), 0) * LEAST_SHARE;
  if (wanted === 0) return root;
  for (let next: PageElement | undefined = root; next;) {
    next = measuredChildren(next, layout).find((child) => prose(child) >= wanted);
    if (next) container = next;
  }
  return container;
}
