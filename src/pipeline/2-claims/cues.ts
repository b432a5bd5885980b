import type { Unit } from '../../language/document.js';
import { Attitude, CueClass } from '../values.js';
import { cueLexicon, type CueSense } from './cue-lexicon.js';
import { chunkEnd, clauseFollows, type Range } from '../../language/noun-phrase.js';
import { adjectiveForms, cueForms, type CueForm, type VerbForm } from './verb-forms.js';
import { hasClause, isMainVerb, isMistakenParticiple } from '../../language/tree.js';
import {
  beForms,
  doForms,
  haveForms,
  isComma,
  isFinalMark,
  isFinite,
  isPunctuation,
  isQuote,
  isTime,
  modals,
  hasFiniteVerb,
} from '../../language/words.js';

/** A verb group that attributes: "has not said", "went on to note". Unit indexes, end exclusive. */
export interface CueGroup {
  readonly start: number;
  readonly verb: number;
  readonly end: number;
  readonly lemma: string;
  readonly form: VerbForm;
  readonly mood: 'FINITE' | 'PARTICIPLE' | 'INFINITIVE' | 'PASSIVE';
  readonly senses: readonly CueSense[];
  /** Who was let know. */
  readonly informed: Range | null;
}

/** Verbs that only carry the cue: "went on to note", "continued to insist". */
const carriers = new Set(
  'went go goes going gone continued continue continues continuing begun began begin rushed used proceeded like likes liked love loves tend tends tended'.split(
    ' ',
  ),
);

const isNominal = (unit: Unit | undefined): boolean => unit !== undefined && /^(?:PROPN|NOUN)$/.test(unit.pos);

const onlyVerbs =
  /^(?:alleges|argues|believes|insists|tells|admits|denies|adds|explains|describes|acknowledges|confirms|announces|asserts|contends|concedes|writes|asks|thinks|knows|expects|declares|reveals|suggests|recalls|accuses|predicts|recommends|urges)$/;

/** Whether a word that may be a noun is the verb here: "the minister claims that", "she reports". */
function isVerb(units: readonly Unit[], index: number, form: string): boolean {
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
  if (onlyVerbs.test(unit.lower) && isNominal(before)) return true;
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
  if (form === 'S' && unit.relation === 'root' && /^(?:PROPN|DET|PRON)$/.test(next?.pos ?? ''))
    return isNominal(before);
  return form === 'S' && next?.lower === 'to' && /^VB/.test(units[index + 2]?.xpos ?? '') && isNominal(before);
}

/** Index of the unit before the short phrase that ends at `index`. */
function tagStart(units: readonly Unit[], index: number): number {
  let k = index - 1;
  while (k >= 0 && /^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(units[k]!.pos)) k -= 1;
  return k < index - 1 ? k : -1;
}

