import type { Unit } from '../../language/document.js';
import { hasClause, isMistakenParticiple } from '../../language/tree.js';
import { isComma, isFinalMark, isNoun, isQuote } from '../../language/words.js';
import { isTagged, tagStart } from './beside-quotation.js';

// Whether a word with the form of a cue is one where it stands: no noun, no participle that only describes.

/** Forms that no noun has. */
const onlyVerbs =
  /^(?:alleges|argues|believes|insists|tells|admits|denies|adds|explains|describes|acknowledges|confirms|announces|asserts|contends|concedes|writes|asks|thinks|knows|expects|declares|reveals|suggests|recalls|accuses|predicts|recommends|urges)$/;

/** Whether a word that may be a noun is the verb here: "the minister claims that", "she reports". */
export function isCueVerb(units: readonly Unit[], index: number, form: string): boolean {
  const unit = units[index]!;
  const before = units[index - 1];
  const next = units[index + 1];
  if (/^(?:said|told|says|wrote)$/.test(unit.lower)) return true;
  // "her claim is that", "member states": nouns in all.
  if (
    /^(?:claim|fear|hope|worry|demand|report|plan|call|answer|comment|charge)$/.test(unit.lower) &&
    /^(?:is|was)$/.test(next?.lower ?? '') &&
    before?.pos !== 'PRON'
  )
    return false;
  if (unit.lower === 'states' && before?.lower === 'member') return false;
  if (unit.pos === 'VERB' || unit.pos === 'AUX') return true;
  // "The U.S. alleges Lee deceived them": forms that no noun has.
  if (onlyVerbs.test(unit.lower) && isNoun(before)) return true;
  // '"…," echoes Ann Lee'; "the mayor points out that"
  if (
    (form === 'S' || form === 'PAST') &&
    (before?.pos === 'QUOTE' || (unit.lower === 'points' && next?.lower === 'out'))
  )
    return true;
  // '"…," the colonel protests in a letter': right behind a quotation stands a tag.
  if (form === 'S' && (!next || /^(?:ADP|PUNCT)$/.test(next.pos)) && isTagged(units[tagStart(units, index)]))
    return true;
  // "Documents seen by the Argus show that": a noun with a subject and a clause is none.
  if (hasClause(units, index)) return true;
  // "A sign on the door read: “…”", "Chat transcripts show that"
  if (/^reads?$/.test(unit.lower) && (next?.text === ':' || isQuote(next))) return true;
  if (form === 'BASE' && next?.lower === 'that' && before?.xpos === 'NNS') return true;
  // ", warning that": no noun has a comma before it and its clause behind it.
  if (form === 'ING' && isComma(before) && next?.lower === 'that') return true;
  // "Boldposten | reports that"
  if (form === 'S' && next?.lower === 'that' && before?.pos === 'PROPN' && index === 1) return true;
  // "biologists report in the journal Nature"
  if (/^reports?$/.test(unit.lower) && next?.lower === 'in' && units[index + 3]?.lower === 'journal') return true;
  // "…, reports the Kampala daily Ukweli"
  if (isComma(before) && unit.relation === 'parataxis' && /^(?:DET|PROPN)$/.test(next?.pos ?? '')) return true;
  // "The museum will close, the Argus reports."
  if (form === 'S' && before?.pos === 'PROPN' && (!next || isFinalMark(next))) {
    let start = index - 1;
    while (start > 0 && /^(?:PROPN|DET)$/.test(units[start - 1]!.pos)) start -= 1;
    if (isComma(units[start - 1])) return true;
  }
  // "The mayor plans to close it"
  // "The 90-second ad slams Lee": a sentence without a verb has this one.
  if (form === 'S' && unit.relation === 'root' && /^(?:PROPN|DET|PRON)$/.test(next?.pos ?? '')) return isNoun(before);
  return form === 'S' && next?.lower === 'to' && /^VB/.test(units[index + 2]?.xpos ?? '') && isNoun(before);
}

/** "the proposed plans", "a programme called Moo": a participle that hangs on a noun and reports nothing. */
export function describesOnly(units: readonly Unit[], index: number): boolean {
  const { relation, xpos } = units[index]!;
  if (/^(?:amod|compound)/.test(relation)) return true;
  // "a | more supported | plan"
  if (
    /^(?:more|most|less|least|better|best)$/.test(units[index - 1]?.lower ?? '') &&
    isNoun(units[index + 1]) &&
    xpos === 'VBN'
  )
    return true;
  // "her | stated | philosophy"
  if (units[index - 1]?.xpos === 'PRP$' && /^VB[DN]$/.test(xpos)) return true;
  if (xpos !== 'VBN' || relation !== 'acl') return false;
  // "advocates of the plan called for a vote": no passive has its preposition.
  const isIdiom = /^(?:for|on|upon|out)$/.test(units[index + 1]?.lower ?? '');
  if (isIdiom) return false;
  // "…, the Okinawa Evening Post reported.": a tag ends with its verb.
  const next = units[index + 1];
  if ((!next || isFinalMark(next)) && isComma(units[tagStart(units, index)])) return false;
  return !isMistakenParticiple(units, index);
}

/** "she is | convinced", "he was never | sure", not "it is certain": somebody's state, told with a form of "be". */
export function isState(units: readonly Unit[], index: number): boolean {
  let k = index - 1;
  while (k > index - 4 && units[k]?.pos === 'ADV') k -= 1;
  if (!/^(?:be|is|are|was|were|am|been|'s|'re|'m|remains?|remained|felt|feels?)$/.test(units[k]?.lower ?? ''))
    return false;
  return !/^(?:it|there|this|that|what)$/.test(units[k - 1]?.lower ?? '');
}
