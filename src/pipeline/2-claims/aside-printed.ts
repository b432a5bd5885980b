import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { possessives } from '../../language/noun-phrase.js';
import { isComma, isTime } from '../../language/words.js';
import { Attitude } from '../values.js';
import { wordsOf, type Match } from './aside-match.js';
import { mediumEnd } from './aside-phrases.js';
import { eventNouns } from './document-lexicon.js';
import { issueEnd } from './issue.js';
import { isMedium, isOwnOutlet } from './media.js';
import { cueForms } from './verb-forms.js';

/** "wrote | in the Guardian", "report this week | in the journal Night Biology", "In this week's Lancet,". */
export function printedIn(units: readonly Unit[], at: number): Match | null {
  if (units[at]!.lower !== 'in') return null;
  let before = at - 1;
  while (before > at - 4 && before >= 0 && (isTime(units[before]) || /^(?:on|this|last)$/.test(units[before]!.lower)))
    before -= 1;
  const isFront = before < 0;
  if (!isFront && !(units[before]!.pos === 'VERB' && isWriting(units[before]!.lower))) return null;
  const start = issueEnd(units, at + 1);
  const end = mediumEnd(units, start);
  if (end === start || isDocument(units[end - 1]!.lower, 'i')) return null;
  const text = wordsOf(units, start, end);
  // "in an MSNBC forum", "in the Gazette building", "in his Journal"
  const isName = /^\p{Lu}/u.test(units[end - 1]!.text) || mediumNoun.test(units[end - 1]!.lower);
  if (!isName || eventNouns.has(units[end - 1]!.lower) || possessives.has(units[start]!.lower)) return null;
  if (isOwnOutlet(text) || !/\p{Lu}/u.test(text) || !isMedium(text)) return null;
  if (isFront && !isComma(units[end])) return null;
  return { end, kind: 'MEDIUM', named: { start: at + 1, end }, wrapped: isFront };
}

const mediumNoun = /^(?:newspaper|paper|magazine|journal|daily|weekly|tabloid|newsletter|press|media)$/;

const isWriting = (word: string): boolean =>
  cueForms.get(word)?.senses.some(({ attitude, frames }) => attitude === Attitude.SPEECH && /[qct]/.test(frames)) ??
  false;
