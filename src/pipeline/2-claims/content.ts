import type { Unit } from '../../language/document.js';
import { speechForms } from '../../language/speech.js';
import type { Hop } from './attribution.js';
import type { CueGroup } from './cues.js';
import { isDocumentPhrase, isOccasionPhrase } from './documents.js';
import { chunkEnd, clauseFollows, phraseEnd } from '../../language/noun-phrase.js';
import { cueForms, type CueSense } from './verb-forms.js';
import {
  hasFiniteVerb,
  isComma,
  isDash,
  isFinite,
  personalPronouns,
  isFinalMark,
  isQuote,
  isTime,
  startsNounPhrase,
} from '../../language/words.js';

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

const adverbialPrepositions = new Set(
  'in on at during after before to with through via by from about of for as outside inside following since until while'.split(
    ' ',
  ),
);
const whWords = new Set('whether if how why what who where when which'.split(' '));

/** Verbs after which nearly anything with a finite verb is a clause; after others a subject and its verb must come first. */
const looseVerbs = new Set('say tell think believe argue claim write hope insist'.split(' '));

const contentBegins = (units: readonly Unit[], k: number): boolean =>
  isQuote(units[k]) ||
  units[k]?.lower === 'that' ||
  units[k]?.text === ':' ||
  (isComma(units[k]) && isQuote(units[k + 1]));

/** Passes over "on Tuesday", "in a statement", "to reporters". @returns the next index and the documents named */
export function skipAdverbials(units: readonly Unit[], from: number): { next: number; hops: Hop[] } {
  const hops: Hop[] = [];
  let k = from;
  for (let round = 0; round < 8; round += 1) {
    const unit = units[k];
    if (!unit || contentBegins(units, k)) break;
    if (isTime(unit) || (unit.pos === 'ADV' && (contentBegins(units, k + 1) || isTime(units[k + 1])))) {
      // "last week", "Tuesday", "July 4"
      k += 1;
      while (isTime(units[k]) || (units[k]?.pos === 'NUM' && isTime(units[k - 1]))) k += 1;
      continue;
    }
    if (adverbialPrepositions.has(unit.lower) && units[k + 1]?.lower !== 'least' && units[k + 1]?.lower !== 'most') {
      const end = phraseEnd(units, k + 1);
      const time =
        isTime(units[k + 1]) || (units[k + 1]?.pos === 'DET' && isTime(units[k + 2])) || units[k + 1]?.pos === 'NUM';
      const stop = Math.max(end, time ? k + 2 : 0);
      if (stop > k + 1) {
        const next = units[stop];
        const isLast = !next || isFinalMark(next);
        const occasion =
          isOccasionPhrase(units, k + 1, stop) || unit.lower === 'to' || (time && unit.lower !== 'about');
        if (contentBegins(units, stop) || isLast || occasion || isTime(next)) {
          if (isDocumentPhrase(units, k + 1, stop))
            hops.push({ start: units[k + 1]!.start, end: units[stop - 1]!.end, cue: unit.lower });
          k = stop;
          // "told in an interview with …, that"
          if (isComma(units[k]) && units[k + 1]?.lower === 'that') k += 1;
          continue;
        }
      }
      // "after visiting the port that", "in announcing the plan"
      if (/ing$/.test(units[k + 1]?.lower ?? '') && unit.lower !== 'of') {
        let m = k + 2;
        while (m < units.length && !contentBegins(units, m) && !isFinalMark(units[m]!) && !isComma(units[m])) m += 1;
        k = m;
      }
    }
    break;
  }
  return { next: k, hops };
}

/** "While the mayor says it is safe, residents …": whether the cue stands in a fronted subordinate clause. */
function isSubordinate(units: readonly Unit[], cue: number): boolean {
  for (let k = cue - 1; k >= Math.max(0, cue - 14); k -= 1) {
    const unit = units[k]!;
    if (/^(?:while|although|though|after|as|if|when|because|since|before|whereas|even)$/.test(unit.lower)) {
      return k === 0 || isComma(units[k - 1]) || units[k - 1]!.pos === 'CCONJ' || isDash(units[k - 1]);
    }
    if (isQuote(unit)) return false;
  }
  return false;
}

