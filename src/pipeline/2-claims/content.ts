import type { Unit } from '../../language/document.js';
import { clauseFollows } from '../../language/noun-phrase.js';
import { isComma, isDash, isQuote } from '../../language/words.js';
import { addresseeEnd, toldEnd } from './addressee.js';
import { skipAdverbials } from './adverbials.js';
import type { Hop, Stretch } from './attribution.js';
import { contentAhead } from './content-ahead.js';
import { beginningAt } from './content-beginning.js';
import { contentEnd } from './content-end.js';
import { isIdea, phraseOfCue, senseTaking, whWords } from './content-frames.js';
import type { CueSense } from './cue-lexicon.js';
import type { CueGroup } from './cues.js';
import { stretch } from './stretch.js';

/** What stands to the right of a cue. Unit indexes, end exclusive; start === end when there is no content. */
export interface RightSide {
  readonly start: number;
  readonly end: number;
  readonly sense: CueSense | null;
  /** Where the words between cue and content end; what is left of a tag such as "she said on Friday". */
  readonly after: number;
  readonly hops: readonly Hop[];
  /** Whether the sentence ends in a colon with nothing after it. */
  readonly endsInColon: boolean;
}

/** Whether what begins at `start` is a clause or a quotation rather than a phrase. */
function isClausal(units: readonly Unit[], start: number, sense: CueSense): boolean {
  const unit = units[start]!;
  if (isQuote(unit) || unit.lower === 'that' || whWords.has(unit.lower)) return true;
  return /[cta]/.test(sense.frames) && unit.lower !== 'to' && clauseFollows(units, start);
}

const nothingFrom = (after: number, hops: readonly Hop[]): RightSide => ({
  start: after,
  end: after,
  sense: null,
  after,
  hops,
  endsInColon: false,
});

const toldHop = (span: Stretch, cue: string): Hop => ({ ...span, cue, kind: 'TOLD', rule: 'told' });

/** Where the phrase ends of whom a cue at `k` tells: "told | reporters"; `k` where the content follows at once. */
function addresseeFrom(units: readonly Unit[], k: number): number {
  const isPhrase = /^(?:PRON|PROPN|DET|NOUN|NUM)$/.test(units[k]?.pos ?? '');
  return clauseFollows(units, k) && !isPhrase ? k : addresseeEnd(units, k);
}

/** "said, | among other things, | that": behind what stands between commas before "that". */
function behindParenthesis(units: readonly Unit[], k: number): number {
  if (!isComma(units[k]) || isQuote(units[k + 1])) return k;
  for (let m = k + 1; m < Math.min(units.length - 1, k + 9); m += 1)
    if (isComma(units[m])) return units[m + 1]!.lower === 'that' ? m + 1 : k;
  return k;
}

/** Reads what follows a cue, by the frames of its senses (cues.txt): who is told, when and where, then the content. */
export function readRight(units: readonly Unit[], group: CueGroup): RightSide {
  const taking = (frame: string): CueSense | null => senseTaking(group, frame);
  const { informed } = group;
  const hops: Hop[] = informed
    ? [toldHop(stretch(units, informed.start, informed.end), units[group.start]!.lower)]
    : [];
  let k = group.end;
  // 1. Who is told: "told reporters". In the passive he stands in front.
  const telling = group.mood === 'PASSIVE' && units[k]?.lower !== 'by' ? null : taking('a');
  if (telling) {
    const end = addresseeFrom(units, k);
    // "told his advisers to find a way"
    const directive = taking('o');
    if (directive && end > k && units[end]?.lower === 'to' && /^(?:VERB|AUX|ADV)$/.test(units[end + 1]?.pos ?? '')) {
      const stop = contentEnd(units, k, false, group.start);
      if (stop > end) return { start: k, end: stop, sense: directive, after: k, hops, endsInColon: false };
    }
    if (end > k) hops.push(toldHop(stretch(units, k, toldEnd(units, k, end)), units[group.verb]!.lower));
    k = end;
  }
  // 2. "described | as tremendous", "hinted | at a release", "worried | about crime": no words for when and where.
  const own = phraseOfCue(units, group);
  if (own) {
    const end = contentEnd(units, own.start, false, group.start);
    if (end > own.start) return { ...own, end, after: k, hops, endsInColon: false };
  }
  // 3. Time, place, occasion, document.
  const skipped = skipAdverbials(units, behindParenthesis(units, k));
  const between = skipped.next;
  hops.push(...skipped.hops);
  k = contentAhead(units, between, telling !== null || /^(?:warn|caution|promise)$/.test(group.lemma));
  // "described its commitment to requiring | that A": of a cue that takes a thing only an idea's clause is the content.
  const takesThings = group.senses.every(({ frames }) => !/[cta]/.test(frames));
  if (k > between && takesThings && units[k]?.lower === 'that' && !isIdea(units[k - 1]!)) k = between;
  // 4. The content.
  const unit = units[k];
  // "One reason — as two papers have argued — is that A": another's clause goes on.
  if (!unit || (isDash(unit) && !isQuote(units[k + 1]))) return nothingFrom(k, hops);
  if (unit.text === ':' && k + 1 >= units.length) {
    const sense = taking('q') ?? taking('c') ?? taking('t') ?? taking('a');
    return { ...nothingFrom(k, hops), sense, endsInColon: true };
  }
  if (isComma(unit) && !isQuote(units[k + 1])) return nothingFrom(k, hops);
  const found = isComma(unit)
    ? { start: k + 1, sense: taking('q') }
    : beginningAt(units, k, { group, telling, between });
  if (!found?.sense) return nothingFrom(between, hops);
  const { start, sense, isClause = isClausal(units, start, sense) } = found;
  const end = contentEnd(units, start, isClause, group.start);
  return end > start ? { start, end, sense, after: between, hops, endsInColon: false } : nothingFrom(between, hops);
}
