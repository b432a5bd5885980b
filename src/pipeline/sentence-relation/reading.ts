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
  /** All its words as stems, as they are. */
  readonly plain: readonly string[];
  /** Those of the masked that say what: no function words, no figures. */
  readonly content: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly NamedDate[];
  readonly stance: Stance;
  /** Short and without a full stop: a headline, or a piece of a sentence. */
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
    // The "that" of "said that …" and negations say nothing of what is said.
    if (word.stem === 'not' || (at === 0 && word.lower === 'that')) return;
    if (inAmounts.has(at) || /^\p{N}/u.test(word.lower)) {
      if (masked.at(-1) !== '#') masked.push('#');
      return;
    }
    const stem = groupStem(word.stem);
    masked.push(stem);
    if (!stopWords.has(word.lower) && word.lower.length > 1) content.add(stem);
  });
  return {
    text,
    masked,
    plain: list.map((word) => word.stem),
    content,
    quantities: amounts,
    dates,
    stance: stanceOf(text, list),
    isHeadline: isHeadline(text, list),
  };
}

const longestHeadline = 20;

/** Headlines and fragments don't end like a sentence; they leave out what a sentence spells out. */
function isHeadline(text: string, list: readonly Word[]): boolean {
  return list.length <= longestHeadline && !/[.]["'”’)]*\s*$/.test(text);
}
