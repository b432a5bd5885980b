import type { Sequence } from './readings.js';
import { fold, type Word } from './words.js';

/** A stretch of a field, UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Snippet extends Span {
  /** The words in it that matched. */
  readonly highlights: readonly Span[];
  /** How many of the sequences sought are among them. */
  readonly terms: number;
}

interface Match extends Span {
  /** Which of the sequences sought it belongs to. */
  readonly sequence: number;
}

/** About how long a snippet is, in code units. */
export const snippetLength = 200;

/** So much of what stands beside a word without a space is shown with it: a quotation mark, not a line of emoji. */
const mostSigns = 40;

/**
 * The piece of a field that shows best why it was found: with the most different terms, these as near to each other as
 * anywhere, the earliest such. Null when nothing in the field matches.
 * @param stems of the field's words, where they may be sought ones
 */
export function bestSnippet(
  field: string,
  words: readonly Word[],
  sequences: readonly Sequence[],
  stems: ReadonlyMap<string, readonly string[]>,
): Snippet | null {
  const matches = matchesOf(words, sequences, stems);
  if (matches.length === 0) return null;
  const { first, last, terms } = densest(matches);
  const { start, end } = widen(field, words, matches[first] as Span, matches[last] as Span);
  const highlights = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start, end: match.end }));
  return { start, end, highlights, terms };
}

function matchesOf(
  words: readonly Word[],
  sequences: readonly Sequence[],
  stems: ReadonlyMap<string, readonly string[]>,
): Match[] {
  const folded = words.map(({ text }) => fold(text));
  const found = new Map<number, number>();
  const fits = (place: number, { lexeme, kind }: Sequence[number]) => {
    const word = folded[place];
    if (word === undefined) return false;
    if (kind === 'prefix') return word.startsWith(lexeme);
    return word === lexeme || (kind === 'stem' && (stems.get(words[place]!.text)?.includes(lexeme) ?? false));
  };
  sequences.forEach((sequence, number) => {
    for (let place = 0; place < words.length; place += 1) {
      if (!sequence.every((part) => fits(place + part.offset, part))) continue;
      for (const { offset } of sequence) if (!found.has(place + offset)) found.set(place + offset, number);
    }
  });
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([place, sequence]) => ({ start: words[place]!.start, end: words[place]!.end, sequence }));
}

/** The run of matches that a snippet can hold with the most different terms, then the shortest, then the earliest. */
function densest(matches: readonly Match[]): { first: number; last: number; terms: number } {
  let best = { first: 0, last: 0, terms: 0, reach: 0 };
  const most = new Set(matches.map(({ sequence }) => sequence)).size;
  for (let first = 0; first < matches.length; first += 1) {
    const { start } = matches[first] as Match;
    const terms = new Set<number>();
    for (let last = first; last < matches.length; last += 1) {
      const match = matches[last] as Match;
      if (last > first && match.end - start > snippetLength) break;
      terms.add(match.sequence);
      const reach = match.start - start;
      if (terms.size > best.terms || (terms.size === best.terms && reach < best.reach)) {
        best = { first, last, terms: terms.size, reach };
      }
      // What follows only lies farther away.
      if (terms.size === most) break;
    }
  }
  return best;
}

/**
 * Widens matches to a snippet: from the start of a sentence or paragraph when one is near, else from a word before, and
 * on to the end of a word. It stays in the paragraphs of the matches.
 */
function widen(field: string, words: readonly Word[], first: Span, last: Span): Span {
  const room = Math.max(0, snippetLength - (last.end - first.start));
  const lineStart = field.lastIndexOf('\n', first.start) + 1;
  const lineEnd = endOfLine(field, last.end);
  const from = Math.max(lineStart, first.start - room);
  const wanted = sentenceStart(field, from, first.start) ?? Math.max(lineStart, first.start - Math.floor(room / 2));
  // Where little comes after, more of what comes before is shown.
  const start = wordStart(field, words, Math.min(wanted, Math.max(lineStart, lineEnd - snippetLength)), first.start);
  const end = Math.max(last.end, start + snippetLength);
  return trim(field, start, end >= lineEnd ? lineEnd : wordEnd(field, words, end, last.end));
}

function endOfLine(field: string, from: number): number {
  const at = field.indexOf('\n', from);
  return at === -1 ? field.length : at;
}

/** Where the first sentence begins that begins between the two; null for none. A line begins one too. */
function sentenceStart(field: string, from: number, to: number): number | null {
  if (from === 0 || field[from - 1] === '\n') return from;
  const end = /[.!?…。！？]["”’»)]?\s+(?=\S)/u.exec(field.slice(from, to));
  return end && from + end.index + end[0].length;
}

/** The start of the first word from a place on, at most the limit, with what stands before it without a space. */
function wordStart(field: string, words: readonly Word[], place: number, limit: number): number {
  const index = words.findIndex(({ start }) => start >= place);
  const begin = Math.min(words[index]?.start ?? limit, limit);
  const least = Math.max(words[index - 1]?.end ?? 0, begin - mostSigns);
  let start = begin;
  while (start > least && !/\s/.test(field[start - 1] as string)) start -= 1;
  return isInsidePair(field, start) ? start + 1 : start;
}

/** The end of the last word up to a place, at least the limit, with what stands behind it without a space. */
function wordEnd(field: string, words: readonly Word[], place: number, limit: number): number {
  const index = words.findLastIndex(({ end }) => end <= place);
  let end = Math.max(words[index]?.end ?? limit, limit);
  const most = Math.min(words[index + 1]?.start ?? field.length, end + mostSigns);
  while (end < most && !/\s/.test(field[end] as string)) end += 1;
  return isInsidePair(field, end) ? end - 1 : end;
}

/** Whether a place is between the two code units of one character. */
function isInsidePair(field: string, place: number): boolean {
  return (
    place > 0 && place < field.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(field.slice(place - 1, place + 1))
  );
}

function trim(field: string, start: number, end: number): Span {
  const piece = field.slice(start, end);
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length };
}
