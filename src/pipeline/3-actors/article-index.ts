import { readDocument, type LanguageDocument, type Unit } from '../../language/document.js';
import { firstBehind } from '../../language/halving.js';
import { chunkEnd, type Range } from '../../language/noun-phrase.js';
import { isTime } from '../../language/words.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { ActorKind } from '../values.js';
import { isGroupNoun, isPersonNoun } from './lexicon.js';
import { votedKind } from '../../language/name-votes.js';

/** A text with its words addressed by offsets of the original. */
export interface ArticleIndex {
  readonly document: LanguageDocument;
  readonly starts: readonly number[];
  /** Units of a stretch of the original, quotations taken apart. */
  unitsIn(start: number, end: number): Unit[];
  /** Words of the original, counted from the first at or behind `from`. */
  extract(from: number, first: number, end: number): { start: number; end: number; text: string };
  /** Sentence and paragraph that an offset of the original stands in. */
  placeOf(offset: number): { sentence: number; paragraph: number };
  /** The noun phrase right before a relative pronoun; null where there is none. */
  antecedentOf(offset: number): { start: number; end: number; text: string } | null;
  /** What the name tagger takes a name for, over all its mentions; null where it does not know. */
  votedKind(name: string): ActorKind | null;
}

/** No phrase before a relative pronoun has more words. */
const longestAntecedent = 24;

const kinds = {
  PERSON: ActorKind.PERSON,
  ORGANIZATION: ActorKind.ORGANIZATION,
  // Places speak only as countries and seats, which the gazetteer knows.
  PLACE: null,
} as const;

const lowerBound = (values: readonly number[], wanted: number): number =>
  firstBehind(values.length, (index) => values[index]! < wanted);

/** "praise from | state officials | , who": the last phrase behind a preposition, where it means people. */
function whoseStart(units: readonly Unit[], { start, end }: Range): number {
  const comma = units.findIndex((unit, k) => k > start && k < end && unit.text === ',');
  const last = comma < 0 ? end : comma;
  for (let k = last - 1; k > start; k -= 1) {
    if (units[k]!.pos !== 'ADP') continue;
    const head = units[last - 1]!.lower;
    const isPeople = isGroupNoun(head) || isPersonNoun(head) || /(?:[^t]ers|ors|ists|ians)$/.test(head);
    const before = units[k - 1]!.lower;
    return isPeople && !isGroupNoun(before) && !isPersonNoun(before) ? k + 1 : start;
  }
  return start;
}

/** "reported on | the Justice Department diplomats | who": the phrase that ends the units, where no subject does. */
function chunkBefore(units: readonly Unit[]): Range | null {
  for (let start = Math.max(0, units.length - longestChunk); start < units.length; start += 1)
    if (units[start]!.pos !== 'ADP' && !isTime(units[start]) && chunkEnd(units, start) === units.length)
      return { start, end: units.length };
  return null;
}

const longestChunk = 8;

/** "| leaders | such as Pelham who have said": those of whom the phrase names one, where the verb is a plural's. */
function exemplified(units: readonly Unit[], { start }: Range, verb: string): Range | null {
  const isExample = units[start - 1]?.lower === 'as' && units[start - 2]?.lower === 'such';
  return isExample && verb === 'VBP' ? phraseBefore(units, start - 2) : null;
}

export function indexArticle(text: string): ArticleIndex {
  const document = readDocument(text);
  const starts = document.tokens.map((token) => document.source.toOriginal(token.start, token.end).start);
  const sentenceStarts = document.sentences.map(
    (sentence) => document.source.toOriginal(sentence.start, sentence.end).start,
  );
  return {
    document,
    starts,
    votedKind(name) {
      const kind = votedKind(document, name);
      return kind && kinds[kind];
    },
    unitsIn(start, end) {
      const first = lowerBound(starts, start);
      const last = lowerBound(starts, end);
      return document.tokens.slice(first, last).map((token) => ({ ...token, quotation: null }));
    },
    extract(from, first, end) {
      const at = lowerBound(starts, from);
      const { tokens, source } = document;
      const span = source.toOriginal(tokens[at + first]!.start, tokens[at + end - 1]!.end);
      return { ...span, text: source.original.slice(span.start, span.end) };
    },
    antecedentOf(offset) {
      const at = lowerBound(starts, offset);
      const { tokens, source } = document;
      const sentence = Math.max(0, lowerBound(sentenceStarts, offset + 1) - 1);
      const first = Math.max(at - longestAntecedent, lowerBound(starts, sentenceStarts[sentence] ?? 0));
      const units = tokens.slice(first, at).map((token) => ({ ...token, quotation: null }));
      while (units.at(-1)?.text === ',') units.pop();
      const nearest = phraseBefore(units, units.length) ?? chunkBefore(units);
      const whole = nearest && (exemplified(units, nearest, tokens[at + 1]?.xpos ?? '') ?? nearest);
      if (!whole) return null;
      const phrase = { ...whole, start: whoseStart(units, whole) };
      const span = source.toOriginal(units[phrase.start]!.start, units[phrase.end - 1]!.end);
      return { ...span, text: source.original.slice(span.start, span.end) };
    },
    placeOf(offset) {
      const sentence = Math.max(0, lowerBound(sentenceStarts, offset + 1) - 1);
      return { sentence, paragraph: document.sentences[sentence]?.paragraph ?? 0 };
    },
  };
}
