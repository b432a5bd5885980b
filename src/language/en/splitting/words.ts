import type { Word } from '../../syntax/values.js';
import { beginsSentence, isAbbreviated } from './abbreviated.js';
import { contractionBoundaries } from './contractions.js';
import { isHyphenKept } from './hyphens.js';
import * as patterns from './patterns.js';

/** Where a sticky pattern that matches at a place ends; -1 where it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const isBlank = (text: string, at: number): boolean => at < 0 || at >= text.length || /\s/.test(text[at]);
const isLetter = (text: string, at: number): boolean => /\p{L}/u.test(text[at] ?? '');

/** What a stretch without blanks holds, as bits: it tells which patterns are worth trying. */
const enum Holds {
  Letters = 1,
  Digit = 2,
  Stop = 4,
  At = 8,
  Slash = 16,
  Other = 32,
}

function kindOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return Holds.Letters;
  if (code >= 48 && code <= 57) return Holds.Digit;
  if (code === 46) return Holds.Stop;
  if (code === 64) return Holds.At;
  if (code === 47 || code === 58) return Holds.Slash;
  return Holds.Other;
}

/**
 * Splits a stretch of English text into words as Universal Dependencies counts them in EWT and GUM: "do|n't",
 * "Ann|'s", "well|-|known", "$|5|bn", "U.S.". Words have exact offsets, do not overlap, and leave out only blanks.
 * Partly tokenised text ("do n't", "``", " ,", "-LRB-") gives the same words as clean text.
 * Linear in the length.
 * @param text any text @param start @param end the stretch; nothing outside it is read as part of a word
 */
export function splitWords(text: string, start = 0, end = text.length): Word[] {
  const scanner = new Scanner(end === text.length ? text : text.slice(0, end));
  let at = start;
  while (at < end) {
    if (isBlank(text, at)) at += 1;
    else at = scanner.readChunk(at);
  }
  return scanner.words;
}

class Scanner {
  readonly words: Word[] = [];
  private chunk = 0;

  constructor(private readonly text: string) {}

