import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { clauseFollows, isParticiple, phraseEnd } from '../../language/noun-phrase.js';
import {
  hasFiniteVerb,
  isComma,
  isDash,
  isFinite,
  isFinalMark,
  isQuote,
  startsNounPhrase,
} from '../../language/words.js';
import { treeClause } from '../../language/tree.js';
import { contentBegins, isRelative, skipAdverbials } from './adverbials.js';
import type { Hop } from './attribution.js';
import { contentEnd } from './content-end.js';
import { stretch } from './stretch.js';
import { followsRelative } from './gap.js';
import { phraseBefore } from '../../language/phrase-before.js';
import type { CueGroup } from './cues.js';
import { cueForms } from './verb-forms.js';
import { CueClass } from '../values.js';
import type { CueSense } from './cue-lexicon.js';
import { isIdea, isMockedIdea, phraseOfCue, predicateOf, whWords } from './content-frames.js';
import { toldEnd, addresseeEnd } from './addressee.js';

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

/** At most so many units stand between a cue and the conjunction of its content. */
const longestBetween = 25;

/** Verbs after which nearly anything with a finite verb is a clause; after others a subject and its verb must come first. */
const looseVerbs = new Set('say tell think believe argue claim write hope insist'.split(' '));

/** Whether what begins at `start` is a clause or a quotation rather than a phrase. */
function isClausal(units: readonly Unit[], start: number, sense: CueSense): boolean {
  const unit = units[start]!;
  if (isQuote(unit) || unit.lower === 'that' || whWords.has(unit.lower)) return true;
  return /[cta]/.test(sense.frames) && unit.lower !== 'to' && clauseFollows(units, start);
}

const none = (after: number, hops: readonly Hop[]): RightSide => ({
  start: after,
  end: after,
  sense: null,
  after,
  hops,
  endsInColon: false,
});

