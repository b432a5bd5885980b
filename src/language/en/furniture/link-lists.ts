import type { TextRange } from '../../cut.js';

/** What ends a list of links that is pasted behind a name. */
const end = /(?<![\p{L}\p{N}'’])MORE(?![\p{L}\p{N}-])/gu;

/** No list is longer than this many characters, and no name between its two mentions longer than this many words. */
const longestList = 1500;
const longestName = 8;

interface Word extends TextRange {
  readonly text: string;
}

/** "(Mitch)" is a word too; a comma or a full stop parts names, but for initials and "Jr." */
const isOfName = ({ text }: Word): boolean => /^\(?\p{Lu}[\p{L}\p{M}'’.-]*\)?$/u.test(text) || /^[()]$/.test(text);

const bare = (text: string): string => text.replace(/[().,]/g, '');

/** Whether `again` is the name's last word, or that with the next headline's first word glued to it: "LeeMayor". */
function repeats(name: string, again: string): boolean {
  if (!again.startsWith(name)) return false;
  const rest = again.slice(name.length);
  return rest === '' || /^[\p{Lu}\p{N}'‘"“]/u.test(rest);
}

/** Where in words[0..) the word at an index is said again after no more than a name; -1 where it is not. */
function repetition(words: readonly Word[], index: number): number {
  const { text } = words[index]!;
  const name = bare(text);
  if (!/^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(name) || /[,.;:!?]$/.test(text)) return -1;
  for (let k = index + 1; k < Math.min(words.length, index + 1 + longestName); k += 1) {
    const again = words[k]!;
    // "Lee Lee" is a slip, "Ann Lee Ann Marie Lee" begins a list.
    if (repeats(name, bare(again.text)) && (k > index + 1 || bare(again.text) !== name)) return k;
    if (!isOfName(again)) return -1;
  }
  return -1;
}

/** The end of the name behind which a list begins: the last of its words that is said again ("Roy Lee| Roy Dean Lee Mayor says"). */
function listStart(words: readonly Word[]): number | null {
  for (let index = 0; index < words.length; index += 1) {
    if (repetition(words, index) < 0) continue;
    let last = index;
    while (last + 1 < words.length && repetition(words, last + 1) >= 0 && repetition(words, last) > last + 1) last += 1;
    return words[last]!.end;
  }
  return null;
}

/**
 * Lists of links pasted behind a name: the name in full once more, headlines run together, and "MORE". What stands before and behind
 * makes one sentence.
 * Example: "Senator Ann Lee| Ann Marie LeePort bill fails Mayor says no MORE| told reporters".
 * Known failure: a list whose name is another than the one it stands behind ("Joe Joseph LeePort bill fails MORE").
 * @param text the normalised text @param paragraph where in it
 */
export function linkLists(text: string, paragraph: TextRange): TextRange[] {
  const found: TextRange[] = [];
  const slice = text.slice(paragraph.start, paragraph.end);
  let from = 0;
  for (const match of slice.matchAll(end)) {
    const begin = Math.max(from, match.index - longestList);
    const words = [...slice.slice(begin, match.index).matchAll(/\S+/g)].map((word) => ({
      text: word[0],
      start: begin + word.index,
      end: begin + word.index + word[0].length,
    }));
    const start = listStart(words);
    from = match.index + match[0].length;
    if (start !== null) found.push({ start: paragraph.start + start, end: paragraph.start + from });
  }
  return found;
}

/** A phrase without the lists of links in it: "Ann Lee Ann LeePort bill fails MORE's aide" is "Ann Lee's aide". */
export function withoutLinkLists(phrase: string): string {
  if (!phrase.includes('MORE')) return phrase;
  const lists = linkLists(phrase, { start: 0, end: phrase.length });
  return lists.reduceRight((left, { start, end: last }) => left.slice(0, start) + left.slice(last), phrase);
}
