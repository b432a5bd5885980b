import { stopWords } from '../../language/en/stop-words.js';
import { words, type Word } from '../../language/en/words.js';
import { namedDates, type NamedDate } from './dates.js';
import { quantities, type Quantity } from './quantities.js';
import { stanceOf, type Stance } from './stance.js';
import { groupStem } from './synonyms.js';

/** A sentence as it is compared with others. */
export interface Reading {
  readonly text: string;
  /** All its words as group stems, figures masked as `#`, negations left out. */
  readonly masked: readonly string[];
  /** Those of them that say what: no function words, no figures. */
  readonly content: ReadonlySet<string>;
  /** Pairs of neighbouring masked words. */
  readonly pairs: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly NamedDate[];
  readonly stance: Stance;
  /** Written like a headline: articles and auxiliaries dropped, or capitals throughout. */
  readonly isHeadline: boolean;
}

/**
 * Reads one sentence.
 * @param asOf ISO 8601 date of the article it stands in; null when unknown
 */
export function read(text: string, asOf: string | null): Reading {
  const list = words(text);
  const dates = namedDates(text, list, asOf);
  const inDates = new Set<number>();
  for (const date of dates) for (let at = date.fromWord; at <= date.toWord; at += 1) inDates.add(at);
  const amounts = quantities(text, list, inDates);
  const inAmounts = new Set<number>();
  for (const amount of amounts) for (let at = amount.fromWord; at <= amount.toWord; at += 1) inAmounts.add(at);
  const masked: string[] = [];
  const content = new Set<string>();
  list.forEach((word, at) => {
    if (word.stem === 'not') return;
    if (inAmounts.has(at) || /^\p{N}/u.test(word.lower)) {
      if (masked.at(-1) !== '#') masked.push('#');
      return;
    }
    const stem = groupStem(word.stem);
    masked.push(stem);
    if (!stopWords.has(word.lower) && word.lower.length > 1) content.add(stem);
  });
  const pairs = new Set<string>();
  for (let at = 1; at < masked.length; at += 1) pairs.add(`${masked[at - 1]} ${masked[at]}`);
  return {
    text,
    masked,
    content,
    pairs,
    quantities: amounts,
    dates,
    stance: stanceOf(text, list),
    isHeadline: isHeadline(text, list),
  };
}

const smallWords: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'is',
  'was',
  'are',
  'were',
  'has',
  'had',
  'have',
  'been',
  'be',
]);

function isHeadline(text: string, list: readonly Word[]): boolean {
  if (/[.]["'”’)]*\s*$/.test(text)) return false;
  const long = list.filter((word) => word.lower.length > 3);
  const capitals = long.filter((word) => word.isCapitalised).length;
  if (long.length > 2 && capitals >= long.length * 0.7) return true;
  return list.length > 2 && !list.some((word) => smallWords.has(word.lower));
}