/** Reads what follows a cue, by the frames of its senses (cues.txt). */
export function readRight(units: readonly Unit[], group: CueGroup): RightSide {
  const find = (letter: string): CueSense | null => group.senses.find((sense) => sense.frames.includes(letter)) ?? null;
  const quoting = find('q');
  const clausal = find('c') ?? find('t') ?? find('a');
  let k = group.end;
  const hops: Hop[] = [];
  // Who is told in the passive stands in front.
  const telling = group.mood === 'PASSIVE' && units[k]?.lower !== 'by' ? null : find('a');
  if (group.informed)
    hops.push({
      ...stretch(units, group.informed.start, group.informed.end),
      cue: units[group.start]!.lower,
      kind: 'TOLD',
      rule: 'told',
    });
  // 1. The one who is told: "told reporters".
  if (telling) {
    const end =
      clauseFollows(units, k) && units[k]?.pos !== 'PRON' && !/^(?:PROPN|DET|NOUN|NUM)$/.test(units[k]?.pos ?? '')
        ? k
        : addresseeEnd(units, k);
    // "told his advisers to find a way"
    const directive = find('o');
    if (directive && end > k && units[end]?.lower === 'to' && /^(?:VERB|AUX|ADV)$/.test(units[end + 1]?.pos ?? '')) {
      const stop = contentEnd(units, k, false, group.start);
      if (stop > end) return { start: k, end: stop, sense: directive, after: k, hops, endsInColon: false };
    }
    if (end > k)
      hops.push({
        start: units[k]!.start,
        end: units[toldEnd(units, k, end) - 1]!.end,
        cue: units[group.verb]!.lower,
        kind: 'TOLD',
        rule: 'told',
      });
    k = end;
  }
  // "described | as tremendous", "hinted | at a release", "worried | about crime": no words for when and where.
  const early = phraseOfCue(units, group);
  if (early) {
    const end = contentEnd(units, early.start, false, group.start);
    if (end > early.start) return { ...early, end, after: k, hops, endsInColon: false };
  }
  // 2. Time, place, occasion, document.
  // "said, among other things, that"
  if (isComma(units[k]) && !isQuote(units[k + 1])) {
    for (let m = k + 1; m < Math.min(units.length - 1, k + 9); m += 1) {
      if (!isComma(units[m])) continue;
      if (units[m + 1]!.lower === 'that') k = m + 1;
      break;
    }
  }
  const skipped = skipAdverbials(units, k);
  const between = skipped.next;
  hops.push(...skipped.hops);
  const isTelling = telling !== null || /^(?:warn|caution|promise)$/.test(group.lemma);
  k = contentAhead(units, between, isTelling);
  // "described its commitment to requiring | that A": of a cue that takes a thing only an idea's clause is the content.
  const takesThings = group.senses.every(({ frames }) => !/[cta]/.test(frames));
  if (k > between && takesThings && units[k]?.lower === 'that' && !isIdea(units[k - 1]!)) k = between;
  const at = (
    start: number,
    sense: CueSense | null,
    isClause = !sense || isClausal(units, start, sense),
  ): RightSide => {
    const end = contentEnd(units, start, isClause, group.start);
    return end > start && sense ? { start, end, sense, after: between, hops, endsInColon: false } : none(between, hops);
  };
  const unit = units[k];
  if (!unit) return none(k, hops);
  // "One reason — as two papers have argued — is that A": another's clause goes on.
  if (isDash(unit) && !isQuote(units[k + 1])) return none(k, hops);
  // 3. The content, by what it begins with.
  if (unit.text === ':') {
    if (k + 1 >= units.length) return { ...none(k, hops), sense: quoting ?? clausal, endsInColon: true };
    return at(k + 1, quoting ?? clausal ?? find('n'));
  }
  if (isQuote(unit)) return at(k, quoting ?? clausal ?? find('n') ?? find('f') ?? find('o'));
  if (isComma(unit)) {
    if (isQuote(units[k + 1])) return at(k + 1, quoting);
    return none(k, hops);
  }
  // "wrote in a report | that runs to 64 pages"
  if (unit.lower === 'that' && k > group.end && tellsOfDocument(units, k)) return none(between, hops);
  if (unit.lower === 'that' && !isRelative(units, k)) {
    const sense = find('c') ?? find('t') ?? telling ?? find('n');
    return at(k, sense && isMockedIdea(units, k, sense) ? { ...sense, class: CueClass.DENIAL } : sense);
  }
  if (whWords.has(unit.lower)) {
    // "cheered | when they won": when, not what.
    const thing = /^(?:when|where)$/.test(unit.lower) ? null : find('n');
    return at(k, find('c') ?? find('t') ?? find('w') ?? telling ?? thing);
  }
  if (unit.lower === 'to') {
    const infinitive = find('i');
    if (infinitive && /^(?:VERB|AUX|ADV|QUOTE)$/.test(units[k + 1]?.pos ?? '')) return at(k, infinitive);
  }
  // "vowed | not to repeat it"
  if (unit.lower === 'not' && units[k + 1]?.lower === 'to' && find('i')) return at(k, find('i'), false);
  if (find('f')?.prepositions.includes(unit.lower)) return at(k, find('f'));
  if (
    k !== group.end &&
    !telling &&
    skipped.next !== group.end &&
    !startsNounPhrase(unit) &&
    unit.pos !== 'ADP' &&
    unit.pos !== 'SCONJ' &&
    unit.pos !== 'ADV'
  )
    return none(between, hops);
  // "called | both of them crazy", "says | neither the firm nor its owner knew"
  const isPaired = /^(?:both|either|neither)$/.test(unit.lower);
  if (isFinalMark(unit) || (unit.pos === 'CCONJ' && !isPaired)) return none(between, hops);
  const person = find('o');
  const personEnd = person ? phraseEnd(units, k) : k;
  if (person && startsNounPhrase(unit) && (units[personEnd]?.lower === 'to' || !clauseFollows(units, k))) {
    const end = personEnd;
    if (end > k && hasWordAhead(units, end, 'to', 4)) return at(k, person);
  }
  const clause = find('c') ?? telling;
  const end = contentEnd(units, k);
  const isLoose = looseVerbs.has(group.lemma);
  // "says | offload issues … are": a noun that the tagger took for a verb.
  const from = unit.pos === 'VERB' ? k + 1 : k;
  // "an event that Lee | says | led to it"
  const subject = clause && unit.pos === 'VERB' && isFinite(units, k) ? phraseBefore(units, group.start) : null;
  if (subject && followsRelative(units, subject.start)) return at(k, clause, true);
  const verbsEnd = dashBefore(units, from, end);
  if (
    clause &&
    isLoose &&
    (unit.pos !== 'VERB' || group.lemma === 'say') &&
    (hasFiniteVerb(units, from, verbsEnd) || hasUntaggedVerb(units, from, verbsEnd))
  )
    return at(k, clause, true);
  if (clause && unit.pos !== 'VERB' && !isLoose && clauseFollows(units, k)) return at(k, clause, true);
  const framed = find('p');
  if (framed && predicateOf(units, k, group.lemma === 'charge') > k) return at(k, framed, false);
  const noun = find('n');
  const isGerund =
    /ing$/.test(unit.lower) || (/^(?:ever|even|also)$/.test(unit.lower) && /ing$/.test(units[k + 1]?.lower ?? ''));
  if (noun && (startsNounPhrase(unit) || isGerund || isPaired) && end > k) return at(k, noun);
  const whole = clausal && treeClause(units, group.verb);
  // "know it | as well as she does"
  const told = whole && units[whole.start]!.lower !== 'as' ? whole : null;
  return told ? at(told.start, clausal, true) : none(between, hops);
}

