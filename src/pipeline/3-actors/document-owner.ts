import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { countryOf, countryOfSeat } from '../../language/en/gazetteer/index.js';
import { chunkEnd, type Range } from '../../language/noun-phrase.js';
import { isFinite, isTime } from '../../language/words.js';
import { groupNouns, isGroupNoun, isPersonNoun, organizationWords } from './lexicon.js';

/** What a document's phrase says of whose it is. */
interface OwnedDocument {
  /** The noun for the document, in lower case. */
  readonly head: string;
  /** Unit indexes of the owner's phrase, end exclusive. */
  readonly owner: Range;
}

/** How far behind the noun its owner may be told: "the lawsuit, filed in Lisbon by the Almeida family". */
const reach = 14;

/** How a document came from its owner's hands. */
const makingWords =
  /^(?:published|filed|signed|written|issued|released|prepared|compiled|conducted|drafted|authored|submitted|produced)$/;

const hasCapital = (units: readonly Unit[], start: number, end: number): boolean =>
  units.slice(start, end).some((unit) => /^\p{Lu}/u.test(unit.text) && unit.pos !== 'DET');

/** Whether a document belongs to whoever speaks through it; an interview is as much his who asks. */
export function isOwnedBySpeaker(text: string): boolean {
  const head = text.split(/\s(?:of|by|in|on|with|to|for|from|about|published|posted)\s/)[0]!.toLowerCase();
  return isDocument(head.trim().split(/\s+/).at(-1)!, 'o');
}

/** The phrase at `start` with its name and "of": "the firm | Holt & Brae", "the Bank | of Orrel". */
function ownerEnd(units: readonly Unit[], start: number): number {
  let k = chunkEnd(units, start);
  while (k > start && units[k]?.pos === 'PROPN' && chunkEnd(units, k) > k) k = chunkEnd(units, k);
  if (k > start && units[k]?.lower === 'of' && chunkEnd(units, k + 1) > k + 1) k = chunkEnd(units, k + 1);
  // "Division of Prisons | and Rehabilitation Commissioner Ann Lee"
  const joined = units[k]?.lower === 'and' && units[k + 1]?.pos === 'PROPN' ? chunkEnd(units, k + 1) : k;
  if (k > start && units.slice(k + 1, joined - 1).some(({ lower, pos }) => pos === 'PROPN' && isPersonNoun(lower)))
    k = joined;
  // "the Institute for Quiet Roads"
  const goesOn =
    units[k]?.lower === 'for' && units[k - 1]!.pos === 'PROPN' && /^\p{Lu}/u.test(units[k + 1]?.text ?? '');
  if (k > start && goesOn) k = Math.max(k, chunkEnd(units, k + 1));
  return k;
}

/** Whether a phrase is of somebody who can write: a person, a body, a name that is no place. */
function isSomebody(units: readonly Unit[], start: number, end: number): boolean {
  const chunk = Math.min(end, chunkEnd(units, start));
  const last = units[chunk - 1];
  if (!last || isTime(units[start]) || isTime(last)) return false;
  const word = last.lower;
  if (isPersonNoun(word) || isGroupNoun(word) || groupNouns.has(word) || organizationWords.has(word)) return true;
  if (/(?:er|or|ist|ers|ors|ists)$/.test(word) && last.pos === 'NOUN' && units[start]!.pos !== 'NOUN') return true;
  const name = units
    .slice(start, chunk)
    .filter((unit) => unit.pos !== 'DET')
    .map((unit) => unit.text)
    .join(' ');
  return hasCapital(units, start, chunk) && countryOf(name) === null && countryOfSeat(name) === null;
}

/** End of the words that name the document itself: before a comma, a preposition, a verb. */
function headEnd(units: readonly Unit[]): number {
  let k = 0;
  while (k < units.length && k < reach) {
    const { pos, text, lower } = units[k]!;
    if ((pos === 'PUNCT' && text !== '-' && text !== '/') || pos === 'ADP' || /^(?:who|which|that|whose)$/.test(lower))
      break;
    const isModifier = units[k]!.relation === 'amod' || units[k - 1]?.pos === 'DET' || lower === "'s";
    if (k > 0 && (pos === 'VERB' || pos === 'AUX') && !isModifier) break;
    k += 1;
  }
  return k;
}

