import { readSyntax } from './en/syntax.js';
import { casingOf } from './syntax/forms.js';
import type { SyntaxSentence } from './syntax/values.js';
import { correctTag } from './tag-corrections.js';

/** Where a word stands in the dependency tree of its sentence. Offsets count in the normalised text. */
export interface TreePlace {
  /** Offset of the head's first character; -1 for the root. */
  readonly head: number;
  /** Universal relation to the head, subtype included ("nsubj:pass"). */
  readonly relation: string;
  /** Where the words that hang on it, and on those, begin and end; itself included. */
  readonly left: number;
  readonly right: number;
}

/** A word or a punctuation mark. Offsets count in the normalised text. */
export interface Token extends TreePlace {
  readonly text: string;
  /** In small letters, unless these would make another word of it: "WHO" stays. */
  readonly lower: string;
  /** Universal part of speech (UD): NOUN, VERB, AUX, PROPN, … */
  readonly pos: string;
  /** Part of speech of the Penn Treebank. */
  readonly xpos: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits English text into tagged tokens, words as Universal Dependencies counts them, each with its place in the tree;
 * linear in the length.
 * @param text normalised text
 */
export function tokenize(text: string): Token[] {
  const sentences = readSyntax(text);
  const isName = namesOf(sentences);
  const tokens: Token[] = [];
  for (const { words, upos, xpos, heads, relations } of sentences) {
    const left = words.map(({ start }) => start);
    const right = words.map(({ end }) => end);
    for (const index of inwards(heads)) {
      const head = heads[index]! - 1;
      if (head < 0) continue;
      left[head] = Math.min(left[head]!, left[index]!);
      right[head] = Math.max(right[head]!, right[index]!);
    }
    const capitalsTell = casingOf(words.map((word) => word.text)) === 'sentence';
    for (const [index, { text: word, start, end }] of words.entries()) {
      const head = heads[index]!;
      const token = {
        text: word,
        // The World Health Organization, not the pronoun.
        lower: word === 'WHO' && capitalsTell ? word : word.toLowerCase(),
        // GUM calls the words of names after what they mean ("United" is ADJ, NNP): they are names here.
        pos: /^NNPS?$/.test(xpos[index]!) ? 'PROPN' : upos[index]!,
        xpos: xpos[index]!,
        start,
        end,
        head: head > 0 ? words[head - 1]!.start : -1,
        relation: relations[index]!,
        left: left[index]!,
        right: right[index]!,
      };
      const next =
        index + 1 < words.length
          ? { pos: upos[index + 1]!, xpos: xpos[index + 1]!, text: words[index + 1]!.text }
          : undefined;
      const before = index > 0 ? tokens.at(-1) : undefined;
      tokens.push({
        ...token,
        pos: correctTag(token, { before, next, capitalsTell, isCapitalElsewhere: isName.has(word) }),
      });
    }
  }
  return tokens;
}

/** Words that the text has with a capital in the middle of a sentence, and never in small letters. */
function namesOf(sentences: readonly SyntaxSentence[]): ReadonlySet<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { words } of sentences) {
    if (casingOf(words.map((word) => word.text)) !== 'sentence') continue;
    for (const [index, { text }] of words.entries()) {
      if (/^\p{Ll}/u.test(text)) small.add(text);
      else if (index > 0 && /^\p{Lu}/u.test(text) && /^(?:\p{Ll}|,$)/u.test(words[index - 1]!.text)) names.add(text);
    }
  }
  for (const name of names) if (small.has(name.toLowerCase())) names.delete(name);
  return names;
}

/** Words ordered so that each comes before its head. @param heads places from 1, 0 for the root */
function inwards(heads: readonly number[]): number[] {
  const dependents = heads.map(() => 0);
  for (const head of heads) if (head > 0) dependents[head - 1]! += 1;
  const order = [...heads.keys()].filter((index) => dependents[index] === 0);
  for (let next = 0; next < order.length; next += 1) {
    const head = heads[order[next]!]! - 1;
    if (head >= 0 && (dependents[head]! -= 1) === 0) order.push(head);
  }
  return order;
}
