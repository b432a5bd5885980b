import type { Unit } from '../../../language/document.js';
import { chunkEnd, type Range } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { treeSubject } from '../../../language/tree.js';
import { isComma, isFinite, isQuote, isTime } from '../../../language/words.js';
import type { CueGroup } from '../cues.js';
import { isDocumentPhrase } from '../documents.js';
import { cueForms } from '../verb-forms.js';

/** "Chat logs | filed as | an exhibit", "organizers of the push | to boycott | it": what hangs on a noun before it. */
const hasParticiple = (units: readonly Unit[], from: number, to: number): boolean =>
  units.slice(from, to).some(({ xpos, relation }) => /^VB[NG]?$/.test(xpos) && relation === 'acl');

const hasRelative = (units: readonly Unit[], { start, end }: Range): boolean =>
  units.slice(start + 1, end - 1).some(({ lower }) => /^(?:who|which|that|whose)$/.test(lower));

/**
 * The phrase before a cue without another cue in it: "a note says | two defectors | swore", and whole where the tree knows that a
 * relative clause ends it: "divers who saw it | say".
 */
function withoutClause(units: readonly Unit[], phrase: Range | null, group: CueGroup): Range | null {
  if (!phrase) return null;
  if (phrase.end === phrase.start + 1 && /^(?:which|that)$/.test(units[phrase.start]!.lower))
    return documentOf(units, phrase.start) ?? phrase;
  if (phrase.end === phrase.start + 1 && units[phrase.start]!.pos === 'PRON') {
    const subject = treeSubject(units, group.verb);
    return subject && subject.start < phrase.start && subject.end === phrase.end && hasRelative(units, subject)
      ? subject
      : phrase;
  }
  // "A neighbour who sheltered | the family | overnight told": the tree knows where the clause belongs.
  const whole = treeSubject(units, group.verb);
  if (
    whole &&
    whole.start < phrase.start &&
    whole.end >= phrase.end &&
    units.slice(phrase.end, whole.end).every((unit) => unit.pos === 'ADV' || isTime(unit)) &&
    !/^(?:DET|CCONJ|ADP|PUNCT)$/.test(units[phrase.end - 1]!.pos) &&
    (hasRelative(units, { ...whole, end: phrase.end }) || hasParticiple(units, whole.start, phrase.start))
  )
    return { start: whole.start, end: Math.max(phrase.end, Math.min(whole.end, group.start)) };
  for (let k = phrase.end - 1; k > phrase.start; k -= 1) {
    const { lower, pos, xpos } = units[k]!;
    if (pos !== 'VERB' || !/^VB[DZP]$/.test(xpos) || !cueForms.has(lower)) continue;
    // "Ann Lee, who opposes the bill, | told"
    if (units.slice(Math.max(phrase.start, k - 2), k).some((unit) => /^(?:who|which|that)$/.test(unit.lower)))
      return phrase;
    return chunkEnd(units, k + 1) === phrase.end ? { start: k + 1, end: phrase.end } : phrase;
  }
  return phrase;
}

/** "unless it rains, | Severn and Carn Water | told": what is before the comma is no part of the subject, by the tree. */
function behindComma(units: readonly Unit[], phrase: Range | null, group: CueGroup): Range | null {
  if (!phrase) return null;
  const subject = treeSubject(units, group.verb);
  const isBehind =
    subject !== null && subject.end === phrase.end && subject.start > phrase.start && isComma(units[subject.start - 1]);
  // A name and its apposition are one subject; a list may not be.
  const isList = isBehind && units.slice(subject.start, subject.end).some(({ lower }) => lower === 'and');
  return isList ? subject : phrase;
}

/** Units of a document's phrase before a relative pronoun, at most. */
const longestDocument = 8;

/** "published | a leaked report | which found": the document that a relative pronoun stands for. */
function documentOf(units: readonly Unit[], pronoun: number): Range | null {
  const end = isComma(units[pronoun - 1]) ? pronoun - 1 : pronoun;
  for (let k = end - 1; k > end - 7 && k >= 0; k -= 1)
    if (units[k]!.pos === 'DET' && chunkEnd(units, k) === end && isDocumentPhrase(units, k, end))
      return { start: k, end };
  const antecedent = phraseBefore(units, end);
  if (antecedent && end - antecedent.start > longestDocument) return null;
  return antecedent && isDocumentPhrase(units, antecedent.start, antecedent.end) ? antecedent : null;
}

/** Units of an insert between a relative pronoun and its verb, at most. */
const longestInsert = 14;

/** "the captain | who, according to the report, | said": the pronoun before an insert between commas. */
function pronounBeforeInsert(units: readonly Unit[], cue: number): Range | null {
  if (!isComma(units[cue - 1])) return null;
  for (let k = cue - 2; k > Math.max(0, cue - longestInsert) && !isQuote(units[k]) && !isFinite(units, k); k -= 1) {
    if (!isComma(units[k])) continue;
    return /^(?:who|which)$/.test(units[k - 1]!.lower) ? { start: k - 1, end: k } : null;
  }
  return null;
}

const roles = /(?:man|woman|person|er|or|ist|ian|ent|ant|chief|head|aide|official|executive)$/;

/** "A, | Ann Lee, a spokesman for the firm | told the Post": where the name begins that an apposition without a second comma hangs on. */
function namedStart(units: readonly Unit[], { start }: Range): number {
  if (!isComma(units[start - 1]) || !/^(?:an?|the)$/.test(units[start]!.lower)) return start;
  let name = start - 1;
  while (name > 0 && units[name - 1]!.pos === 'PROPN' && !isTime(units[name - 1])) name -= 1;
  const isName = name < start - 2 && (name === 0 || isComma(units[name - 1]) || isQuote(units[name - 1]));
  return isName && roles.test(units[chunkEnd(units, start) - 1]!.lower) ? name : start;
}

/** The subject in front of a cue, by the words before it and corrected by the tree. */
export function subjectPhrase(units: readonly Unit[], group: CueGroup): Range | null {
  const pronoun = pronounBeforeInsert(units, group.start);
  if (pronoun) return pronoun;
  const phrase = withoutClause(units, behindComma(units, phraseBefore(units, group.start), group), group);
  return phrase && { ...phrase, start: namedStart(units, phrase) };
}
