/** Offsets count in the normalised text. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/**
 * Blocks of text without the blanks around them; never empty. They end at a blank line, and at a single line break
 * unless the text is hard-wrapped there (the next line goes on in lower case after a line without a final mark).
 */
export function findBlocks(text: string): Paragraph[] {
  const blocks: Paragraph[] = [];
  let start = 0;
  const close = (end: number): void => {
    const slice = text.slice(start, end);
    if (slice.trim() === '') return;
    const from = start + (slice.length - slice.trimStart().length);
    blocks.push({ start: from, end: start + slice.trimEnd().length });
  };
  for (const match of text.matchAll(/\r?\n[^\S\n]*/g)) {
    const next = match.index + match[0].length;
    const isBlank = text[next] === '\n' || text[next] === '\r';
    const isWrapped =
      !isBlank &&
      /[\p{L}\p{N},-]$/u.test(text.slice(start, match.index).slice(-1)) &&
      /^\p{Ll}/u.test(text.slice(next, next + 1));
    if (isWrapped) continue;
    close(match.index);
    start = next;
  }
  close(text.length);
  return blocks;
}

/** The blocks that hold a letter or a digit. */
export function findParagraphs(text: string): Paragraph[] {
  return findBlocks(text).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}
