import { readDocument, type LanguageDocument, type Unit } from '../../language/document.js';

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
}

function lowerBound(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
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
    placeOf(offset) {
      const sentence = Math.max(0, lowerBound(sentenceStarts, offset + 1) - 1);
      return { sentence, paragraph: document.sentences[sentence]?.paragraph ?? 0 };
    },
  };
}
