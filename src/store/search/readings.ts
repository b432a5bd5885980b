import { keepsFirstLetter, undetermined } from './languages.js';
import type { Alternative, Term } from './parse-search.js';
import { fold } from './words.js';

/** One word to find at a place among others: a lexeme of the index, whole or as a beginning. */
export interface Part {
  readonly lexeme: string;
  readonly offset: number;
  /** A stem finds all words that have it; a whole word only itself; a prefix all that begin so. */
  readonly kind: 'stem' | 'word' | 'prefix';
}

/** A term as the texts of one language hold it: parts in the order of their offsets. */
export type Sequence = readonly Part[];

/** What a search means in texts of one language. */
export interface Reading {
  readonly language: string;
  readonly alternatives: readonly { readonly required: readonly Sequence[]; readonly excluded: readonly Sequence[] }[];
}

/** Stems by word; none for a stop word. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a search for each language in which there are texts. Words that a language's list of stop words holds ("the")
 * need not be found, unless nothing else is asked for. Texts of unknown language have no such list, and go by those of
 * the others.
 * @param stems by language, of all unquoted words; with an entry for `und`
 */
export function readingsOf(alternatives: readonly Alternative[], stems: ReadonlyMap<string, Stems>): Reading[] {
  const isStopWord = (word: string) => [...stems.values()].some((ofLanguage) => ofLanguage.get(word)?.length === 0);
  return [...stems].map(([language, ofLanguage]) => {
    const stemsOf = (word: string) =>
      language === undetermined && isStopWord(word) ? [] : (ofLanguage.get(word) ?? [fold(word)]);
    return {
      language,
      alternatives: alternatives.map(({ required, excluded }) => {
        const telling = required.map((term) => sequenceOf(term, stemsOf)).filter((sequence) => sequence.length > 0);
        return {
          required: telling.length > 0 ? telling : required.map(exactly),
          excluded: excluded.map((term) => {
            const sequence = sequenceOf(term, stemsOf);
            return sequence.length > 0 ? sequence : exactly(term);
          }),
        };
      }),
    };
  });
}

function sequenceOf(term: Term, stemsOf: (word: string) => readonly string[]): Sequence {
  if (term.isExact || term.isPrefix) return exactly(term);
  return term.words.flatMap((word, offset) =>
    stemsOf(word)
      .slice(0, 1)
      .map((lexeme) => ({ lexeme, offset, kind: 'stem' as const })),
  );
}

function exactly({ words, isPrefix }: Term): Sequence {
  return words.map((word, offset) => ({
    lexeme: fold(word),
    offset,
    kind: isPrefix && offset === words.length - 1 ? 'prefix' : 'word',
  }));
}

/** The reading as a `tsquery`, in its text form; lexemes are quoted, so that nothing in them is taken for an operator. */
export function queryOf({ alternatives }: Reading): string {
  return alternatives
    .map(({ required, excluded }) => {
      const without = excluded.map((sequence) => `!${sequenceQuery(sequence)}`);
      return `(${[...required.map(sequenceQuery), ...without].join(' & ')})`;
    })
    .join(' | ');
}

/**
 * What the rank goes by, which leaves out what must not be there. Two queries, for PostgreSQL ranks a conjunction by how
 * near its words stand to each other and by nothing else: 0 for a headline of which one word stands far down in the text.
 */
export function rankedQueriesOf({ alternatives }: Reading): { readonly near: string; readonly each: string } {
  const sequences = alternatives.map(({ required }) => required.map(sequenceQuery));
  return {
    near: sequences.map((required) => `(${required.join(' & ')})`).join(' | '),
    each: sequences.flat().join(' | '),
  };
}

function sequenceQuery(sequence: Sequence): string {
  const parts = sequence.map(({ lexeme, offset, kind }, index) => {
    const before = sequence[index - 1];
    const operator = before === undefined ? '' : ` <${offset - before.offset}> `;
    return `${operator}'${lexeme.replace(/['\\]/g, '$&$&')}'${kind === 'prefix' ? ':*' : ''}`;
  });
  return `(${parts.join('')})`;
}

/** Everything that a text found in this language can be found for. */
export function soughtSequences({ alternatives }: Reading): Sequence[] {
  return alternatives.flatMap(({ required }) => required);
}

/** Whether a word may have one of the stems that are sought; cheap, so that few words need be stemmed. */
export function stemCandidate(reading: Reading): (word: string) => boolean {
  const stems = soughtSequences(reading)
    .flat()
    .filter(({ kind }) => kind === 'stem');
  if (stems.length === 0) return () => false;
  if (!keepsFirstLetter(reading.language)) return () => true;
  const beginnings = new Set(stems.map(({ lexeme }) => firstCharacter(lexeme)));
  return (word) => beginnings.has(firstCharacter(fold(word)));
}

const firstCharacter = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0);
