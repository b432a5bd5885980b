import type { Sentence } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import { isDocumentPhrase } from '../documents.js';
import { phraseEnd } from '../../../language/noun-phrase.js';
import { stretch } from './cue-attribution.js';

const people =
  /(?:official|source|people|person|spokes\w+|diplomat|officer|expert|analyst|document|report|record|email|data|witness|lawyer|aide|adviser|advisor|minister|ministry|agency|police|resident|employee|worker|study|survey|poll)s?$/;

/**
 * "The agency reported that …, citing two officials": the officials own the claim, the agency relays it.
 * Known failure: what is cited as a reason by name ("citing Ann Lee's illness") is told from a source only by its last noun.
 */
export function attributeCiting(sentence: Sentence, found: readonly Attribution[]): Attribution[] {
  const { units } = sentence;
  const at = units.findIndex((unit, index) => unit.lower === 'citing' && index > 0);
  if (at < 0) return [...found];
  const end = phraseEnd(units, at + 1);
  if (end === at + 1) return [...found];
  const isSource =
    units.slice(at + 1, end).some((unit) => people.test(unit.lower)) ||
    units[end - 1]!.pos === 'PROPN' ||
    isDocumentPhrase(units, at + 1, end);
  if (!isSource) return [...found];
  const speaker = stretch(units, at + 1, end);
  const citing = whoCites(found, units[at]!.start);
  const result: Attribution[] = [];
  let moved = false;
  for (const attribution of found) {
    if (attribution.cue && attribution.cue.start === units[at]!.start) continue;
    if (attribution === citing && attribution.speaker) {
      moved = true;
      result.push({
        ...attribution,
        hops: [{ ...attribution.speaker, cue: 'citing' }, ...attribution.hops],
        speaker,
        rule: attribution.rule + '+citing',
      });
    } else result.push(attribution);
  }
  return moved ? result : [...found];
}

/**
 * Who cites: whoever the tag right before names ("Inspectors warned that …, the paper reported, citing a letter"), else
 * the first speaker of the sentence.
 */
function whoCites(found: readonly Attribution[], at: number): Attribution | undefined {
  const before = found.filter(({ speaker, content }) => speaker && content.length > 0 && content.at(-1)!.end <= at);
  const isTag = ({ cue, content }: Attribution): boolean =>
    cue !== null && cue.start >= content.at(-1)!.end && cue.end <= at;
  return before.findLast(isTag) ?? before[0];
}
