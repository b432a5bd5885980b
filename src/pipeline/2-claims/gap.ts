import type { Unit } from '../../language/document.js';
import type { Range } from '../../language/noun-phrase.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { isFinite } from '../../language/words.js';

/** Whether a relative pronoun stands at `k`; "clear that he felt": that only joins two clauses. */
const isRelativeAt = (units: readonly Unit[], k: number): boolean =>
  /^(?:which|who|what)$/.test(units[k]?.lower ?? '') ||
  (units[k]?.lower === 'that' && !/^(?:ADJ|VERB)$/.test(units[k - 1]?.pos ?? ''));

/**
 * "the party, | which | he said was no picture of it", "| a man | they said was there": what the verb that a content begins with has for
 * its subject, in front of who says it.
 * @param speaker whose words it is
 * @param content where the content begins
 * @returns null where the content does not begin with its verb, or nothing stands there
 */
export function gapSubject(units: readonly Unit[], speaker: Range, content: number): Range | null {
  const first = units[content];
  if (!first || !/^(?:VERB|AUX)$/.test(first.pos) || !isFinite(units, content) || speaker.end > content) return null;
  const before = units[speaker.start - 1];
  if (!before) return null;
  if (isRelativeAt(units, speaker.start - 1)) return { start: speaker.start - 1, end: speaker.start };
  return before.pos === 'NOUN' || before.pos === 'PROPN' ? phraseBefore(units, speaker.start) : null;
}

/** Whether a relative pronoun stands right before a phrase: "an event | that | Lee says led to it". */
export const followsRelative = (units: readonly Unit[], start: number): boolean => isRelativeAt(units, start - 1);
