import type { Unit } from '../../language/document.js';
import { clauseFollows, phraseEnd } from '../../language/noun-phrase.js';
import { isComma, isQuote, isTime, startsNounPhrase } from '../../language/words.js';
import { phraseBefore } from '../../language/phrase-before.js';
import type { CueGroup } from './cues.js';
import { Attitude, CueClass } from '../values.js';
import type { CueSense } from './cue-lexicon.js';

export const whWords = new Set('whether if how why what who where when which'.split(' '));

/** The first sense of a cue that takes one of the frames (cues.txt); null where none does. */
export const senseTaking = (group: CueGroup, letters: string): CueSense | null =>
  group.senses.find((sense) => [...letters].some((letter) => sense.frames.includes(letter))) ?? null;

/** What may be held to be so: "the idea that A". */
export const isIdea = ({ lower }: Unit): boolean =>
  /^(?:idea|notion|suggestion|theory|claim|assertion|argument|allegation|charge|view|fact)s?$/.test(lower);

/** "ridiculed | the idea | that A", "mocked the claim that A": A is held for false. */
export const isMockedIdea = (units: readonly Unit[], that: number, sense: CueSense): boolean =>
  sense.class === CueClass.ACCUSATION && isIdea(units[that - 1]!);

/** "the storm, which | he | described as": whether the object of the cue stands in front of its subject. */
function isRelativeObject(units: readonly Unit[], group: CueGroup): boolean {
  const subject = phraseBefore(units, group.start);
  // "evidence | the judge described as"
  if (subject !== null && /^acl:relcl$/.test(units[group.verb]!.relation) && units[subject.start - 1]?.pos === 'NOUN')
    return true;
  return subject !== null && /^(?:which|what|whom)$/.test(units[subject.start - 1]?.lower ?? '');
}

/** Prepositions of a cue that are no words for time, place or who is told. */
const ownPrepositions = /^(?:at|for|about|over|against|of)$/;

/** What stands right behind a cue, and belongs to it, where words for time and place may begin in the same way. */
export function phraseOfCue(units: readonly Unit[], group: CueGroup): { start: number; sense: CueSense } | null {
  const k = group.end;
  const next = units[k + 1];
  if (!next || isTime(next)) return null;
  const link = units[k]!.lower;
  if (link === 'as' && (isQuote(next) || !clauseFollows(units, k + 1)) && isRelativeObject(units, group)) {
    const sense = group.senses.find(
      // "the overhaul he promised | as a candidate": when.
      ({ frames, attitude }) => /[np]/.test(frames) && attitude !== Attitude.INTENTION,
    );
    return sense ? { start: k + 1, sense } : null;
  }
  // "agreed | to a deal": nobody was spoken to.
  const isOwn = ownPrepositions.test(link) || (link === 'to' && /^(?:agree|commit)$/.test(group.lemma));
  if (!isOwn || !(startsNounPhrase(next) || isQuote(next) || whWords.has(next.lower))) return null;
  const sense = group.senses.find(({ prepositions }) => prepositions.includes(link));
  return sense ? { start: k, sense } : null;
}

/**
 * "regard | the dam | as a threat", "consider | him | to be unfit": where the predicate begins of what is held to be something;
 * -1 where there is none.
 */
export function predicateOf(units: readonly Unit[], from: number, isCharge: boolean): number {
  let end = phraseEnd(units, from);
  if (units[end]?.lower === 'as' && units[end + 1] && !clauseFollows(units, end + 1)) return end;
  // "charged two builders, Ari Quill and Bill Stern, | with defrauding investors"
  if (isComma(units[end])) end += units.slice(end + 1, end + 10).findIndex((unit) => isComma(unit)) + 2;
  if (isCharge && units[end]?.lower === 'with' && units[end + 1]?.pos !== 'PRON') return end;
  return end > from && units[end]?.lower === 'to' && units[end + 1]?.lower === 'be' ? end : -1;
}
