import { stopWords } from '../../language/en/stop-words.js';
import type { Word } from '../../language/en/words.js';
import { writtenNumbers, type WrittenNumber } from './numbers.js';

/** So much of something: an interval, what it is measured in, and what it is said of. */
export interface Quantity {
  /** As written, with its modifier and what follows: "at least 12 people". */
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** `$`, `%`, `year`, `mile`, …; `more` for an increase ("three more"); empty for a plain count. */
  readonly unit: string;
  /** Stems of the words that may be its head noun ("12 injured workers": injur, worker), nearest first. */
  readonly heads: readonly string[];
  /** Stems near it on both sides: what tells two percentages apart. */
  readonly context: ReadonlySet<string>;
  readonly fromWord: number;
  readonly toWord: number;
}

const measures = new Map<string, string>();
for (const entry of (
  'percent:% pct:% percentage:% dollar:$ dollars:$ euro:€ euros:€ pound:£ pounds:£ yen:¥ yuan:CNY rupees:INR cents:cent cent:cent ' +
  'second:second seconds:second minute:minute minutes:minute hour:hour hours:hour day:day days:day week:week weeks:week month:month months:month ' +
  'year:year years:year decade:decade decades:decade mile:mile miles:mile kilometre:km kilometres:km kilometer:km kilometers:km km:km ' +
  'metre:metre metres:metre meter:metre meters:metre foot:foot feet:foot inch:inch inches:inch acre:acre acres:acre hectare:hectare hectares:hectare ' +
  'ton:ton tons:ton tonne:ton tonnes:ton kg:kg mph:mph degrees:degree degree:degree points:point point:point barrels:barrel barrel:barrel'
).split(' ')) {
  const [word, unit] = entry.split(':');
  if (word && unit) measures.set(word, unit);
}

type Modifier = 'LEAST' | 'MOST' | 'ABOUT';

// The words right before a figure, longest first.
const modifiers: readonly (readonly [string, Modifier])[] = [
  ...[
    'no fewer than',
    'no less than',
    'at least',
    'more than',
    'upwards of',
    'over',
    'above',
    'exceeding',
    'exceeded',
    'exceeds',
  ].map((words) => [words, 'LEAST'] as const),
  ...['no more than', 'as many as', 'as much as', 'fewer than', 'less than', 'at most', 'up to', 'under', 'below'].map(
    (words) => [words, 'MOST'] as const,
  ),
  ...[
    'an estimated',
    'close to',
    'about',
    'around',
    'roughly',
    'approximately',
    'some',
    'nearly',
    'almost',
    'estimated',
    'circa',
  ].map((words) => [words, 'ABOUT'] as const),
].sort(([a], [b]) => b.length - a.length);
const aboutShare = 0.1;
// A sentence with more is a table; all of them are compared with all of the other side.
const mostNumbers = 20;

/** The quantities of a sentence. Years, clock times and parts of dates are left to dates.ts (`taken`: their word positions). */
export function quantities(text: string, words: readonly Word[], taken: ReadonlySet<number>): Quantity[] {
  const numbers = writtenNumbers(words)
    .filter((number) => !taken.has(number.from))
    .slice(0, mostNumbers);
  const result: Quantity[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!;
    const next = numbers[index + 1];
    const range = next && isRange(text, words, number, next) ? next : null;
    if (range) index += 1;
    result.push(quantity(text, words, number, range));
  }
  return result;
}

/** "5 to 7 percent", "between 5 and 7", "5-7". */
function isRange(text: string, words: readonly Word[], first: WrittenNumber, second: WrittenNumber): boolean {
  if (second.value < first.value || second.from - first.to > 2) return false;
  const between = text.slice(words[first.to]!.end, words[second.from]!.start).trim().toLowerCase();
  // "rose from 40 to 55" tells two figures.
  if (words[first.from - 1]?.lower === 'from') return false;
  if (['to', '-', '–', 'or'].includes(between)) return true;
  return between === 'and' && words[first.from - 1]?.lower === 'between';
}

