import type { Unit } from '../../language/document.js';
import { countryOf, countryOfSeat } from '../../language/en/gazetteer/index.js';
import { nameHint } from '../../language/name-hints.js';
import { ActorKind } from '../values.js';
import {
  adherents,
  companyWords,
  groupNouns,
  isPersonNoun,
  knownOrganizations,
  organizationWords,
  titles,
} from './lexicon.js';

/** Whether a word, as the lists have it, is known as a first name. */
export const isGivenName = (word: string): boolean => /^(?:MALE|FEMALE|FIRST)$/.test(nameHint(word) ?? '');

/** Whether a unit looks like a part of a name. */
export const isName = (unit: Unit): boolean =>
  !/^(?:I|I'm|I've|I'd|A)$/.test(unit.text) &&
  (unit.pos === 'PROPN' || (/^\p{Lu}/u.test(unit.text) && unit.pos !== 'PRON' && unit.pos !== 'DET'));
/** A word as the lists have it. */
export const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');
/** The words of units[start..end), with a space where the text has any. */
export const textOf = (units: readonly Pick<Unit, 'text' | 'start' | 'end'>[], start: number, end: number): string => {
  let text = '';
  for (let k = start; k < end; k += 1)
    text += (k > start && units[k]!.start > units[k - 1]!.end ? ' ' : '') + units[k]!.text;
  return text;
};

/** Kind of a proper name, by its words; UNKNOWN rather than a guess where nothing but capitals speaks for a person. Known failure: companies named like people. */
export function kindOfName(words: readonly string[], hadTitle: boolean, speaks: boolean): ActorKind {
  const lower = words.map(bare);
  const whole = lower.join(' ');
  if (countryOf(words.join(' ')) || countryOfSeat(words.join(' '))) return ActorKind.COUNTRY;
  if (knownOrganizations.has(whole) || lower.some((word) => organizationWords.has(word))) return ActorKind.ORGANIZATION;
  if (hadTitle) return ActorKind.PERSON;
  if (
    lower.length > 1 &&
    companyWords.has(lower.at(-1)!) &&
    nameHint(lower[0]!) !== 'MALE' &&
    nameHint(lower[0]!) !== 'FEMALE'
  )
    return ActorKind.ORGANIZATION;
  if (words.length === 1 && /^[\p{Lu}&]{2,6}$/u.test(words[0]!.replaceAll('.', ''))) return ActorKind.ORGANIZATION;
  // "BC Hydro", "TD Bank": initials beside a word in small letters.
  const isInitials = (word: string): boolean =>
    /^\p{Lu}{2,5}$/u.test(word) && !/^(?:I{2,3}|I?V|VI{1,3}|JR|SR)$/.test(word);
  if (words.length > 1 && words.some(isInitials) && words.some((word) => /\p{Ll}/u.test(word)))
    return ActorKind.ORGANIZATION;
  const wholeHint = nameHint(whole);
  if (wholeHint === 'ORGANIZATION') return ActorKind.ORGANIZATION;
  if (isGivenName(lower[0]!)) return ActorKind.PERSON;
  if (nameHint(lower.at(-1)!) === 'LAST') return ActorKind.PERSON;
  if (wholeHint === 'PLACE') return ActorKind.UNKNOWN;
  if (speaks && words.length >= 2 && words.length <= 4 && lower.every((word) => !groupNouns.has(word)))
    return ActorKind.PERSON;
  return ActorKind.UNKNOWN;
}

/** Words of the list of titles that say nothing of a person by themselves. */
const adjectives =
  /^(?:u\.?s|us|state|federal|former|first|party|democratic|republican|liberal|conservative|foreign|health|finance|interior)$/;

const isUnknownWord = ({ text, lower }: Unit): boolean =>
  !titles.has(bare(text)) &&
  !isPersonNoun(lower) &&
  !adherents.has(lower) &&
  !organizationWords.has(bare(text)) &&
  !companyWords.has(bare(text)) &&
  countryOf(text) === null &&
  nameHint(bare(text)) === null &&
  !/^(?:\p{Lu}{2,}|.*day)$/u.test(text);

/** "Minister", "President", and not "Justice" or "Conservative". */
const isPersonTitle = ({ text }: Unit): boolean =>
  titles.has(bare(text)) && isPersonNoun(bare(text)) && !/^justice$/i.test(text);

/** Where a run of capitals turns from titles, bodies and countries into the name: "Ontario Energy Minister | Ann Lee". */
export function startOfName(
  units: readonly Unit[],
  first: number,
  end: number,
): { nameStart: number; hadTitle: boolean } {
  const has = (from: number, words: ReadonlySet<string>): boolean =>
    units.slice(from, end).some((unit) => words.has(bare(unit.text)));
  for (
    let k = first;
    k < end - 1 && !has(first, new Set(['university', 'college', 'institute', 'foundation']));
    k += 1
  ) {
    const hint = nameHint(bare(units[k]!.text));
    if (
      (hint === 'MALE' || hint === 'FEMALE') &&
      end - k <= 4 &&
      !has(k + 1, titles) &&
      !has(k + 1, organizationWords)
    ) {
      // "Sayed | Daniel Ahmad": a word that is no title, body or place belongs to the name.
      const isOwn = k === first + 1 && isUnknownWord(units[first]!);
      return { nameStart: isOwn ? first : k, hadTitle: k > first && !isOwn && has(first, titles) };
    }
  }
  const organization = has(first, organizationWords);
  let nameStart = first;
  let hadTitle = false;
  // "Treasury Secretary Vell Karsk": a body's word before a title is no name of a body.
  const titleAfter = units
    .slice(first, end - 1)
    .findLastIndex((unit) => titles.has(bare(unit.text)) && isPersonNoun(bare(unit.text)));
  const isHeld = titleAfter >= 0 && !has(first + titleAfter + 1, organizationWords);
  if (!organization || isHeld || titles.has(bare(units[first]!.text))) {
    for (let k = first; k < end - 1; k += 1) {
      const word = bare(units[k]!.text);
      const bodyBeforeTitle = organizationWords.has(word) && has(k + 1, titles);
      // Before a surname alone it is a first name: "Jordan Stewart".
      const isCountry = countryOf(units[k]!.text) !== null && k < end - 2;
      if (!titles.has(word) && !isCountry && !bodyBeforeTitle) continue;
      if (titles.has(word) && !adjectives.test(word)) hadTitle = true;
      nameStart = k + 1;
    }
    // "Justice Department", "Conservative Review": the last word tells a body, whatever stands before.
    const isBody = organizationWords.has(bare(units[end - 1]!.text)) && !units.slice(first, end).some(isPersonTitle);
    if (isBody) hadTitle = false;
    // "the Conservative Review"
    const isTheOne = units[first - 1]?.lower === 'the' && nameStart === end - 1 && nameStart === first + 1;
    if (isTheOne && !hadTitle && nameHint(bare(units[end - 1]!.text)) === null) nameStart = first;
    if (organization && !hadTitle) nameStart = first;
  }
  // "Player Jordan Stewart": the capital is the sentence's.
  if (!organization && nameStart === first && end - first >= 3 && isPersonNoun(units[first]!.lower)) {
    nameStart = first + 1;
    hadTitle = true;
  }
  while (nameStart > first && units[nameStart]!.text === '-') nameStart -= 1;
  return { nameStart, hadTitle };
}

/** "Sen. Kamala Harris | of California": where a person's name ends that a place stands behind; -1 where none does. */
export function placeBehind(units: readonly Unit[], first: number, end: number): number {
  const of = units.findIndex(({ lower }, k) => k > first && k < end - 1 && lower === 'of');
  if (of < 0) return -1;
  const place = textOf(units, of + 1, end);
  const { nameStart, hadTitle } = startOfName(units, first, of);
  const words = units.slice(nameStart, of).map(({ text }) => text);
  const isWhole = words.length > 1;
  const isPlace = nameHint(bare(place)) === 'PLACE' || countryOf(place) !== null || (hadTitle && isWhole);
  return isPlace && (isWhole || hadTitle) && kindOfName(words, hadTitle, false) === ActorKind.PERSON ? of : -1;
}