  /** Reads on from the beginning of a stretch without blanks to its end. */
  readChunk(start: number): number {
    const { text } = this;
    let end = start;
    let kinds = 0;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code <= 32 || code >= 128) {
        if (isBlank(text, end)) break;
        kinds |= Holds.Other;
      } else kinds |= kindOf(code);
    }
    this.chunk = start;
    let at = start;
    while (at < end) at = this.readWord(at, end, kinds);
    return at;
  }

  private add(start: number, end: number): number {
    this.words.push({ text: this.text.slice(start, end), start, end });
    return end;
  }

  private tryAll(at: number, ...tried: readonly RegExp[]): number {
    for (const pattern of tried) {
      const end = endOf(pattern, this.text, at);
      if (end > 0) return this.add(at, end);
    }
    return -1;
  }

  /** Reads one word, or the few that a contraction is, and returns where they end. */
  private readWord(at: number, chunkEnd: number, kinds: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (kinds === Holds.Letters) return this.readLetters(at, chunkEnd);
    if (kinds & (Holds.At | Holds.Slash | Holds.Stop)) {
      const found = this.readAddress(at, chunkEnd, kinds);
      if (found > 0) return found;
    }
    if (kindOf(code) === Holds.Digit || (code === 46 && this.isPointOfNumber(at))) return this.readNumber(at);
    if (isLetter(text, at) || code >= 128) {
      if (kinds & Holds.Stop) {
        const acronym = endOf(patterns.acronym, text, at);
        if (acronym > 0) return this.add(at, this.withLooseStop(acronym));
      }
      const found = this.tryAll(
        at,
        ...(kinds & Holds.Slash ? [patterns.slashed] : []),
        ...(kinds & (Holds.Other | Holds.Digit) ? [patterns.ampersandName, patterns.currency] : []),
      );
      if (found > 0) return found;
      const end = endOf(patterns.letters, text, at);
      if (end > 0) return this.readLetters(at, end);
      const digits = endOf(patterns.number, text, at);
      if (digits > 0) return this.readNumber(at);
    }
    return this.readMark(at, chunkEnd);
  }

  /** URLs, e-mail, hosts, files. What ends a sentence or closes a bracket is given back. */
  private readAddress(at: number, chunkEnd: number, kinds: number): number {
    const { text } = this;
    let end = kinds & Holds.Slash || text.startsWith('www.', at) ? endOf(patterns.address, text, at) : -1;
    if (end < 0 && kinds & Holds.At) end = endOf(patterns.mailAddress, text, at);
    if (end < 0 && kinds & Holds.Stop && at < chunkEnd - 3) {
      for (const pattern of [patterns.file, patterns.host, patterns.dottedName]) {
        end = endOf(pattern, text, at);
        if (end > 0) break;
      }
    }
    if (end < 0) return -1;
    const hasBracket = text.slice(at, end).includes('(');
    while (end > at + 1 && /[.,;:!?'"’”)\]}>*]/.test(text[end - 1])) {
      if (text[end - 1] === ')' && hasBracket) break;
      end -= 1;
    }
    return this.add(at, end);
  }

  private isPointOfNumber(at: number): boolean {
    const before = this.text[at - 1];
    return /\d/.test(this.text[at + 1] ?? '') && (at === this.chunk || /[$£€(]/.test(before));
  }

  private readNumber(at: number): number {
    const { text } = this;
    const whole = this.tryAll(at, patterns.dashedNumber, patterns.slashedDate, patterns.decade);
    if (whole > 0) return whole;
    const end = endOf(patterns.number, text, at);
    if (end < 0) return this.readMark(at, at + 1);
    if (!isLetter(text, end)) return this.add(at, end);
    const isMoney = /[$£€]/.test(text[at - 1] ?? '');
    const unit = endOf(isMoney ? patterns.moneyUnit : patterns.unit, text, end);
    if (unit > 0) {
      this.add(at, end);
      return this.add(end, unit);
    }
    return this.add(at, endOf(patterns.alphanumeric, text, end));
  }

  /** A run of letters, with the hyphen or full stop that belongs to it and cut where it is a contraction. */
  private readLetters(at: number, lettersEnd: number): number {
    const { text } = this;
    const loose = this.readLoose(at, lettersEnd);
    if (loose > 0) return loose;
    let end = lettersEnd;
    let part = at;
    while (text[end] === '-' && end + 1 < text.length) {
      let next = endOf(patterns.letters, text, end + 1);
      if (next < 0 && /\d/.test(text[end + 1])) next = endOf(patterns.number, text, end + 1);
      const isFirst = part > at || text[at - 1] !== '-';
      if (next < 0 || !isFirst || !isHyphenKept(text.slice(part, end), text.slice(end + 1, next))) break;
      part = end + 1;
      end = next;
    }
    const run = text.slice(part, end);
    const stop = this.stopAfter(end);
    if (stop >= 0 && isAbbreviated(text, at, end, stop, this.words.at(-1)?.text)) return this.add(at, stop + 1);
    if (text[end] === "'" && this.isDroppedG(at, end)) return this.add(at, end + 1);
    if (end - at === 3 && /^its$/i.test(run) && endOf(patterns.afterItIs, text, end) > 0)
      return this.add(this.add(at, end - 1), end);
    let from = at;
    for (const place of contractionBoundaries(run)) from = this.add(from, part + place);
    return this.add(from, end);
  }

  /** The full stop right after a word, or after a blank where a tokeniser put one ("Gov . Ann Lee"); -1 where there is none. */
  private stopAfter(end: number): number {
    const { text } = this;
    if (text[end] === '.') return end;
    return text[end] === ' ' && text[end + 1] === '.' && text[end + 2] === ' ' ? end + 1 : -1;
  }

  /** "the F.B.I . did", where no sentence seems to begin after it. */
  private withLooseStop(end: number): number {
    const { text } = this;
    if (text[end - 1] === '.' || text[end] === '.' || this.stopAfter(end) < 0) return end;
    return beginsSentence(text, end + 2) ? end : end + 2;
  }

  /** "lovin' it": an apostrophe in place of a g. */
  private isDroppedG(at: number, end: number): boolean {
    return (
      end - at > 4 &&
      /\p{Ll}in$/u.test(this.text.slice(end - 3, end)) &&
      /^ \p{Ll}/u.test(this.text.slice(end + 1, end + 3)) &&
      !/['‘"]/.test(this.text[at - 1] ?? ' ')
    );
  }

  /** "does n ’ t", "doesn ’ t", "the mayor ’ s", "O ’ Hara". */
  private readLoose(at: number, end: number): number {
    const { text } = this;
    if (text[end] !== ' ' || !/['’]/.test(text[end + 1] ?? '')) return -1;
    const name = endOf(patterns.looseName, text, at);
    if (name > 0) return this.add(at, name);
    if (text[end - 1] !== 'n' || text[end + 2] !== ' ' || text[end + 3] !== 't' || isLetter(text, end + 4)) return -1;
    if (end - at > 1) this.add(at, end - 1);
    return this.add(end - 1, end + 4);
  }

  private readMark(at: number, chunkEnd: number): number {
    const { text } = this;
    if (at === this.chunk && isLetter(text, at - 2) && text[at - 1] === ' ') {
      const loose = this.tryAll(at, patterns.looseClitic);
      if (loose > 0) return loose;
    }
    if (at === this.chunk || !/[\p{L}\p{N}]/u.test(text[at - 1])) {
      const found = this.tryAll(at, patterns.elision, patterns.handle);
      if (found > 0) return found;
    }
    const clitic = this.tryAll(at, patterns.clitic);
    if (clitic > 0) return clitic;
    const smile = endOf(patterns.emoticon, text, at);
    if (smile > 0 && (smile === chunkEnd || (at === this.chunk && /[.,!?]/.test(text[smile]))))
      return this.add(at, smile);
    if (at === this.chunk && text[at] === '+') {
      const code = this.tryAll(at, patterns.dialCode);
      if (code > 0) return code;
    }
    return this.tryAll(at, patterns.treebankBracket, patterns.markRun, patterns.picture, patterns.other);
  }
}
