import { datelineEnd } from './dateline.js';
import { withoutFurniture } from './en/furniture/index.js';
import { firstBehind } from './halving.js';
import { normalise, type NormalisedText } from './normalise.js';
import { findParagraphs, type Paragraph } from './paragraphs.js';
import { findQuotations, type Quotation } from './quotations.js';
import { splitSentences } from './sentences.js';
import { tokenize, type Token, type TreePlace } from './tokens.js';

/** A word, a punctuation mark, or a whole quotation taken as one: what sentences are made of. */
export interface Unit extends Token {
  /** Null for a word or a mark; a quotation has the part of speech QUOTE, and none of the Penn Treebank. */
  readonly quotation: Quotation | null;
}

export interface Sentence {
  readonly units: readonly Unit[];
  readonly start: number;
  readonly end: number;
  /** Index into `paragraphs`. */
  readonly paragraph: number;
}

/** A text as the rules read it. All offsets count in `source.text`, the normalised text. */
export interface LanguageDocument {
  readonly source: NormalisedText;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
}

const placeOf = ({ head, relation, left, right }: TreePlace): TreePlace => ({ head, relation, left, right });

/** Units of one stretch of tokens; a quotation becomes one unit. */
function toUnits(tokens: readonly Token[], quotations: readonly Quotation[], text: string): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < quotations.length && quotations[next]!.end <= token.start) next += 1;
    const quotation = quotations[next];
    if (quotation && token.start >= quotation.start && token.start < quotation.end) {
      const last = units.at(-1);
      if (last?.quotation === quotation) {
        // Its place in the tree is that of its word that hangs on one outside.
        if (token.head < quotation.start || token.head >= quotation.end)
          units[units.length - 1] = { ...last, ...placeOf(token) };
        continue;
      }
      const inner = text.slice(quotation.innerStart, quotation.innerEnd);
      units.push({
        text: inner,
        lower: inner.toLowerCase(),
        pos: 'QUOTE',
        xpos: '',
        start: quotation.start,
        end: quotation.end,
        quotation,
        ...placeOf(token),
      });
    } else {
      units.push({ ...token, quotation: null });
    }
  }
  return units;
}

/**
 * Reads an English text: normalises, splits into paragraphs, quotations and sentences, and tags the words. A dateline is
 * part of no sentence, and what is only furniture of the page not even of the normalised text.
 * Pure, and linear in the length of the text; what was read last is kept.
 */
export function readDocument(original: string): LanguageDocument {
  const known = lately.find((document) => document.source.original === original);
  if (known) return known;
  const document = read(original);
  lately = [document, ...lately.slice(0, 1)];
  return document;
}

/** Headline and text of the last article: stage 3 reads what stage 2 has just read. */
let lately: readonly LanguageDocument[] = [];

function read(original: string): LanguageDocument {
  const source = withoutFurniture(normalise(original));
  const { text } = source;
  const tokens = tokenize(text);
  const paragraphs = findParagraphs(text);
  const sentences: Sentence[] = [];
  const allQuotations: Quotation[] = [];
  let first = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const begin = datelineEnd(text, paragraph.start, paragraph.end);
    while (first < tokens.length && tokens[first]!.start < begin) first += 1;
    let last = first;
    while (last < tokens.length && tokens[last]!.start < paragraph.end) last += 1;
    const following = paragraphs[index + 1];
    const nextOpens = following !== undefined && /["“‘']/.test(text[following.start]!);
    const quotations = findQuotations(text, begin, paragraph.end, index, nextOpens);
    allQuotations.push(...quotations);
    for (const units of splitSentences(toUnits(tokens.slice(first, last), quotations, text))) {
      sentences.push({ units, start: units[0]!.start, end: units.at(-1)!.end, paragraph: index });
    }
    first = last;
  }
  return { source, paragraphs, sentences, tokens, quotations: allQuotations };
}

/** Sentences of a stretch inside a document, quotation marks taken as plain marks: what a quotation says. */
export function readInside(document: LanguageDocument, start: number, end: number, paragraph: number): Sentence[] {
  const { tokens } = document;
  const first = firstBehind(tokens.length, (index) => tokens[index]!.start < start);
  let last = first;
  while (last < tokens.length && tokens[last]!.end <= end) last += 1;
  return splitSentences(toUnits(tokens.slice(first, last), [], document.source.text)).map((units) => ({
    units,
    start: units[0]!.start,
    end: units.at(-1)!.end,
    paragraph,
  }));
}