function quantity(text: string, words: readonly Word[], number: WrittenNumber, range: WrittenNumber | null): Quantity {
  const last = range ?? number;
  const modifier = modifierBefore(words, number.from);
  const from = number.from - (modifier?.words ?? 0);
  const unit = unitOf(text, words, number, last);
  let low = number.value - number.rounding;
  let high = last.value + last.rounding;
  // A whole percentage is a rounded one.
  if (unit === '%' && number.rounding === 0) [low, high] = [low - 0.5, high + 0.5];
  if (number.isVague) high = number.value * 500;
  if (modifier?.kind === 'LEAST') [low, high] = [number.value, Infinity];
  else if (modifier?.kind === 'MOST') [low, high] = [0, last.value];
  else if (modifier?.kind === 'ABOUT') [low, high] = [low * (1 - aboutShare), high * (1 + aboutShare)];
  const heads = headsAfter(text, words, last.to);
  const end = words[Math.min(words.length - 1, last.to + (heads.length ? 1 : 0))]!.end;
  const context = new Set<string>();
  for (let at = number.from - 4; at <= last.to + 4; at += 1) {
    const word = words[at];
    if (word && (at < number.from || at > last.to) && isContent(word)) context.add(word.stem);
  }
  return {
    text: text
      .slice(words[from]!.start - (unit.length === 1 && '$£€¥'.includes(unit) && from === number.from ? 1 : 0), end)
      .trim(),
    low,
    high,
    unit,
    heads,
    context,
    fromWord: from,
    // The unit goes with the figure: "percent" is not what a sentence is about.
    toWord: last.to + unitWords(words, last.to),
  };
}

/** What stands before a figure and how many words it has; null when there is none. */
function modifierBefore(words: readonly Word[], at: number): { kind: Modifier; words: number } | null {
  const before = ` ${[words[at - 3], words[at - 2], words[at - 1]].map((word) => word?.lower ?? '').join(' ')}`;
  for (const [phrase, kind] of modifiers) {
    if (before.endsWith(` ${phrase}`)) return { kind, words: phrase.split(' ').length };
  }
  return null;
}

function unitWords(words: readonly Word[], last: number): number {
  const next = words[last + 1]?.lower ?? '';
  return next === 'per' && words[last + 2]?.lower === 'cent' ? 2 : measures.has(next) ? 1 : 0;
}

function unitOf(text: string, words: readonly Word[], first: WrittenNumber, last: WrittenNumber): string {
  const sign = text
    .slice(Math.max(0, words[first.from]!.start - 2), words[first.from]!.start)
    .trim()
    .slice(-1);
  if (['$', '£', '€', '¥'].includes(sign)) return sign;
  const end = words[last.to]!.end;
  if (/^ ?%/.test(text.slice(end, end + 2))) return '%';
  const next = words[last.to + 1];
  if (!next || next.start - end > 2) return '';
  // "three more people": not how many there are.
  if (next.lower === 'more' || next.lower === 'other') return 'more';
  if (next.lower === 'per' && words[last.to + 2]?.lower === 'cent') return '%';
  const unit = measures.get(next.lower);
  if (unit === 'year' && words[last.to + 2]?.lower === 'old') return 'age';
  return unit ?? '';
}

/** Content words after a number up to the first word or mark that ends its noun phrase; at most three. */
function headsAfter(text: string, words: readonly Word[], last: number): string[] {
  const heads: string[] = [];
  for (let at = last + 1; at <= last + 3 && at < words.length; at += 1) {
    const word = words[at]!;
    if (/[,.;:()"“”]/.test(text.slice(words[at - 1]!.end, word.start))) break;
    if (word.lower === 'of' || word.lower === 'more' || word.lower === 'other') continue;
    if (!isContent(word)) break;
    heads.push(word.stem);
  }
  return heads;
}

function isContent(word: Word): boolean {
  return !stopWords.has(word.lower) && !/^\p{N}/u.test(word.lower);
}

/** Whether two quantities measure the same thing, so that their figures can be held against each other. */
export function isComparable(first: Quantity, second: Quantity): boolean {
  if (first.unit !== second.unit) return false;
  if (first.unit === '' || first.unit === 'more') return first.heads.some((head) => second.heads.includes(head));
  if (first.unit === 'age') return true;
  let shared = 0;
  for (const stem of first.context) if (second.context.has(stem)) shared += 1;
  return shared >= 2;
}

/**
 * Whether two counts are of the same thing by more than their head noun: two stems in common near them, one of them a head
 * noun ("14 workers injured", "23 of the injured workers"). Then they conflict however differently the rest is told.
 * Percentages and money are left out: whose they are stands further off.
 */
export function isSameCount(first: Quantity, second: Quantity): boolean {
  if (first.unit !== '' || !isComparable(first, second)) return false;
  const others = new Set([...second.heads, ...second.context]);
  return [...new Set([...first.heads, ...first.context])].filter((stem) => others.has(stem)).length >= 2;
}

/** Whether no figure fits both. */
export function isDisjoint(first: Quantity, second: Quantity): boolean {
  return first.high < second.low || second.high < first.low;
}
