import type { Unit } from '../../language/document.js';
import { clauseFollows, isParticiple, phraseEnd } from '../../language/noun-phrase.js';
import { isComma, isFinalMark, isFinite, isQuote, isTime } from '../../language/words.js';
import type { Hop } from './attribution.js';
import { isDocumentPhrase, isOccasionPhrase } from './documents.js';

const adverbialPrepositions = new Set(
  'in on at during after before to with through via by from about of for as outside inside following since until while'.split(
    ' ',
  ),
);

/** "the meeting | that was held": a relative pronoun that is the subject of its clause. */
export const isRelative = (units: readonly Unit[], k: number): boolean =>
  units[k]!.xpos === 'WDT' && /^(?:VERB|AUX)$/.test(units[k + 1]?.pos ?? '');

export const contentBegins = (units: readonly Unit[], k: number): boolean =>
  isQuote(units[k]) ||
  (units[k]?.lower === 'that' && !isRelative(units, k)) ||
  units[k]?.text === ':' ||
  (isComma(units[k]) && isQuote(units[k + 1]));

/** "in an open letter | published on Saturday | that": when and where the document was made. */
function madeEnd(units: readonly Unit[], from: number): number {
  const verb = isParticiple(units[from - 1]!) ? from - 1 : from;
  if (!units[verb] || !isParticiple(units[verb]) || units[verb].xpos === 'VBD') return from;
  for (let k = verb + 1; k < Math.min(units.length, verb + 10); k += 1) {
    if (contentBegins(units, k)) return k;
    if (isFinite(units, k) || isComma(units[k])) return from;
  }
  return from;
}

/** "in Concord" before a clause: the end of the place; `at` itself where none stands there. */
function placeEnd(units: readonly Unit[], at: number): number {
  if (!/^(?:in|at|from|near|outside)$/.test(units[at]!.lower)) return at;
  let end = at + 1;
  while (units[end]?.pos === 'PROPN' && !isTime(units[end])) end += 1;
  return end > at + 1 && /^(?:DET|PRON)$/.test(units[end]?.pos ?? '') && clauseFollows(units, end) ? end : at;
}

const manners = /^(?:privately|publicly|flatly|bluntly|repeatedly|separately|openly)$/;

const mannerNouns = new Set('phone telephone private writing oath e-mail email text'.split(' '));

/** "a post | , which had been shared": the words of the document itself. */
function beforeComma(units: readonly Unit[], start: number, end: number): number {
  for (let k = start + 1; k < end; k += 1) if (isComma(units[k])) return k;
  return end;
}

/** Passes over "on Tuesday", "in a statement", "to reporters". @returns the next index and the documents named */
export function skipAdverbials(units: readonly Unit[], from: number): { next: number; hops: Hop[] } {
  const hops: Hop[] = [];
  let k = from;
  for (let round = 0; round < 8; round += 1) {
    const unit = units[k];
    // "said Tuesday's remarks were clear": whose remarks, not when.
    if (!unit || contentBegins(units, k) || (isTime(unit) && units[k + 1]?.lower === "'s")) break;
    if (/^(?:this|that|last|next)$/.test(unit.lower) && isTime(units[k + 1]) && !contentBegins(units, k)) {
      k += 2;
      continue;
    }
    if (
      isTime(unit) ||
      (unit.pos === 'ADV' &&
        (contentBegins(units, k + 1) || isTime(units[k + 1]) || /^(?:late|early)$/.test(unit.lower)))
    ) {
      // "last week", "Tuesday", "July 4"
      k += 1;
      while (isTime(units[k]) || (units[k]?.pos === 'NUM' && isTime(units[k - 1]))) k += 1;
      continue;
    }
    // "said | privately | they hoped"
    if (unit.pos === 'ADV' && manners.test(unit.lower) && clauseFollows(units, k + 1)) {
      k += 1;
      continue;
    }
    // "told reporters | in Concord | she was in"
    const place = placeEnd(units, k);
    if (place > k) {
      k = place;
      continue;
    }
    // "assured the family | by phone | the weather would hold"
    if (
      /^(?:by|in|under)$/.test(unit.lower) &&
      mannerNouns.has(units[k + 1]?.lower ?? '') &&
      !contentBegins(units, k + 2)
    ) {
      k += 2;
      continue;
    }
    if (
      adverbialPrepositions.has(unit.lower) &&
      // "said | about 20 people had come"
      !(unit.lower === 'about' && units[k + 1]?.pos === 'NUM') &&
      unit.pos !== 'PART' &&
      units[k + 1]?.lower !== 'least' &&
      units[k + 1]?.lower !== 'most'
    ) {
      const end = phraseEnd(units, k + 1);
      const time =
        isTime(units[k + 1]) || (units[k + 1]?.pos === 'DET' && isTime(units[k + 2])) || units[k + 1]?.pos === 'NUM';
      const named = Math.max(end, time ? k + 2 : 0);
      const stop = named > k + 1 && isDocumentPhrase(units, k + 1, named) ? madeEnd(units, named) : named;
      if (stop > k + 1) {
        const next = units[stop];
        const isLast = !next || isFinalMark(next);
        const occasion =
          isOccasionPhrase(units, k + 1, stop) || unit.lower === 'to' || (time && unit.lower !== 'about');
        const isDated = next?.lower === 'on' && isTime(units[stop + 1]);
        if (contentBegins(units, stop) || isLast || occasion || isTime(next) || isDated) {
          // "confirmed to the Star that"
          if (unit.lower === 'to' && !isDocumentPhrase(units, k + 1, named))
            hops.unshift({
              start: units[k + 1]!.start,
              end: units[named - 1]!.end,
              cue: unit.lower,
              kind: 'TOLD',
              rule: 'told',
            });
          // "by e-mail" tells the way and names no document.
          else if (isDocumentPhrase(units, k + 1, named) && unit.lower !== 'by')
            hops.push({
              start: units[k + 1]!.start,
              end: units[beforeComma(units, k + 1, named) - 1]!.end,
              cue: unit.lower,
              kind: 'DOCUMENT',
              rule: 'occasion',
            });
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
