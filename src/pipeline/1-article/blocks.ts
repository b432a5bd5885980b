import { cleanLine } from './clean.js';
import { isElement, TEXT_NODE, walk, type PageElement } from './dom.js';

/** Elements that stand on lines of their own (HTML standard, rendering, "flow content"); table cells stay in their row. */
const blockNames = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
);
const cells = new Set(['td', 'th']);
const unread = new Set('script style template noscript svg math iframe object select button textarea title'.split(' '));

/** One paragraph of a page: the smallest run of text that stands on lines of its own. */
export interface Block {
  readonly text: string;
  /** Weighed length of the text, and of what of it stands in links (see `weigh`). */
  readonly weight: number;
  readonly linkWeight: number;
  /** The block element in which it begins. */
  readonly owner: PageElement;
  /** Name of the element around that one. */
  readonly around: string;
}

/** What stands under a block element, itself included. */
export interface Measure {
  weight: number;
  linkWeight: number;
  /** Weight of the blocks that are sentences (see `isProse`). */
  prose: number;
  /** The blocks under it, by their places in the layout: from `first` up to, not including, `end`. */
  first: number;
  end: number;
}

export interface Layout {
  readonly blocks: readonly Block[];
  readonly measures: ReadonlyMap<PageElement, Measure>;
}

const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Length of a text in letters of an alphabet: one Chinese, Japanese or Korean character says as much as about three. */
export function weigh(text: string): number {
  return text.length + 2 * (text.match(ideographs)?.length ?? 0);
}

/** Under this weight a line may be a label. */
const SHORTEST_SENTENCE = 40;
/** From this weight on a block is prose also without a full stop. */
const LONG = 120;
const ending = /[.!?…。！？؟。»”"’')）」』]\s*$/u;

/**
 * Whether a block is running text: long enough, not made of links, ended like a sentence. No word list takes part, so it
 * holds in every language (after Kohlschütter et al. 2010, "Boilerplate Detection using Shallow Text Features").
 * Example: "Rents rose by nine per cent last year, the office said." Known failure: a caption in whole sentences.
 */
export function isProse(block: Block): boolean {
  if (block.weight < SHORTEST_SENTENCE || block.linkWeight * 3 > block.weight) return false;
  return block.weight >= LONG || ending.test(block.text);
}

/** An anchor that leads to another page: neither to a place on this one, as in tables of contents, nor to a script. */
function isLink(element: PageElement): boolean {
  return element.localName === 'a' && !/^\s*(?:javascript:|#.|$)/i.test(element.getAttribute('href') ?? '');
}

/** A table cell that holds a part of the page, as before style sheets: blocks, or lines broken by hand. */
function isLayoutCell(cell: PageElement): boolean {
  if (cell.querySelector('p, div, table, ul, ol, h1, h2, h3, h4, form, blockquote') !== null) return true;
  return [...cell.querySelectorAll('br')].length >= 2;
}

/** Reads the blocks under an element and measures every block element, in one pass. */
export function readLayout(root: PageElement): Layout {
  const blocks: Block[] = [];
  const measures = new Map<PageElement, Measure>();
  const open: { element: PageElement; measure: Measure }[] = [];
  const push = (element: PageElement): void => {
    open.push({ element, measure: { weight: 0, linkWeight: 0, prose: 0, first: blocks.length, end: 0 } });
  };
  let line = '';
  let linked = '';
  let links = 0;
  let breaks = 0;
  let skipping: unknown = null;

  const finish = (): void => {
    const text = cleanLine(line);
    const top = open.at(-1);
    if (text !== '' && top) {
      const block = {
        text,
        weight: weigh(text),
        linkWeight: weigh(cleanLine(linked)),
        owner: top.element,
        around: (top.element.parentNode as PageElement | null)?.localName ?? '',
      };
      blocks.push(block);
      top.measure.weight += block.weight;
      top.measure.linkWeight += block.linkWeight;
      if (isProse(block)) top.measure.prose += block.weight;
    }
    line = '';
    linked = '';
    breaks = 0;
  };
  const close = (): void => {
    const closed = open.pop();
    if (!closed) return;
    closed.measure.end = blocks.length;
    measures.set(closed.element, closed.measure);
    const parent = open.at(-1)?.measure;
    if (!parent) return;
    parent.weight += closed.measure.weight;
    parent.linkWeight += closed.measure.linkWeight;
    parent.prose += closed.measure.prose;
  };

  push(root);
  for (const { node, entering } of walk(root)) {
    if (skipping !== null) {
      if (node === skipping && !entering) skipping = null;
      continue;
    }
    if (isElement(node)) {
      const name = node.localName;
      if (entering && unread.has(name)) skipping = node;
      else if (blockNames.has(name)) {
        finish();
        if (entering) push(node);
        else close();
      } else if (cells.has(name)) {
        if (!entering && open.at(-1)?.element === node) {
          finish();
          close();
        } else if (entering && isLayoutCell(node)) {
          finish();
          push(node);
        } else line += ' ';
      } else if (isLink(node)) links += entering ? 1 : -1;
      else if (name === 'br' && entering) {
        breaks += 1;
        line += ' ';
        if (breaks === 2) finish();
      }
    } else if (entering && node.nodeType === TEXT_NODE) {
      const text = node.textContent ?? '';
      if (text.trim() !== '') breaks = 0;
      line += text;
      if (links > 0) linked += text;
    }
  }
  finish();
  close();
  return { blocks, measures };
}
