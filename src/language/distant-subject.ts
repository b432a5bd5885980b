import type { Unit } from './document.js';
import { chunkEnd, linking, type Range } from './noun-phrase.js';
import { hasFiniteVerb, isComma, isDash, isTime } from './words.js';

/** How far a verb may stand from its subject. */
const reach = 60;

/** End of the core of a noun phrase: "the head of the harbour board", without what stands in commas after it. */
function coreEnd(units: readonly Unit[], start: number): number {
  let end = chunkEnd(units, start);
  while (end > start && linking.has(units[end]?.lower ?? '') && !isTime(units[end + 1])) {
    const next = chunkEnd(units, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** Where the main clause begins: after "And", "On Tuesday,", "At the same time,". */
function mainStart(units: readonly Unit[], before: number): number {
  let start = 0;
  while (start < before && (units[start]!.pos === 'CCONJ' || (units[start]!.pos === 'ADV' && start === 0))) start += 1;
  if (isComma(units[start])) return start + 1;
  const first = units[start];
  if (!first || !(first.pos === 'ADP' || isTime(first))) return start;
  for (let k = start + 1; k < before; k += 1) {
    if (!isComma(units[k])) continue;
    // "On March 3, 2021, …": the date goes on.
    if (units[k + 1]?.pos === 'NUM' && isComma(units[k + 2])) continue;
    return hasFiniteVerb(units, start, k) ? start : k + 1;
  }
  return start;
}

/**
 * The subject at the beginning of a sentence, far from its verb: what stands between hangs on the subject, in commas,
 * dashes or brackets, or as a participle. Only the core of the phrase is given.
 * Example: "Ann Lee, 59, of Oldhaven, Me., who watched on a screen, | said" -> "Ann Lee".
 * Known failure: two clauses before the verb without a conjunction between them.
 * @param verb index of the verb, or of its first auxiliary
 */
export function distantSubject(units: readonly Unit[], verb: number): Range | null {
  const start = mainStart(units, verb);
  const first = units[start];
  if (!first || verb - start > reach || !/^(?:PROPN|DET|NOUN|ADJ|NUM)$/.test(first.pos)) return null;
  const end = coreEnd(units, start);
  if (end === start || end >= verb) return null;
  for (let k = start; k < verb; k += 1) if (units[k]!.pos === 'QUOTE' && units[k]!.quotation!.words > 5) return null;
  const opener = units[end]!;
  const last = units[verb - 1]!;
  if (isComma(opener) || isDash(opener) || opener.text === '(') {
    const closes = isComma(last) || isDash(last) || last.text === ')' || last.pos === 'ADV' || isTime(last);
    // "Prices rose, and Ann Lee, the mayor, said": a second clause has a subject of its own.
    const another = units
      .slice(end, verb)
      .some((unit, k) => /^(?:but|and)$/.test(unit.lower) && isComma(units[end + k - 1]));
    return closes && !another ? { start, end } : null;
  }
  // "A report published on Wednesday | said"
  const isParticipial = opener.pos === 'VERB' && /(?:ed|en|wn|ing)$/.test(opener.lower);
  return isParticipial && !hasFiniteVerb(units, end + 1, verb) ? { start, end } : null;
}
