import { isProse, type Block } from './blocks.js';
import { comparable } from './clean.js';
import type { PageElement } from './dom.js';

/** Of what Readability found, the least share that must be found again among the blocks of the page. */
const LEAST_FOUND = 0.8;
/** Under this share of the prose in the container, Readability has found a part, or something else. */
const LEAST_PART = 0.5;
/** Weight; so much Readability takes for an article without doubt (its own threshold). */
const SURE = 500;

/** Bounds the search for parts of lines, which costs blocks times characters. */
const LARGEST_JOINED = 50_000;
const MOST_BLOCKS = 1000;

const weightOf = (blocks: Iterable<Block>): number => {
  let sum = 0;
  for (const { weight } of blocks) sum += weight;
  return sum;
};

/** Blocks that Readability kept, recognised by their words; null when it rearranged the page too much to tell. */
function recognise(blocks: readonly Block[], paragraphs: readonly string[]): Set<Block> | null {
  const left = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const key = comparable(paragraph) || paragraph;
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const kept = new Set<Block>();
  for (const block of blocks) {
    const key = comparable(block.text) || block.text;
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    kept.add(block);
  }
  const all = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const found = [...kept].reduce((sum, block) => sum + block.text.length, 0);
  return found >= all * LEAST_FOUND ? kept : recogniseParts(blocks, paragraphs, all);
}

const squeeze = (text: string): string => comparable(text).replaceAll(' ', '');

/** The same where Readability joined lines: a block is kept if its words stand anywhere in what was kept. For small pages only. */
function recogniseParts(blocks: readonly Block[], paragraphs: readonly string[], all: number): Set<Block> | null {
  if (all > LARGEST_JOINED || blocks.length > MOST_BLOCKS) return null;
  const whole = squeeze(paragraphs.join(' '));
  const kept = new Set(blocks.filter(({ text }) => whole.includes(squeeze(text))));
  const found = [...kept].reduce((sum, block) => sum + block.text.length, 0);
  return found >= all * LEAST_FOUND ? kept : null;
}

/** Where a block stands, noted before Readability takes the document apart. */
export interface Place {
  readonly block: Block;
  /** Whether it stands in the container of the prose. */
  readonly isInside: boolean;
  /** The element around the one in which it begins; null for the body. */
  readonly parent: PageElement | null;
  /** Element, class and class of the parent: what blocks of the same making share; null where neither has a class. */
  readonly making: string | null;
}

/** Notes where every block stands. */
export function placeBlocks(blocks: readonly Block[], container: PageElement): Place[] {
  return blocks.map((block) => {
    const parent = block.owner.parentNode as PageElement | null;
    const own = block.owner.getAttribute('class') ?? '';
    const above = parent?.getAttribute?.('class') ?? '';
    return {
      block,
      isInside: isUnder(block.owner, container),
      parent: parent === null || parent.localName === 'body' ? null : parent,
      making: own || above ? `${block.owner.localName}.${own} < ${above}` : null,
    };
  });
}

/** Climbs at most as far as pages may nest. */
function isUnder(element: PageElement, container: PageElement): boolean {
  for (let node: PageElement | null = element; node; node = node.parentNode as PageElement | null) {
    if (node === container) return true;
  }
  return false;
}

/**
 * Combines two opinions on a page: what Readability kept, and the blocks of the container that holds its prose.
 * Kept is what Readability kept; taken back is what it dropped inside the container between two kept blocks, or where a
 * block of the same making (same parent, or same class in a parent of the same class) was kept. Where it kept little,
 * and less than half of the prose of the container, all blocks of the container stand.
 * Example: five `<div class="chunk">` with a paragraph each, of which Readability finds three, give all five.
 * Known failure: teasers between paragraphs that nothing marks come back; the rules of `sift.ts` must catch them.
 * @returns the chosen blocks in order; null when Readability's result cannot be matched with the blocks
 */
export function combine(places: readonly Place[], found: readonly string[]): readonly Block[] | null {
  const inside = places.filter(({ isInside }) => isInside).map(({ block }) => block);
  if (found.length === 0) return inside;
  const kept = recognise(
    places.map(({ block }) => block),
    found,
  );
  if (kept === null) return null;
  const prose = inside.filter(isProse);
  const agreed = weightOf(prose.filter((block) => kept.has(block)));
  const isPart = weightOf(inside.filter((block) => kept.has(block))) >= weightOf(kept) * LEAST_FOUND;
  if (isPart && agreed < SURE && agreed < weightOf(prose) * LEAST_PART) return inside;

  const proven = places.filter(({ block }) => kept.has(block) && isProse(block));
  const parents = new Set(proven.map(({ parent }) => parent).filter((parent) => parent !== null));
  const makings = new Set(proven.map(({ making }) => making).filter((making) => making !== null));
  const first = places.findIndex(({ block }) => kept.has(block));
  const last = places.findLastIndex(({ block }) => kept.has(block));
  const isChosen = ({ block, isInside, parent, making }: Place, at: number): boolean => {
    if (kept.has(block)) return true;
    if (!isInside || block.linkWeight * 2 > block.weight) return false;
    if (at > first && at < last) return true;
    const isAlike = (parent !== null && parents.has(parent)) || (making !== null && makings.has(making));
    return isAlike && isProse(block);
  };
  return places.filter(isChosen).map(({ block }) => block);
}
