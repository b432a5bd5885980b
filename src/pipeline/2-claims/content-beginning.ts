import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { clauseFollows, phraseEnd } from '../../language/noun-phrase.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { treeClause, treeSubject } from '../../language/tree.js';
import { hasFiniteVerb, isDash, isFinalMark, isFinite, isQuote, startsNounPhrase } from '../../language/words.js';
import { CueClass } from '../values.js';
import { isRelative } from './adverbials.js';
import { tellsOfDocument } from './content-ahead.js';
import { contentEnd } from './content-end.js';
import { isMockedIdea, predicateOf, senseTaking, whWords } from './content-frames.js';
import type { CueSense } from './cue-lexicon.js';
import type { CueGroup } from './cues.js';
import { followsRelative } from './gap.js';

/** Where the content of a cue begins, and which of its senses takes it. */
export interface Beginning {
  readonly start: number;
  readonly sense: CueSense | null;
  /** Whether it is a clause or a quotation rather than a phrase; by its first word where that is not given. */
  readonly isClause?: boolean;
}

/** What is known of a cue when its content is looked for. */
interface Asked {
  readonly group: CueGroup;
  /** Its sense where it tells somebody. */
  readonly telling: CueSense | null;
  /** Where the words for time and place behind it end. */
  readonly between: number;
}

/** Verbs after which nearly anything with a finite verb is a clause; after others a subject and its verb must come first. */
const looseVerbs = new Set('say tell think believe argue claim write hope insist'.split(' '));

