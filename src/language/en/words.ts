import { stem } from './stem.js';

/** A word of a text with its place (UTF-16 code units, `end` exclusive). */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Begins a sentence, a line or a quotation, so that its capital says nothing. */
  readonly isFirst: boolean;
  readonly isCapitalised: boolean;
}

// One pass, no alternatives that overlap: letters and digits joined by single inner marks ("Taylor-Greene", "1,500", "don't").
const wordPattern = /[\p{L}\p{N}]+(?:[.,'’&-][\p{L}\p{N}]+)*/gu;
const endOfSentence = /[.!?:\n"“”„«»`]|''/u;

/**
 * The words of an English text, in order. Possessive "'s" is cut off, hyphenated words are taken apart, abbreviations
 * lose their dots ("U.S." → "US", told apart from "us" by `stem` "u.s."). Numbers keep their marks ("1,500", "4.4").
 * Reads "do n't" and "don't" alike: the negation is a word "not".
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    if (isLooseNegation(text, found.at(-1), match[0], start)) {
      const verb = found.pop()!;
      const lower = verb.lower.slice(0, -1);
      found.push({ ...verb, text: verb.text.slice(0, -1), lower, stem: stem(lower), end: verb.end - 1 });
      found.push({
        ...verb,
        text: 'not',
        lower: 'not',
        stem: 'not',
        start: verb.end - 1,
        end: start + 1,
        isFirst: false,
        isCapitalised: false,
      });
      last = start + 1;
      continue;
    }
    const isFirst = start === 0 || endOfSentence.test(text.slice(last, start));
    last = start + match[0].length;
    let from = start;
    for (const piece of pieces(match[0])) {
      const lower = piece.text.toLowerCase();
      found.push({
        text: piece.text,
        lower,
        stem: piece.stem ?? stem(lower),
        start: start + piece.offset,
        end: start + piece.offset + piece.length,
        isFirst: isFirst && from === start,
        isCapitalised: /^\p{Lu}/u.test(piece.text),
      });
      from = start + piece.offset + piece.length;
    }
  }
  return found;
}

/** "doesn ’ t": a tokeniser took the apostrophe apart. */
function isLooseNegation(text: string, before: Word | undefined, run: string, start: number): boolean {
  if (
    run !== 't' ||
    !before ||
    !/^(do|does|did|is|was|are|were|has|have|had|ca|could|would|should|wo)n$/.test(before.lower)
  )
    return false;
  return start - before.end <= 3 && /^ ?['’] ?$/.test(text.slice(before.end, start));
}

interface Piece {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
  readonly stem?: string;
}

/** Takes a run of letters, digits and inner marks apart. */
function pieces(run: string): Piece[] {
  const clock = /^(\d[\d.,]*)([ap]m)$/i.exec(run);
  if (clock) {
    const [, time, half] = clock as unknown as [string, string, string];
    return [
      { text: time, offset: 0, length: time.length },
      { text: half, offset: time.length, length: half.length, stem: half.toLowerCase() },
    ];
  }
  if (/^[ap]\.m$/i.test(run))
    return [{ text: run.replace('.', ''), offset: 0, length: run.length, stem: run.replace('.', '').toLowerCase() }];
  if (/^\p{N}/u.test(run)) return [{ text: run, offset: 0, length: run.length }];
  if (/^\p{Lu}(\.\p{Lu})+$/u.test(run) || run === 'US' || run === 'UK') {
    const joined = run.replaceAll('.', '');
    return [{ text: joined, offset: 0, length: run.length, stem: [...joined.toLowerCase()].join('.') + '.' }];
  }
  const result: Piece[] = [];
  let offset = 0;
  for (const part of run.split(/([.,&-])/u)) {
    if (part.length > 1 || /[\p{L}\p{N}]/u.test(part)) result.push(...withoutApostrophe(part, offset));
    offset += part.length;
  }
  return result;
}

function withoutApostrophe(part: string, offset: number): Piece[] {
  const mark = Math.max(part.lastIndexOf("'"), part.lastIndexOf('’'));
  if (mark < 0) return [{ text: part, offset, length: part.length }];
  const suffix = part.slice(mark + 1).toLowerCase();
  const plain = (text: string): string => text.replace(/['’]/gu, '');
  if (suffix === 't' && part[mark - 1]?.toLowerCase() === 'n') {
    const verb = part.slice(0, mark - 1);
    const negation: Piece = { text: 'not', offset: offset + mark - 1, length: 3, stem: 'not' };
    return verb ? [{ text: plain(verb), offset, length: verb.length }, negation] : [negation];
  }
  if (/^(s|re|ve|ll|d|m)$/.test(suffix)) return [{ text: plain(part.slice(0, mark)), offset, length: mark }];
  return [{ text: plain(part), offset, length: part.length }];
}