/**
 * "laws around building a unit | favour | the owner", "sales | account | for": whether a verb stands where the tagger saw only nouns, which
 * two nouns before an article and a plural before a singular tell.
 */
function hasUntaggedVerb(units: readonly Unit[], from: number, end: number): boolean {
  for (let k = from + 1; k + 1 < end; k += 1) {
    const [before, unit, next] = [units[k - 1]!, units[k]!, units[k + 1]!];
    if (unit.pos !== 'NOUN' || before.pos !== 'NOUN' || unit.xpos !== 'NN') continue;
    if (next.pos === 'DET' || (before.xpos === 'NNS' && next.pos === 'ADP')) return true;
  }
  return false;
}

/** "claim credit | — even as they are blamed": the dash behind which a clause of time begins, or the end. */
function dashBefore(units: readonly Unit[], from: number, end: number): number {
  for (let k = from; k < end; k += 1)
    if (isDash(units[k]) && /^(?:even|as|while|though|although)$/.test(units[k + 1]?.lower ?? '')) return k;
  return end;
}

function hasWordAhead(units: readonly Unit[], from: number, word: string, reach: number): boolean {
  for (let k = from; k < Math.min(units.length, from + reach); k += 1) if (units[k]!.lower === word) return true;
  return false;
}

/**
 * Looks over what is left between cue and content: "said at a hotel in the old town | that …",
 * "told the paper when asked about it | : "…"". @returns where the content begins; `from` where none is sure
 */
function contentAhead(units: readonly Unit[], from: number, isTelling: boolean): number {
  const first = units[from];
  if (!first || contentBegins(units, from)) return from;
  // "If it is so, Lee said, | there is one reason: “…”": the tag is in the middle.
  if (isComma(first) && clauseFollows(units, from + 1)) return from;
  for (let k = from; k < Math.min(units.length - 1, from + 25); k += 1) {
    if (units[k]!.text === ':' && isQuote(units[k + 1])) return k;
    if (
      isComma(units[k]) &&
      isQuote(units[k + 1]) &&
      units[k + 1]!.quotation!.words > 3 &&
      !hasFiniteVerb(units, from, k)
    )
      return k;
    // "agreed, | saying, “…”": another cue's.
    if (isComma(units[k]) && cueForms.get(units[k + 1]!.lower)?.form === 'ING') break;
    if (isQuote(units[k]) || isFinalMark(units[k]!)) break;
  }
  const isLoose = isTelling || /^(?:ADP|ADV)$/.test(first.pos) || (from > 0 && isMade(units, from));
  for (let k = from; isLoose && k < Math.min(units.length, from + 12); k += 1) {
    if (
      units[k]!.lower === 'that' &&
      units[k]!.pos !== 'DET' &&
      (startsNounPhrase(units[k + 1]) || isQuote(units[k + 1]))
    )
      return k;
    // "told a town hall in Orrel, Norway, on Monday that …"
    if ((isComma(units[k]) && !isTelling) || isQuote(units[k]) || (isFinite(units, k) && !isMade(units, k))) break;
    // "had never asked for a trade, | adding that": another cue's.
    if (isComma(units[k]) && cueForms.get(units[k + 1]?.lower ?? '')?.form === 'ING') break;
  }
  // "said in an interview taped before the storm that": a conjunction, and no noun or verb before it that takes one.
  for (let k = from; k < Math.min(units.length, from + longestBetween); k += 1) {
    const unit = units[k]!;
    if (unit.lower === 'that' && unit.pos === 'SCONJ') return k;
    const isFiniteVerb = isFinite(units, k) && !(unit.xpos === 'VBN' && unit.relation === 'acl') && !isMade(units, k);
    if (isQuote(unit) || isFiniteVerb || cueForms.has(unit.lower) || isFinalMark(unit)) break;
  }
  return from;
}

/** "in an indictment | returned last week": what was done with a document, where the tagger saw a past. */
const isMade = (units: readonly Unit[], k: number): boolean =>
  isParticiple(units[k]!) &&
  isDocument(units[k - 1]!.lower, 'i') &&
  /^(?:ADP|ADJ|ADV|PROPN)$/.test(units[k + 1]?.pos ?? '');

/** "a report | that runs to 64 pages": a clause about the document, whose only verb stands right behind "that". */
function tellsOfDocument(units: readonly Unit[], that: number): boolean {
  if (!isDocument(units[that - 1]!.lower, 'd') || !isRelative(units, that)) return false;
  let end = that + 2;
  while (end < units.length && !/^(?:CCONJ|PUNCT|QUOTE)$/.test(units[end]!.pos)) end += 1;
  return !hasFiniteVerb(units, that + 2, end);
}
