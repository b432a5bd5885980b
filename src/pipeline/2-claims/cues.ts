import type { Unit } from '../../language/document.js';
import { chunkEnd, clauseFollows, type Range } from '../../language/noun-phrase.js';
import { isFinite, isTime } from '../../language/words.js';
import { Attitude, CueClass } from '../values.js';
import { besideQuotation, goesOnSaying, isBesideQuotation } from './beside-quotation.js';
import { cueLexicon, type CueSense } from './cue-lexicon.js';
import { describesOnly, isCueVerb, isState } from './cue-verb.js';
import { adjectiveForms, cueForms, type CueForm, type VerbForm } from './verb-forms.js';
import { verbGroup, type Mood } from './verb-group.js';

/** A verb group that attributes: "has not said", "went on to note". Unit indexes, end exclusive. */
export interface CueGroup {
  readonly start: number;
  readonly verb: number;
  readonly end: number;
  readonly lemma: string;
  readonly form: VerbForm;
  readonly mood: Mood;
  readonly senses: readonly CueSense[];
  /** Who was let know. */
  readonly informed: Range | null;
}

/** What "let them know" takes. */
const informs: CueSense = {
  class: CueClass.NEUTRAL,
  attitude: Attitude.SPEECH,
  frames: 'ct',
  prepositions: [],
  line: 0,
};

/** The cue whose form stands at `i`; null where none does, or where it is none here. */
function cueAt(units: readonly Unit[], i: number): CueForm | null {
  const state = isState(units, i) ? adjectiveForms.get(units[i]!.lower) : undefined;
  const cue = state ?? cueForms.get(units[i]!.lower) ?? besideQuotation(units, i);
  if (!cue || units[i - 1]?.text === '-' || units[i + 1]?.text === '-') return null;
  return state || (isCueVerb(units, i, cue.form) && !describesOnly(units, i)) ? cue : null;
}

/** The senses of a cue with the words behind it that belong to it: "called | on Friday | for a vote". */
function withIdiom(units: readonly Unit[], i: number, cue: CueForm): Pick<CueGroup, 'senses' | 'end'> {
  let found = { senses: cue.senses, end: i + 1 };
  for (const idiom of cueLexicon.idioms) {
    if (idiom.verb !== cue.lemma) continue;
    const from = i + 1 + (idiom.words.length === 1 && isTime(units[i + 1]) ? 1 : 0);
    if (idiom.words.every((word, k) => units[from + k]?.lower === word))
      found = { senses: [idiom], end: from + idiom.words.length };
  }
  return found;
}

const isClauseBehind = (units: readonly Unit[], that: number): boolean =>
  units[that]?.lower === 'that' && clauseFollows(units, that + 1) && !isFinite(units, that + 1);

/** Whether a verb that mostly does something else says something where it stands. @param end behind the words that belong to it */
function isSaying(units: readonly Unit[], i: number, end: number, { lemma, form }: CueForm): boolean {
  switch (lemma) {
    // "went on | to note": the verb behind is the cue; "went on “for far too long”": nobody said it.
    case 'go':
      return goesOnSaying(units, i, end, form);
    // "held that post", "recorded that album": what is held or recorded to be so is a clause.
    case 'hold':
      return isClauseBehind(units, end);
    case 'record':
      return isClauseBehind(units, end) || isBesideQuotation(units, i);
    // "had read “Emma” twice": what is read aloud is read now.
    case 'read':
      return units[i - 1]?.pos !== 'AUX';
    default:
      return true;
  }
}

/** "let | readers | know that": where "let" stands; -1 where it doesn't. */
function letterOf(units: readonly Unit[], know: number): number {
  for (let k = know - 1; k >= Math.max(0, know - 6); k -= 1)
    if (/^(?:let|lets|letting)$/.test(units[k]!.lower)) {
      const end = chunkEnd(units, k + 1);
      // "let the agency | Vestnik | know"
      return end === know || (units[end]?.pos === 'PROPN' && chunkEnd(units, end) === know) ? k : -1;
    }
  return -1;
}

/** Finds the cue verbs of a sentence. Known failure: nouns that look like the verb after a name ("Ministry reports"). */
export function findCueGroups(units: readonly Unit[]): CueGroup[] {
  const groups: CueGroup[] = [];
  let closed = 0;
  for (let i = 0; i < units.length; i += 1) {
    const cue = cueAt(units, i);
    // "let it be | known": inside an idiom stands no cue of its own.
    if (!cue || i < closed) continue;
    const { senses, end } = withIdiom(units, i, cue);
    if (senses.length === 0 || !isSaying(units, i, end, cue)) continue;
    const { lemma, form } = cue;
    const letting = lemma === 'know' ? letterOf(units, i) : -1;
    const isLet = letting >= 0;
    const { start, mood } = verbGroup(units, i, isLet ? letting : i, form);
    closed = end;
    groups.push({
      start,
      verb: i,
      end,
      lemma,
      form,
      mood,
      senses: isLet ? [informs] : senses,
      informed: isLet ? { start: letting + 1, end: i } : null,
    });
  }
  return groups;
}
