import { isProse, type Block } from './blocks.js';
import { commentHeadings } from './set-phrases.js';
import { isLinkLine, isStrayLine } from './stray-lines.js';

const isHeading = (block: Block): boolean => /^h[1-6]$/.test(block.owner.localName);

/** Weight; a heading over comments is a label. */
const LONGEST_COMMENT_HEADING = 100;

/** Where the readers' comments begin: at a short line that says so, after some prose. The number of blocks when nowhere. */
function endOfArticle(blocks: readonly Block[]): number {
  let hasProse = false;
  for (const [at, block] of blocks.entries()) {
    const isLabel = block.weight <= LONGEST_COMMENT_HEADING && !/[.,;]$/.test(block.text);
    if (hasProse && isLabel && (isHeading(block) || block.text.length <= 30) && commentHeadings.test(block.text))
      return at;
    hasProse ||= isProse(block);
  }
  return blocks.length;
}

/** A heading under which nothing is left, before another heading of its level or a higher one, or at the end. */
function dropEmptySections(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let level = 0;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (!block) continue;
    if (!isHeading(block)) {
      level = 7;
      kept.push(block);
      continue;
    }
    const own = Number(block.owner.localName.slice(1));
    if (own < level) kept.push(block);
    level = Math.min(level, own);
  }
  return kept.reverse();
}

/** Weight; a longer line before or after the prose says something. */
const LONGEST_LABEL = 40;
/** So many labels in a row stand at an end; more are a list, a poem or a text without full stops. */
const MOST_LABELS = 4;
const sentence = /[.!?…。！？؟»”"’)）」』:]\s*$/u;
const listed = new Set(['li', 'dd', 'dt', 'tr', 'pre']);

function isLabel(block: Block): boolean {
  if (listed.has(block.owner.localName) || isHeading(block)) return false;
  return block.weight <= LONGEST_LABEL && !sentence.test(block.text);
}

/**
 * Labels before the first and after the last line of an article: "By Ana Ruiz", "4 min read", "12:40", "Photo desk".
 * Known failure: a short line without full stop that begins or ends an article, such as a signature.
 */
function trimLabels(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isProse)) return blocks;
  let first = 0;
  let end = blocks.length;
  for (let block = blocks[first]; block && isLabel(block); block = blocks[first]) first += 1;
  for (let block = blocks[end - 1]; block && isLabel(block); block = blocks[end - 1]) end -= 1;
  return blocks.slice(first <= MOST_LABELS ? first : 0, blocks.length - end <= MOST_LABELS ? end : blocks.length);
}

/**
 * Last look at the blocks that were chosen: stray lines and lines of links go, the readers' comments under their heading,
 * headings under which nothing is left, labels at both ends.
 */
export function sift(blocks: readonly Block[]): Block[] {
  const article = blocks.slice(0, endOfArticle(blocks));
  const left = article.filter((block) => !isStrayLine(block) && !isLinkLine(block));
  return dropEmptySections(trimLabels(left));
}
