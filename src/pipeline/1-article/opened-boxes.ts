import type { Block, Layout } from './blocks.js';
import { lineOf } from './boxes.js';
import type { PageElement } from './dom.js';
import { isLinkLine, isStrayLine } from './stray-lines.js';

/** The largest share of the prose of the container that a box opened by a set phrase holds. */
const LARGEST_SHARE = 0.3;
/** Weight; a card that begins with a linked title is shorter. */
const LONGEST_CARD = 400;
/** Weight; a link that is the title of a card is longer than the name of who wrote a post. */
const SHORTEST_TITLE = 15;

/**
 * Takes out boxes that nothing but their first line gives away, and gives the blocks that are left. An element goes whole
 * when its first line is a stray line ("Lees ook", "About the author", "Enjoying this story?"), or when it is short and
 * its first line is a link to another page (a card: title, then a sentence or two).
 * Example: `<div class="css-9"><div>More on this</div><div>Wells run dry in the south.</div></div>` goes whole.
 * Known failure: a short section whose heading is a link.
 */
export function removeOpenedBoxes(layout: Layout, container: PageElement, title: PageElement | null): Block[] {
  const { blocks, measures } = layout;
  const kept = lineOf(title ?? container);
  for (const element of lineOf(container)) kept.add(element);
  const prose = measures.get(container)?.prose ?? 0;
  const dropped = new Set<Block>();
  blocks.forEach((block, at) => {
    if (dropped.has(block)) return;
    const isStray = isStrayLine(block);
    if (!isStray && !isLinkLine(block)) return;
    for (const box of [block.owner.parentNode as PageElement | null, block.owner]) {
      const inside = box === null ? undefined : measures.get(box);
      if (!box || !inside || inside.first !== at || inside.end <= at + 1 || kept.has(box)) continue;
      if (
        inside.prose > prose * LARGEST_SHARE ||
        (!isStray && (inside.weight > LONGEST_CARD || block.weight < SHORTEST_TITLE))
      )
        continue;
      for (const other of blocks.slice(inside.first, inside.end)) dropped.add(other);
      box.remove();
      return;
    }
  });
  return blocks.filter((block) => !dropped.has(block));
}