/** "the inspector's letter", "a United Nations report". */
function ownerBefore(units: readonly Unit[], end: number): Range | null {
  for (let k = end - 1; k > 0; k -= 1) {
    if (units[k]!.lower !== "'s" && !(units[k]!.text === "'" && units[k]!.pos === 'PART')) continue;
    return isTime(units[k - 1]) ? null : { start: 0, end: k };
  }
  let start = end - 1;
  while (start > 0 && units[start - 1]!.pos === 'PROPN') start -= 1;
  const run = units.slice(start, end - 1);
  // "Court papers" at the beginning has its capital from the sentence.
  const isBody = run.some(
    (unit) => (start > 0 && organizationWords.has(unit.lower)) || /^(?:\p{Lu}\.?){2,6}$/u.test(unit.text),
  );
  return isBody ? { start, end: end - 1 } : null;
}

/** "of the ministry", "by the ombudsman", "in the Tribune", "published by the Institute". */
function ownerBehind(units: readonly Unit[], from: number, head: string, phraseEnd: number): Range | null {
  let isMade = false;
  for (let k = from; k < Math.min(units.length, from + reach); k += 1) {
    const { lower, text } = units[k]!;
    if (makingWords.test(lower)) {
      isMade = true;
      continue;
    }
    if (/^[.;:()—–"“”]$/.test(text) || isFinite(units, k)) return null;
    if (text === ',' && !/^(?:in|by)$/.test(units[k + 1]?.lower ?? '') && !makingWords.test(units[k + 1]?.lower ?? ''))
      return null;
    // Inside the phrase its end holds, whatever the tags of the words behind it.
    const end = k + 1 < phraseEnd ? Math.min(ownerEnd(units, k + 1), phraseEnd) : ownerEnd(units, k + 1);
    if (end === k + 1) continue;
    const fits =
      (lower === 'by' &&
        (isMade || k === from || (k === from + 1 && units[from]!.text === ',')) &&
        !isTime(units[k + 1])) ||
      // "a post on the ministry's Telegram channel"
      (lower === 'on' &&
        k === from &&
        /^(?:post|message|video|tweet|clip)$/.test(head) &&
        /^(?:channel|page|account|feed|profile)$/.test(units[end - 1]?.lower ?? '')) ||
      (lower === 'from' && k === from && isSomebody(units, k + 1, end)) ||
      (lower === 'of' &&
        k === from &&
        !isDocument(head, 's') &&
        (isSomebody(units, k + 1, end) || (isDocument(head, 'p') && units[k + 1]!.pos === 'DET'))) ||
      (/^(?:in|for)$/.test(lower) &&
        isDocument(head, 'm') &&
        hasCapital(units, k + 1, end) &&
        isSomebody(units, k + 1, end)) ||
      (lower === 'with' && head === 'interview' && hasCapital(units, k + 1, end) && isSomebody(units, k + 1, end));
    if (!fits) continue;
    // "on the ministry | 's Telegram channel"
    const genitive = lower === 'on' ? units.findIndex((unit, index) => index > k && unit.lower === "'s") : -1;
    return { start: k + 1, end: genitive > k ? genitive : end };
  }
  return null;
}

/**
 * Whose a document is, by the words of its phrase: a possessive, "of", "by", "from", "in" with a medium, or an apposition.
 * Example: "the Blue Book, the central bank's yearly survey" — the central bank.
 * Known failure: "a report of the accident" where the accident has a name ("a report of Black Monday").
 * @param units from the phrase's first word on, with what stands behind it
 * @param end of the phrase itself; an apposition is looked for before it only
 * @returns null where it is no document, or nobody's
 */
export function readOwnedDocument(units: readonly Unit[], end: number): OwnedDocument | null {
  const core = end > 0 ? Math.min(headEnd(units), end) : headEnd(units);
  // "op-ed" is three tokens.
  const isCompound = units[core - 2]?.text === '-';
  const head = (isCompound ? `${units[core - 3]?.lower}-` : '') + (units[core - 1]?.lower ?? '');
  if (isDocument(head, 'd')) {
    const singular = head === 'minutes' ? head : head.replace(/s$/, '');
    const owner = ownerBefore(units, core) ?? ownerBehind(units, core, singular, end);
    if (owner) return { head, owner };
  }
  const comma = units.findIndex((unit, index) => index < end && index <= reach && unit.text === ',');
  if (comma < 1 || comma + 1 >= end) return null;
  const rest = units.slice(comma + 1);
  if (/^[“”"]$/.test(rest[0]?.text ?? '') || units[comma + 1]!.pos !== 'DET') return null;
  const inner = readOwnedDocument(rest, 0);
  return (
    inner && { head: inner.head, owner: { start: inner.owner.start + comma + 1, end: inner.owner.end + comma + 1 } }
  );
}
