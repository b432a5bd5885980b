import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { nameHint } from '../../language/name-hints.js';
import { ActorKind } from '../values.js';
import { countryOf, countryOfSeat } from '../../language/en/gazetteer/index.js';
import { meansPerson } from './person-words.js';
import {
  companyWords,
  groupNouns,
  isGroupNoun,
  isPersonNoun,
  knownOrganizations,
  organizationWords,
  titles,
} from './lexicon.js';

/** What a noun phrase says of whom it means. */
export interface PhraseReading {
  readonly kind: ActorKind;
  /** The proper name without titles; null where the phrase has none. */
  readonly name: string | null;
  /** Titles and roles: "Foreign Minister", "a spokesman for the port". */
  readonly role: string | null;
  /** Head noun of a phrase without a name, in lower case. */
  readonly head: string | null;
  /** Whether it points back: "the spokesman". */
  readonly isDefinite: boolean;
  readonly country: string | null;
  /** Whose document it is: "China Daily's editorial". */
  readonly owner: string | null;
}

/** Whether a unit looks like a part of a name. */
export const isName = (unit: Unit): boolean =>
  !/^(?:I|I'm|I've|I'd|A)$/.test(unit.text) &&
  (unit.pos === 'PROPN' || (/^\p{Lu}/u.test(unit.text) && unit.pos !== 'PRON' && unit.pos !== 'DET'));
const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');
const textOf = (units: readonly Unit[], start: number, end: number): string => {
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
  const whole2 = nameHint(whole);
  if (whole2 === 'ORGANIZATION') return ActorKind.ORGANIZATION;
  const first = nameHint(lower[0]!);
  if (first === 'MALE' || first === 'FEMALE' || first === 'FIRST') return ActorKind.PERSON;
  if (nameHint(lower.at(-1)!) === 'LAST') return ActorKind.PERSON;
  if (whole2 === 'PLACE') return ActorKind.UNKNOWN;
  if (speaks && words.length >= 2 && words.length <= 4 && lower.every((word) => !groupNouns.has(word)))
    return ActorKind.PERSON;
  return ActorKind.UNKNOWN;
}

const isGivenName = (unit: Unit): boolean => /^(?:MALE|FEMALE|FIRST)$/.test(nameHint(bare(unit.text)) ?? '');

/** End of the core of a phrase: before a comma, a bracket, a relative clause, a preposition other than inside a name. */
function coreEnd(units: readonly Unit[]): number {
  for (let k = 0; k < units.length; k += 1) {
    const unit = units[k]!;
    if (/^[,(—–]$/.test(unit.text) || /^(?:who|which|that|whose|--)$/.test(unit.lower)) return k;
    if (unit.pos === 'ADP' && k > 0) {
      // "the city of Esker's fire chief": the phrase goes on to what is owned.
      const owned =
        unit.lower === 'of' &&
        !isPersonNoun(units[k - 1]!.lower) &&
        !isGroupNoun(units[k - 1]!.lower) &&
        units.slice(k + 1, k + 5).some((other) => other.lower === "'s");
      if (owned) continue;
      // "Bank of Canada", "Ministry of Health": a name goes through its preposition.
      const through =
        /^(?:of|for|on)$/.test(unit.lower) &&
        isName(units[k - 1]!) &&
        units[k + 1] !== undefined &&
        (isName(units[k + 1]!) ||
          (units[k + 1]!.lower === 'the' && units[k + 2] !== undefined && isName(units[k + 2]!)));
      // "Hedda Lee of Brockhurst Securities": a person's name ends before it.
      const isBody = (unit: Unit): boolean =>
        organizationWords.has(bare(unit.text)) || companyWords.has(bare(unit.text));
      const before = units.slice(0, k);
      const isPerson =
        k >= 2 &&
        before.every((unit) => isName(unit) && !isBody(unit)) &&
        (isGivenName(before[0]!) || units.slice(k + 1, k + 6).some(isBody));
      if (isPerson) return k;
      if (!through || (!organizationWords.has(bare(units[k - 1]!.text)) && unit.lower !== 'of')) return k;
    }
    if (unit.pos === 'VERB' && k > 0 && !isName(unit) && units[k - 1]!.text !== '-' && units[k + 1]?.text !== '-')
      return k;
  }
  return units.length;
}

/** Where a run of capitals turns from titles, bodies and countries into the name: "Ontario Energy Minister | Ann Lee". */
function startOfName(units: readonly Unit[], first: number, end: number): { nameStart: number; hadTitle: boolean } {
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
      return { nameStart: k, hadTitle: k > first && has(first, titles) };
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
      const isCountry = countryOf(units[k]!.text) !== null && !alsoFirstName.test(word);
      if (!titles.has(word) && !isCountry && !bodyBeforeTitle) continue;
      if (titles.has(word) && !adjectives.test(word)) hadTitle = true;
      nameStart = k + 1;
    }
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

/** Countries that people are called after: "Jordan Stewart". */
const alsoFirstName = /^(?:jordan|chad|georgia|israel|kenya|india|ireland)$/;

/** Titles that are no surnames: alone, as in a headline, they mean the office. */
const roleAlone =
  /^(?:mayor|president|minister|senator|governor|premier|chancellor|spokes(?:man|woman|person)|chairman|ambassador|analyst|economist)$/;

/** Words of the list of titles that say nothing of a person by themselves. */
const adjectives =
  /^(?:u\.?s|us|state|federal|former|first|party|democratic|republican|liberal|conservative|foreign|health|finance|interior)$/;

/**
 * "the mayor and the water company", "Ann Lee and Tom Fox": several speak together, and none of them is meant alone.
 * Known failure: bodies with "and" in a name without a word that tells one ("Rack and Ruin said" stays a name).
 */
function namesSeveral(units: readonly Unit[], end: number): boolean {
  const and = units.findIndex((unit, index) => index > 0 && index + 1 < end && unit.lower === 'and');
  if (and < 0) return false;
  const [before, after] = [units.slice(0, and), units.slice(and + 1, end)];
  // "the Department of Trade and Industry", "Bill and Ann Lee": one name, as far as can be told.
  const isOneName = isName(before.at(-1)!) && isName(after[0]!);
  if (isOneName) return before.length > 1 && after.length > 1 && isGivenName(before[0]!) && isGivenName(after[0]!);
  return before.some(isNominal) && after.some(isNominal) && before.every((unit) => unit.pos !== 'ADP');
}

const isNominal = (unit: Unit): boolean => /^(?:NOUN|PROPN)$/.test(unit.pos);

/** Reads a noun phrase. @param units the phrase's units @param speaks whether it is a speaker: then a name without other evidence is a person's */
export function readPhrase(units: readonly Unit[], speaks: boolean): PhraseReading {
  const nothing: PhraseReading = {
    kind: ActorKind.UNKNOWN,
    name: null,
    role: null,
    head: null,
    isDefinite: false,
    country: null,
    owner: null,
  };
  if (units.length === 0) return nothing;
  const end = coreEnd(units);
  if (namesSeveral(units, end))
    return { ...nothing, kind: ActorKind.GROUP, head: units[end - 1]!.lower, isDefinite: false };
  const isDefinite = /^(?:the|this|that|these|those|his|her|their|its)$/.test(units[0]!.lower);
  let owner: string | null = null;
  let start = 0;
  for (let k = 0; k < end; k += 1) {
    if (units[k]!.lower !== "'s" && units[k]!.text !== "'") continue;
    const from = units[0]!.pos === 'DET' ? 1 : 0;
    if (k > from && isName(units[k - 1]!)) owner = textOf(units, from, k);
    start = k + 1;
  }
  const country = units.map((unit) => countryOf(unit.text)).find((code) => code !== null) ?? null;
  // The last run of capitals in the core.
  const last = end - 1;
  if (last >= start && isName(units[last]!) && !isGroupNoun(units[last]!.lower)) {
    let first = last;
    while (
      first > start &&
      (isName(units[first - 1]!) ||
        units[first - 1]!.text === '-' ||
        (/^(?:of|for|on|the|and|&|de|van|von|al|bin|der|la)$/.test(units[first - 1]!.lower) &&
          first - 2 >= start &&
          isName(units[first - 2]!) &&
          units[first - 1]!.pos !== 'DET') ||
        (units[first - 1]!.lower === 'the' && first - 2 >= start && /^(?:of|for)$/.test(units[first - 2]!.lower)))
    )
      first -= 1;
    const lastWord = bare(units[last]!.text);
    if (titles.has(lastWord) && isPersonNoun(lastWord) && (last > first || start < first || roleAlone.test(lastWord))) {
      // "the Prime Minister": titles and nothing else.
      return {
        ...nothing,
        kind: ActorKind.PERSON,
        head: lastWord,
        role: textOf(units, 0, units.length),
        isDefinite,
        country,
      };
    }
    const { nameStart, hadTitle } = startOfName(units, first, end);
    const words = units
      .slice(nameStart, end)
      .filter((unit) => unit.pos !== 'PUNCT')
      .map((unit) => unit.text);
    const roleBefore = nameStart > start ? textOf(units, start, nameStart).replace(/^(?:the|a|an) /i, '') : '';
    const roleNoun = first > start && isPersonNoun(units[first - 1]!.lower);
    const kind = kindOfName(words, hadTitle || roleNoun, speaks);
    // "the Coastal Courier": people have no article.
    const isBody =
      kind === ActorKind.PERSON &&
      speaks &&
      units[0]!.lower === 'the' &&
      nameStart === 1 &&
      nameHint(bare(words[0]!)) === null;
    if (isBody) return { ...nothing, kind: ActorKind.ORGANIZATION, name: textOf(units, nameStart, end), isDefinite };
    const rest = end < units.length ? textOf(units, end, units.length).replace(/^[,(—–\s]+/, '') : '';
    const role =
      roleBefore !== ''
        ? roleBefore
        : /^(?:a|an|the|chief|president|director|professor|chairman|\p{Ll}+ )/iu.test(rest) && kind === ActorKind.PERSON
          ? rest
          : null;
    const name = textOf(units, nameStart, end);
    const code = kind === ActorKind.COUNTRY ? (countryOf(name) ?? countryOfSeat(name)) : null;
    return {
      ...nothing,
      kind,
      name,
      role,
      isDefinite,
      country: code,
      owner: kind === ActorKind.DOCUMENT ? owner : null,
    };
  }
  // No name in the core: a role, a group, a document. An apposition may name the person.
  let head: string | null = null;
  for (let k = last; k >= start && head === null; k -= 1)
    if (/^(?:NOUN|PROPN|ADJ|PRON|DET|NUM)$/.test(units[k]!.pos)) head = units[k]!.lower;
  if (head === null) return nothing;
  const role = textOf(units, 0, units.length);
  // "a group of residents"
  const several =
    /^(?:group|number|handful|couple|pair|crowd|dozen|majority|minority|panel|team)$/.test(head) &&
    units[end]?.lower === 'of' &&
    units.slice(end + 1, end + 5).some((unit) => isGroupNoun(unit.lower));
  if (
    several ||
    isGroupNoun(head) ||
    /^(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|\d+)$/.test(units[0]!.lower)
  )
    return { ...nothing, kind: ActorKind.GROUP, head, isDefinite, country };
  if (isDocument(head, 'd')) return { ...nothing, kind: ActorKind.DOCUMENT, head, isDefinite, owner };
  if ((speaks ? meansPerson(head) : isPersonNoun(head)) || /^(?:someone|everyone|nobody|one)$/.test(head)) {
    // "The mayor of Orrel, Bram Okoye": the name comes after the role, and after all that hangs on the role.
    const comma = units.findIndex((unit, index) => index >= end && unit.text === ',');
    if (comma >= 0 && comma + 1 < units.length && isName(units[comma + 1]!)) {
      const apposition = readPhrase(units.slice(comma + 1), true);
      if (apposition.kind === ActorKind.PERSON && apposition.name)
        return { ...apposition, role: textOf(units, units[0]!.pos === 'DET' ? 1 : 0, comma), isDefinite };
    }
    return { ...nothing, kind: ActorKind.PERSON, head, role, isDefinite, country };
  }
  if (organizationWords.has(head)) return { ...nothing, kind: ActorKind.ORGANIZATION, head, isDefinite, country };
  return { ...nothing, kind: ActorKind.UNKNOWN, head, isDefinite };
}