function hasWordAhead(units: readonly Unit[], from: number, word: string, reach: number): boolean {
  for (let k = from; k < Math.min(units.length, from + reach); k += 1) if (units[k]!.lower === word) return true;
  return false;
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

const evidence =
  /^(?:evidence|history|polling|poll|stud(?:y|ies)|tests?|figures?|numbers?|statistics|results?|findings?|anal(?:ysis|yses)|estimates?|projections?|forecasts?|averages?|photo(?:graph)?s?|images?|pictures?|cameras?|satellites?|maps?|exhibits?|charts?|graphs?|ads?|census|models?|ones)$/;

const standsForEvidence = /^(?:it|they|which|that|this|these)$/;

/** Whether a document or something else that shows what is so is the subject of a cue: "the last poll", "e-mails obtained by the Post". */
function isEvidence(units: readonly Unit[], { start: cue, verb }: CueGroup): boolean {
  if (standsForEvidence.test(units[cue - 1]?.lower ?? '')) return true;
  let clause = cue;
  while (clause > 0 && !/^(?:,|;|and|but|that|who|said|says)$/.test(units[clause - 1]!.lower)) clause -= 1;
  const subjects = [phraseBefore(units, cue), treeSubject(units, verb), { start: clause, end: cue }];
  return subjects.some(
    (subject) =>
      subject !== null &&
      units.slice(subject.start, subject.end).some(({ lower }) => evidence.test(lower) || isDocument(lower, 'd')),
  );
}

/** "claim credit | — even as they are blamed": the dash behind which a clause of time begins, or the end. */
function dashBefore(units: readonly Unit[], from: number, end: number): number {
  for (let k = from; k < end; k += 1)
    if (isDash(units[k]) && /^(?:even|as|while|though|although)$/.test(units[k + 1]?.lower ?? '')) return k;
  return end;
}

/** The content by the word that introduces it; undefined where none does. */
function introduced(units: readonly Unit[], k: number, { group, telling }: Asked): Beginning | undefined {
  const { lower, text } = units[k]!;
  const taking = (frame: string): CueSense | null => senseTaking(group, frame);
  if (text === ':' || isQuote(units[k])) {
    const sense = taking('q') ?? taking('c') ?? taking('t') ?? taking('a') ?? taking('n');
    return text === ':' ? { start: k + 1, sense } : { start: k, sense: sense ?? taking('f') ?? taking('o') };
  }
  if (lower === 'that' && !isRelative(units, k)) {
    const sense = taking('c') ?? taking('t') ?? telling ?? taking('n');
    return { start: k, sense: sense && isMockedIdea(units, k, sense) ? { ...sense, class: CueClass.DENIAL } : sense };
  }
  if (whWords.has(lower)) {
    // "cheered | when they won": when, not what.
    const thing = /^(?:when|where)$/.test(lower) ? null : taking('n');
    return { start: k, sense: taking('c') ?? taking('t') ?? taking('w') ?? telling ?? thing };
  }
  const infinitive = taking('i');
  if (infinitive && lower === 'to' && /^(?:VERB|AUX|ADV|QUOTE)$/.test(units[k + 1]?.pos ?? ''))
    return { start: k, sense: infinitive };
  // "vowed | not to repeat it"
  if (infinitive && lower === 'not' && units[k + 1]?.lower === 'to')
    return { start: k, sense: infinitive, isClause: false };
  const prepositional = taking('f');
  return prepositional?.prepositions.includes(lower) ? { start: k, sense: prepositional } : undefined;
}

/** Whether a clause without "that" begins at `k`, of a cue that takes one. */
function isBareClause(units: readonly Unit[], k: number, group: CueGroup): boolean {
  const isVerb = units[k]!.pos === 'VERB';
  // "an event that Lee | says | led to it"
  const subject = isVerb && isFinite(units, k) ? phraseBefore(units, group.start) : null;
  if (subject && followsRelative(units, subject.start)) return true;
  if (!looseVerbs.has(group.lemma)) return !isVerb && clauseFollows(units, k);
  if (isVerb && group.lemma !== 'say') return false;
  // "says | offload issues … are": a noun that the tagger took for a verb.
  const from = isVerb ? k + 1 : k;
  const end = dashBefore(units, from, contentEnd(units, k));
  return hasFiniteVerb(units, from, end) || hasUntaggedVerb(units, from, end);
}

/** Whether a phrase can begin at `k` that the cue takes: none may where a verb or a conjunction stands behind time and place. */
function mayBegin(units: readonly Unit[], k: number, { group, telling, between }: Asked): boolean {
  const { pos, lower } = units[k]!;
  if (
    k !== group.end &&
    between !== group.end &&
    !telling &&
    !startsNounPhrase(units[k]) &&
    !/^(?:ADP|SCONJ|ADV)$/.test(pos)
  )
    return false;
  return !isFinalMark(units[k]!) && (pos !== 'CCONJ' || pairing.test(lower));
}

/** "called | both of them crazy", "says | neither the firm nor its owner knew" */
const pairing = /^(?:both|either|neither)$/;

/** The content without a word that introduces it: whom one urges to do it, a clause, a predicate or a thing. */
function bare(units: readonly Unit[], k: number, { group, telling, between }: Asked): Beginning | null {
  const unit = units[k]!;
  // "told a meeting in Orrel | the only way to win was": who is told stands before.
  const person = telling && between > group.end ? null : senseTaking(group, 'o');
  const personEnd = person ? phraseEnd(units, k) : k;
  if (
    person &&
    personEnd > k &&
    startsNounPhrase(unit) &&
    (units[personEnd]?.lower === 'to' || !clauseFollows(units, k)) &&
    hasWordAhead(units, personEnd, 'to', 4)
  )
    return { start: k, sense: person };
  const clause = senseTaking(group, 'c') ?? telling;
  if (clause && isBareClause(units, k, group)) return { start: k, sense: clause, isClause: true };
  const predicative = senseTaking(group, 'p');
  if (predicative && predicateOf(units, k, group.lemma === 'charge') > k)
    return { start: k, sense: predicative, isClause: false };
  // "the ministry has shown some care": only a document or a figure shows what is so.
  const thing = group.lemma === 'show' && !isEvidence(units, group) ? null : senseTaking(group, 'n');
  const isGerund =
    /ing$/.test(unit.lower) || (/^(?:ever|even|also)$/.test(unit.lower) && /ing$/.test(units[k + 1]?.lower ?? ''));
  if (thing && (startsNounPhrase(unit) || isGerund || pairing.test(unit.lower)) && contentEnd(units, k) > k)
    return { start: k, sense: thing };
  const anyClause = senseTaking(group, 'c') ?? senseTaking(group, 't') ?? senseTaking(group, 'a');
  const byTree = anyClause && treeClause(units, group.verb);
  // "know it | as well as she does"
  return byTree && units[byTree.start]!.lower !== 'as'
    ? { start: byTree.start, sense: anyClause, isClause: true }
    : null;
}

/** The content of a cue that begins at `k`, by its first words; null where none does. */
export function beginningAt(units: readonly Unit[], k: number, asked: Asked): Beginning | null {
  // "wrote in a report | that runs to 64 pages"
  if (units[k]!.lower === 'that' && k > asked.group.end && tellsOfDocument(units, k)) return null;
  return introduced(units, k, asked) ?? (mayBegin(units, k, asked) ? bare(units, k, asked) : null);
}
