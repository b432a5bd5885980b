import type { Unit } from '../../language/document.js';
import { isComma } from '../../language/words.js';

/** A content whose end is looked for. Unit indexes. */
export interface ContentReading {
  readonly units: readonly Unit[];
  /** Where it begins. */
  readonly start: number;
  /** The end of the sentence, without its final mark. */
  readonly last: number;
  /** Where its cue begins, and the verb of that; -1 where the tagger saw none. */
  readonly cue: number;
  readonly verb: number;
  /** Whether it is a clause; a noun phrase or an infinitive ends where another clause begins. */
  readonly isClause: boolean;
  /** Whether the cue stands in a fronted subordinate clause, with which the content ends. */
  readonly isFronted: boolean;
}

/** Without the comma that stands before a conjunction. */
export const beforeComma = (units: readonly Unit[], k: number): number => (isComma(units[k - 1]) ? k - 1 : k);