/** "the proposed plans", "a programme called Moo": a participle that hangs on a noun and reports nothing. */
function describesOnly(units: readonly Unit[], index: number): boolean {
  const { relation, xpos } = units[index]!;
  if (/^(?:amod|compound)/.test(relation)) return true;
  // "a | more supported | plan"
  if (
    /^(?:more|most|less|least|better|best)$/.test(units[index - 1]?.lower ?? '') &&
    isNominal(units[index + 1]) &&
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

const utters = { class: CueClass.NEUTRAL, attitude: Attitude.SPEECH, frames: 'q', prepositions: [], line: 0 };
const informs = { ...utters, frames: 'ct' };
const shortest = 4;

/** Whether a quotation is cut off by its tag: "…," or "…!" */
const isTagged = (unit: Unit | undefined): boolean => isQuote(unit) && /[,!?]\s*$/.test(unit!.text);

/** 'Her song, "He Told Me So!" | topped the list': a quotation behind a noun and a comma, with no verb before it. */
const isTitle = (units: readonly Unit[], quotation: number): boolean =>
  quotation > 1 &&
  isComma(units[quotation - 1]) &&
  isNominal(units[quotation - 2]) &&
  !hasFiniteVerb(units, 0, quotation - 1);

/**
 * Any finite verb beside a quotation attributes it: '"Here!" beamed Ann Lee', 'Lee boomed: "We will win here."'
 * Known failure: what is done while speaking (', shrugging') where it is finite ('"…," she shrugged').
 */
function besideQuotation(units: readonly Unit[], index: number): CueForm | null {
  const { xpos, lower, pos, relation } = units[index]!;
  const before = units[index - 1];
  // A past whose form is the participle's as well: the tree knows that nothing stands above it.
  const isPast = xpos === 'VBN' && relation === 'root' && isTagged(before);
  if (pos !== 'VERB' || !(isPast || /^VB[DZP]$/.test(xpos))) return null;
  const [next, second] = [units[index + 1], units[index + 2]];
  const opens = (next?.text === ':' || isComma(next)) && isQuote(second) && second!.quotation!.words >= shortest;
  const isSubject = /^(?:PROPN|DET|PRON)$/.test(next?.pos ?? '') || (next?.pos === 'NOUN' && second?.pos === 'PROPN');
  const isInverted = isTagged(before) && isSubject && next!.xpos !== 'PRP' && !isTitle(units, index - 1);
  const isTag =
    isTagged(units[index - 2]) &&
    /^(?:PROPN|PRON)$/.test(before?.pos ?? '') &&
    (!next || next.pos === 'PUNCT') &&
    /,\s*$/.test(units[index - 2]!.text);
  return opens || isInverted || isTag
    ? { lemma: lower, form: xpos === 'VBD' || isPast ? 'PAST' : 'S', senses: [utters] }
    : null;
}

const isClauseBehind = (units: readonly Unit[], that: number): boolean =>
  units[that]?.lower === 'that' && clauseFollows(units, that + 1) && !isFinite(units, that + 1);

const isBesideQuotation = (units: readonly Unit[], verb: number): boolean =>
  isQuote(units[verb + 1]) || units.slice(Math.max(0, verb - longestSubject), verb).some(isTagged);

/** Units of a subject between a quotation and its verb, at most. */
const longestSubject = 6;

/** '"…," she went on', 'he went on: "…"': somebody went on with what he says. */
function goesOnSaying(units: readonly Unit[], verb: number, end: number, form: string): boolean {
  if (form === 'BASE' || units[end]?.lower === 'to') return false;
  const next = isComma(units[end]) || units[end]?.text === ':' ? units[end + 1] : units[end];
  const opens = isQuote(next) && /^\p{Lu}/u.test(next!.text);
  const closes = !units[end] || isFinalMark(units[end]) || isComma(units[end]);
  return (
    opens ||
    (closes && (isBesideQuotation(units, verb) || isComma(units[tagStart(units, verb)]) || isComma(units[verb - 2])))
  );
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

const isLonger = (unit: Unit | undefined): boolean => unit?.lower === 'longer';

/** "Theresa May has said": a capital inside a sentence makes a name of it. */
const isModal = (units: readonly Unit[], k: number): boolean =>
  modals.has(units[k]!.lower) && units[k]!.pos !== 'PROPN' && !(k > 0 && units[k]!.text === 'May');

/** "He | 's | also said there was no harm": of whoever speaks, "'s" is "has"; "he's said to be" is a passive. */
const isShortHave = (units: readonly Unit[], k: number, verb: number): boolean =>
  units[k]!.lower === "'s" &&
  /^(?:said|claimed|argued|insisted|suggested|admitted|denied|promised|complained|written)$/.test(units[verb]!.lower) &&
  /^(?:he|she|who)$/.test(units[k - 1]?.lower ?? '') &&
  units[verb + 1]?.lower !== 'to';

const followsSubject = (unit: Unit | undefined): boolean =>
  unit !== undefined && (/^(?:AUX|NOUN|PROPN|PRON)$/.test(unit.pos) || /^[),]$/.test(unit.text));

/** "she is | convinced", "he was never | sure", not "it is certain": somebody's state, told with a form of "be". */
function isState(units: readonly Unit[], index: number): boolean {
  let k = index - 1;
  while (k > index - 4 && units[k]?.pos === 'ADV') k -= 1;
  if (!/^(?:be|is|are|was|were|am|been|'s|'re|'m|remains?|remained|felt|feels?)$/.test(units[k]?.lower ?? ''))
    return false;
  return !/^(?:it|there|this|that|what)$/.test(units[k - 1]?.lower ?? '');
}

/** Finds the cue verbs of a sentence. Known failure: nouns that look like the verb after a name ("Ministry reports"). */
export function findCueGroups(units: readonly Unit[]): CueGroup[] {
  const groups: CueGroup[] = [];
  let closed = 0;
  for (let i = 0; i < units.length; i += 1) {
    const state = isState(units, i) ? (adjectiveForms.get(units[i]!.lower) ?? null) : null;
    const entry = state ?? cueForms.get(units[i]!.lower) ?? besideQuotation(units, i);
    if (!entry || (!state && !isVerb(units, i, entry.form))) continue;
    if (units[i - 1]?.text === '-' || units[i + 1]?.text === '-' || (!state && describesOnly(units, i))) continue;
    let senses = entry.senses;
    let end = i + 1;
    for (const idiom of cueLexicon.idioms) {
      if (idiom.verb !== entry.lemma) continue;
      // "called | on Friday | for a vote"
      const gap = idiom.words.length === 1 && isTime(units[i + 1]) ? 1 : 0;
      if (idiom.words.every((word, k) => units[i + 1 + gap + k]?.lower === word)) {
        senses = [idiom];
        end = i + 1 + gap + idiom.words.length;
      }
    }
    if (i < closed) continue;
    // "went on | to note": the verb behind is the cue; "went on “for far too long”": nobody said it.
    if (senses.length === 0 || (entry.lemma === 'go' && !goesOnSaying(units, i, end, entry.form))) continue;
    // "held that post", "recorded that album": what is held or recorded to be so is a clause.
    if (
      /^(?:hold|record)$/.test(entry.lemma) &&
      !isClauseBehind(units, end) &&
      !(entry.lemma === 'record' && isBesideQuotation(units, i))
    )
      continue;
    // "had read “Emma” twice": what is read aloud is read now.
    if (entry.lemma === 'read' && /^(?:AUX)$/.test(units[i - 1]?.pos ?? '')) continue;
    const letting = entry.lemma === 'know' ? letterOf(units, i) : -1;
    if (letting >= 0) senses = [informs];
    let start = letting >= 0 ? letting : i;
    let auxiliary = '';
    let infinitive = false;
    for (let k = start - 1; k >= 0; k -= 1) {
      const { lower, pos } = units[k]!;
      if (lower === 'to' && auxiliary === '' && !infinitive) infinitive = true;
      else if (lower === 'not' || lower === "n't" || lower === 'never' || (lower === 'no' && isLonger(units[k + 1]))) {
        // "has not said", "no longer says"
      } else if (isModal(units, k) || doForms.has(lower)) auxiliary = auxiliary || 'modal';
      else if (isShortHave(units, k, i)) auxiliary = auxiliary || 'have';
      else if (beForms.has(lower) && pos !== 'PART') auxiliary = auxiliary || 'be';
      else if (haveForms.has(lower) && (pos === 'AUX' || auxiliary !== '' || entry.form !== 'BASE'))
        auxiliary = auxiliary || 'have';
      else if (infinitive && (carriers.has(lower) || lower === 'on')) {
        if (lower !== 'on') {
          infinitive = false;
          auxiliary = 'carrier';
        } else if (!carriers.has(units[k - 1]?.lower ?? '')) break;
      } else if (
        infinitive &&
        lower === 'first' &&
        beForms.has(units[units[k - 1]?.lower === 'the' ? k - 2 : k - 1]?.lower ?? '')
      ) {
        // "was the first to report"
        if (units[k - 1]?.lower === 'the') k -= 1;
        infinitive = false;
        auxiliary = 'carrier';
      } else if (infinitive && /^(?:this|following)$/.test(lower)) {
        // "had this to say"
        if (lower === 'following' && units[k - 1]?.lower === 'the') k -= 1;
        if (!haveForms.has(units[k - 1]?.lower ?? '')) break;
        infinitive = false;
        auxiliary = 'carrier';
      } else if (lower === 'since' && haveForms.has(units[k - 1]?.lower ?? '')) {
        // "has since claimed"
      } else if (/^(?:all|both|each)$/.test(lower) && followsSubject(units[k - 1])) {
        // "have all said", "the ministers both said"
      } else if (pos === 'ADV' && !/^(?:there|here)$/.test(lower) && !isPunctuation(units[k - 1]) && k > 0) {
        // "also", "later"
      } else break;
      start = k;
    }
    let mood: CueGroup['mood'] = 'FINITE';
    // "to have been told by": who was told.
    if (infinitive && auxiliary === 'be' && units[i]!.xpos === 'VBN') mood = 'PASSIVE';
    else if (infinitive) mood = 'INFINITIVE';
    else if (auxiliary === 'be' && (entry.form === 'PAST' || entry.form === 'PARTICIPLE')) mood = 'PASSIVE';
    else if (entry.form === 'ING' && auxiliary !== 'be' && auxiliary !== 'have') mood = 'PARTICIPLE';
    else if (
      entry.form === 'BASE' &&
      auxiliary === '' &&
      !isMainVerb(units, i) &&
      units[start - 1]?.pos === 'PUNCT' &&
      start > 0 &&
      units[start - 1]!.text !== ','
    )
      mood = 'INFINITIVE';
    // "let it be | known": no cue of its own.
    closed = end;
    const informed = letting >= 0 ? { start: letting + 1, end: i } : null;
    groups.push({ start, verb: i, end, lemma: entry.lemma, form: entry.form, mood, senses, informed });
  }
  return groups;
}