/**
 * Where content that begins at `start` ends.
 * @param cue where the cue begins; inside a fronted subordinate clause its content ends with that clause
 * @param isClause whether the content is a clause; a noun phrase or an infinitive ends where another clause begins
 */
export function contentEnd(units: readonly Unit[], start: number, isClause = true, cue = 0): number {
  const isFronted = isSubordinate(units, cue);
  let last = units.length;
  while (last > start && (isFinalMark(units[last - 1]!) || units[last - 1]!.text === ':')) last -= 1;
  for (let k = start + 1; k < last; k += 1) {
    const unit = units[k]!;
    const next = units[k + 1];
    if (unit.text === ';') return k;
    if (next && (isDash(unit) || (isQuote(unit) && /,\s*$/.test(unit.text)))) {
      const form = cueForms.get(next.lower);
      if (form?.form === 'ING' && next.pos === 'VERB') return isQuote(unit) ? k + 1 : k;
    }
    if (isComma(unit) && next) {
      if (next.lower === 'according' || (next.lower === 'but' && clauseFollows(units, k + 2))) return k;
      const form = cueForms.get(next.lower);
      if (form?.form === 'ING' && next.pos === 'VERB') return k;
      if (isTag(units, k + 1, last)) return k;
      if ((isFronted || !isClause) && clauseFollows(units, k + 1)) return k;
      if (next.lower === 'and' && personalPronouns.has(units[k + 2]?.lower ?? '') && cueFollows(units, k + 3)) return k;
    }
    if (!isClause) {
      if (isDash(unit)) return k;
      if (/^(?:and|but)$/.test(unit.lower) && next && endsPhrase(units, k + 1))
        return isComma(units[k - 1]) ? k - 1 : k;
    }
    // "… and pointed out that": the same speaker goes on.
    if ((unit.lower === 'and' || unit.lower === 'but') && next) {
      const at = next.pos === 'ADV' ? k + 2 : k + 1;
      const verb = units[at];
      const form = verb ? cueForms.get(verb.lower) : undefined;
      if (form && form.form !== 'BASE' && form.form !== 'ING' && verb!.pos === 'VERB' && goesOn(units, at + 1))
        return isComma(units[k - 1]) ? k - 1 : k;
    }
  }
  if (last > start && isComma(units[last - 1])) last -= 1;
  return last;
}

function cueFollows(units: readonly Unit[], k: number): boolean {
  const at = units[k]?.pos === 'ADV' || units[k]?.pos === 'AUX' ? k + 1 : k;
  return units[at]?.pos === 'VERB' && cueForms.has(units[at]!.lower);
}

/** Whether after "and" another finite verb of the same subject, or a new clause, begins: "attacked the plan and blamed …". */
function endsPhrase(units: readonly Unit[], k: number): boolean {
  const at = units[k]?.pos === 'ADV' ? k + 1 : k;
  const unit = units[at];
  if (!unit) return false;
  if (unit.pos === 'PRON' && personalPronouns.has(unit.lower)) return true;
  if (unit.pos === 'AUX') return isFinite(units, at);
  return unit.pos === 'VERB' && /(?:ed|es|id|ld|ote|ave|ok|de|ept|ew)$/.test(unit.lower) && isFinite(units, at);
}

/** Whether the rest of the sentence is a tag: "…, Ann Lee said on Friday". */
function isTag(units: readonly Unit[], start: number, last: number): boolean {
  if (last - start > 14) return false;
  const inverted = speechForms.has(units[start]!.lower) && units[start]!.pos === 'VERB';
  const at = inverted ? start : chunkEnd(units, start);
  if (at >= last || (!inverted && at === start)) return false;
  if (!speechForms.has(units[at]!.lower)) return false;
  if (inverted) return phraseEnd(units, start + 1) > start + 1;
  return skipAdverbials(units, at + 1).next >= last;
}

