import { isProse, readLayout, weigh, type Layout } from './blocks.js';
import { cleanLine } from './clean.js';
import type { PageDocument, PageElement } from './dom.js';

/** Paragraphs inside an element that browsers don't show. */
function hasProse(element: PageElement): boolean {
  for (const paragraph of element.querySelectorAll('p, li, blockquote')) {
    const text = cleanLine(paragraph.textContent ?? '');
    if (text.includes('{{') || text.includes('${')) return false;
    if (isProse({ text, weight: weigh(text), linkWeight: 0, owner: paragraph, around: '' })) return true;
  }
  return false;
}

/**
 * Puts into the page what it keeps for later: a `<template>` with paragraphs inside the article, and, on a page that shows
 * no prose without scripts, the `<noscript>` with paragraphs. Afterwards the page must be measured again.
 * Example: `<div id="root"></div><noscript><h1>…</h1><p>…</p></noscript>`.
 * Known failure: a page whose script fetches the article from elsewhere.
 * @returns whether anything was put in
 */
function showWithheld(document: PageDocument, layout: Layout): boolean {
  const places = ['article template', 'main template'];
  if (!layout.blocks.some(isProse)) places.push('noscript', 'template');
  let isChanged = false;
  for (const element of [...document.body.querySelectorAll(places.join(', '))]) {
    if (!hasProse(element)) continue;
    element.replaceWith(...element.childNodes);
    isChanged = true;
  }
  return isChanged;
}

/** The layout of a page with everything that it withholds. */
export function readWholeLayout(document: PageDocument): Layout {
  const layout = readLayout(document.body);
  return showWithheld(document, layout) ? readLayout(document.body) : layout;
}