function goesOn(units: readonly Unit[], k: number): boolean {
  for (let m = k; m < Math.min(units.length, k + 3); m += 1)
    if (units[m]!.lower === 'that' || isQuote(units[m]) || units[m]!.text === ':') return true;
  return false;
}

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

/** Reads what follows a cue, by the frames of its senses (cue-lexicon.ts). */
export function readRight(units: readonly Unit[], group: CueGroup): RightSide {
  const find = (letter: string): CueSense | null => group.senses.find((sense) => sense.frames.includes(letter)) ?? null;
  const quoting = find('q');
  const clausal = find('c') ?? find('t') ?? find('a');
  let k = group.end;
  const hops: Hop[] = [];
  const telling = find('a');
  // 1. The one who is told: "told reporters".
  if (telling) {
    const end =
      clauseFollows(units, k) && units[k]?.pos !== 'PRON' && !/^(?:PROPN|DET|NOUN|NUM)$/.test(units[k]?.pos ?? '')
        ? k
        : addresseeEnd(units, k);
    if (end > k) hops.push({ start: units[k]!.start, end: units[end - 1]!.end, cue: units[group.verb]!.lower });
    k = end;
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
  k = contentAhead(units, between, telling !== null);
  const at = (start: number, sense: CueSense | null): RightSide => {
    const end = contentEnd(units, start, !sense || isClausal(units, start, sense), group.start);
    return end > start && sense ? { start, end, sense, after: between, hops, endsInColon: false } : none(between, hops);
  };
  const unit = units[k];
  if (!unit) return none(k, hops);
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
  if (unit.lower === 'that') return at(k, find('c') ?? find('t') ?? telling ?? find('n'));
  if (whWords.has(unit.lower)) return at(k, find('c') ?? find('t') ?? find('w') ?? telling ?? find('n'));
  if (unit.lower === 'to') {
    const infinitive = find('i');
    if (infinitive && /^(?:VERB|AUX|ADV)$/.test(units[k + 1]?.pos ?? '')) return at(k, infinitive);
  }
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
  if (isFinalMark(unit) || unit.pos === 'CCONJ') return none(between, hops);
  const person = find('o');
  if (person && startsNounPhrase(unit) && !clauseFollows(units, k)) {
    const end = phraseEnd(units, k);
    if (end > k && hasWordAhead(units, end, 'to', 4)) return at(k, person);
  }
  const clause = find('c') ?? telling;
  const end = contentEnd(units, k);
  const isLoose = looseVerbs.has(group.lemma);
  if (clause && unit.pos !== 'VERB' && (isLoose ? hasFiniteVerb(units, k, end) : clauseFollows(units, k))) {
    return at(k, clause);
  }
  const noun = find('n');
  if (noun && (startsNounPhrase(unit) || /ing$/.test(unit.lower)) && end > k + 0) return at(k, noun);
  return none(between, hops);
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
  for (let k = from; k < Math.min(units.length - 1, from + 25); k += 1) {
    if (units[k]!.text === ':' && isQuote(units[k + 1])) return k;
    if (isQuote(units[k]) || isFinalMark(units[k]!)) break;
  }
  if (!isTelling && !/^(?:ADP|ADV)$/.test(first.pos)) return from;
  for (let k = from; k < Math.min(units.length, from + 12); k += 1) {
    if (units[k]!.lower === 'that' && units[k]!.pos !== 'DET' && startsNounPhrase(units[k + 1])) return k;
    if (isComma(units[k]) || isQuote(units[k]) || isFinite(units, k)) break;
  }
  return from;
}

/** The short phrase after "told", or a longer one when the content begins right after it. */
function addresseeEnd(units: readonly Unit[], start: number): number {
  const long = phraseEnd(units, start);
  if (
    long > start &&
    (contentBegins(units, long) || isTime(units[long]) || isComma(units[long]) || units[long]?.pos === 'ADP')
  )
    return long;
  let short = chunkEnd(units, start);
  // "told the radio host | Ann Lee"
  while (short > start && units[short]?.pos === 'PROPN' && chunkEnd(units, short) > short)
    short = chunkEnd(units, short);
  return short;
}
