import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { nameHint } from '../../language/name-hints.js';
import { ActorKind } from '../values.js';
import { countryOf, countryOfSeat, isOneOfCountry } from '../../language/en/gazetteer/index.js';
import { meansPerson } from './person-words.js';
import { namesSeveral } from './several-names.js';
import { bare, isGivenName, isName, kindOfName, placeBehind, startOfName, textOf } from './proper-name.js';
import {
  adherents,
  companyWords,
  isGroupNoun,
  isPersonNoun,
  organizationNouns,
  organizationWords,
  peoples,
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

/** The reading of words that tell nothing. */
export const nothingRead: PhraseReading = {
  kind: ActorKind.UNKNOWN,
  name: null,
  role: null,
  head: null,
  isDefinite: false,
  country: null,
  owner: null,
};

/** The reading of a body's name. */
export const bodyReading = (name: string): PhraseReading => ({ ...nothingRead, kind: ActorKind.ORGANIZATION, name });

/** Where the list ends that a body's name goes on with at a comma: ", Tobacco, Firearms and Explosives"; the comma where it doesn't. */
export function listedNameEnd(units: readonly Pick<Unit, 'text' | 'lower'>[], comma: number): number {
  const before = units.slice(0, comma).findLastIndex(({ lower }) => /^(?:of|for|on)$/.test(lower));
  if (before < 1 || !organizationWords.has(bare(units[before - 1]!.text))) return comma;
  if (!units.slice(before + 1, comma).every(({ text }) => text === ',' || /^\p{Lu}\p{Ll}/u.test(text))) return comma;
  for (let k = comma; k < comma + 10 && k + 1 < units.length; k += 1) {
    const { text, lower } = units[k]!;
    if (lower === 'and') return /^\p{Lu}\p{Ll}/u.test(units[k + 1]!.text) ? k + 2 : comma;
    if (text !== ',' && !/^\p{Lu}\p{Ll}/u.test(text)) return comma;
  }
  return comma;
}

/** End of the core of a phrase: before a comma, a bracket, a relative clause, a preposition other than inside a name. */
function coreEnd(units: readonly Unit[]): number {
  for (let k = 0; k < units.length; k += 1) {
    const unit = units[k]!;
    // "the Federal Emergency Agency (FEA) | administrator"
    if (unit.text === '(' && units[k + 2]?.text === ')' && units[k + 3]?.pos === 'NOUN') {
      k += 2;
      continue;
    }
    // "Bureau of Alcohol, Tobacco, Firearms and Explosives"
    const listed = unit.text === ',' ? listedNameEnd(units, k) : k;
    if (listed > k) {
      k = listed - 1;
      continue;
    }
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
        (isGivenName(bare(before[0]!.text)) || units.slice(k + 1, k + 6).some(isBody));
      if (isPerson) return k;
      if (!through || (!organizationWords.has(bare(units[k - 1]!.text)) && unit.lower !== 'of')) return k;
    }
    // "an official | familiar with the talks"
    const isBehind = unit.pos === 'ADJ' && units[k - 1]?.pos === 'NOUN' && units[k + 1]?.pos === 'ADP';
    if (isBehind && !isName(unit)) return k;
    // "a written reply": a participle in front of its noun.
    const isModifier = unit.relation === 'amod' || units[k - 1]?.text === '-' || units[k + 1]?.text === '-';
    if (unit.pos === 'VERB' && k > 0 && !isName(unit) && !isModifier) return k;
  }
  return units.length;
}

/** Titles that are no surnames: alone, as in a headline, they mean the office. */
const roleAlone =
  /^(?:mayor|president|minister|senator|governor|premier|chancellor|spokes(?:man|woman|person)|chairman|ambassador|analyst|economist)$/;

/** "the Kentucky | Republican", "the | Australian": one who belongs to a party or a people, and no name. */
export const isOneOfPeople = ({ text, lower }: Unit): boolean =>
  adherents.has(lower) || peoples.has(lower) || (/^\p{Lu}.*(?<!ese|sh|ch|ss)$/u.test(text) && isOneOfCountry(text));

/** One word in quotation marks. */
export const isQuoted = (units: readonly Unit[], at: number): boolean =>
  /^["“]$/.test(units[at]?.text ?? '') && /^["”]$/.test(units[at + 2]?.text ?? '');

/** 'Cleo "Bud" Wright': whether a nickname between two parts of a name ends here. */
const isNickname = (units: readonly Unit[], end: number): boolean =>
  end >= 3 && isQuoted(units, end - 2) && isName(units[end - 3]!);

/**
 * "The mayor of Orrel, Bram Okoye": the name comes after the role, and after all that hangs on the role.
 * @param isSure whether the phrase is of a person, so that any name is
 */
function nameBehind(units: readonly Unit[], end: number, isSure: boolean): PhraseReading | null {
  const comma = units.findIndex((unit, index) => index >= end && unit.text === ',');
  if (comma < 0 || comma + 1 >= units.length || !isName(units[comma + 1]!)) return null;
  const apposition = readPhrase(units.slice(comma + 1), isSure);
  const { name, kind } = apposition;
  // "based in Kansas City, Mo., and"
  if (name === null || /^\S+\.$/.test(name) || nameHint(name) === 'PLACE') return null;
  const isPerson = kind === ActorKind.PERSON || (kind === ActorKind.UNKNOWN && isGivenName(bare(name.split(' ')[0]!)));
  const role = textOf(units, units[0]!.pos === 'DET' ? 1 : 0, comma);
  return isPerson ? { ...apposition, kind: ActorKind.PERSON, role } : null;
}

/** "…, the group that marched": whether an apposition begins behind the name and says it is a body. */
function isBodyBehind(units: readonly Unit[], end: number): boolean {
  if (units[end]?.text !== ',' || !/^(?:the|an?)$/.test(units[end + 1]?.lower ?? '')) return false;
  let head = end + 1;
  while (/^(?:DET|NOUN|ADJ|NUM|PROPN)$/.test(units[head + 1]?.pos ?? '')) head += 1;
  return units[head]!.pos === 'NOUN' && organizationNouns.has(units[head]!.lower);
}

/** Reads a noun phrase. @param units the phrase's units @param speaks whether it is a speaker: then a name without other evidence is a person's */
export function readPhrase(units: readonly Unit[], speaks: boolean): PhraseReading {
  if (units.length === 0) return nothingRead;
  const end = coreEnd(units);
  if (namesSeveral(units, end))
    return { ...nothingRead, kind: ActorKind.GROUP, head: units[end - 1]!.lower, isDefinite: false };
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
  const standsFor = units[end - 1]!;
  if (/^(?:the|an?)$/.test(units[0]!.lower) && end > 1 && start === 0 && isOneOfPeople(standsFor))
    return {
      ...nothingRead,
      kind: ActorKind.PERSON,
      head: standsFor.lower,
      role: textOf(units, 0, units.length),
      isDefinite,
      country,
    };
  // "Keeper of the Ruler's Seal, Syed Danial": a title of capitals.
  const isTitle = start > 0 && isPersonNoun(units[0]!.lower) && units[1]?.lower === 'of';
  const titled = isTitle ? nameBehind(units, end, true) : null;
  if (titled) return { ...titled, isDefinite };
  // The last run of capitals in the core; "Conservative party HQ" is the party.
  const last = end > start + 1 && units[end - 1]!.text === 'HQ' ? end - 2 : end - 1;
  if (last >= start && isName(units[last]!) && !isGroupNoun(units[last]!.lower)) {
    let first = last;
    while (
      first > start &&
      (isName(units[first - 1]!) ||
        isNickname(units, first - 1) ||
        units[first - 1]!.text === '-' ||
        (units[first - 1]!.text === ',' && listedNameEnd(units, first - 1) > first) ||
        (/^(?:of|for|on|the|and|&|de|van|von|al|bin|der|la)$/.test(units[first - 1]!.lower) &&
          first - 2 >= start &&
          isName(units[first - 2]!) &&
          units[first - 1]!.pos !== 'DET') ||
        (units[first - 1]!.lower === 'the' && first - 2 >= start && /^(?:of|for)$/.test(units[first - 2]!.lower)))
    )
      first -= isNickname(units, first - 1) ? 3 : 1;
    const lastWord = bare(units[last]!.text);
    if (titles.has(lastWord) && isPersonNoun(lastWord) && (last > first || start < first || roleAlone.test(lastWord))) {
      // "the Prime Minister": titles and nothing else.
      return {
        ...nothingRead,
        kind: ActorKind.PERSON,
        head: lastWord,
        role: textOf(units, 0, units.length),
        isDefinite,
        country,
      };
    }
    const place = placeBehind(units, first, end);
    if (place > first) return readPhrase(units.slice(0, place), speaks);
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
      /^(?:PLACE)?$/.test(nameHint(bare(words[0]!)) ?? '');
    if (isBody)
      return { ...nothingRead, kind: ActorKind.ORGANIZATION, name: textOf(units, nameStart, end), isDefinite };
    // "Rally Orrel, the group that": what is said behind a name tells its kind.
    if (kind !== ActorKind.ORGANIZATION && kind !== ActorKind.COUNTRY && !hadTitle && isBodyBehind(units, end))
      return { ...nothingRead, kind: ActorKind.ORGANIZATION, name: textOf(units, nameStart, end), isDefinite };
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
      ...nothingRead,
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
  if (head === null) return nothingRead;
  const role = textOf(units, 0, units.length);
  // "the diary | of the ship's cook"
  const ofAt = units.findIndex(({ lower }, index) => index > 0 && index < end && lower === 'of');
  if (ofAt > 0 && isDocument(units[ofAt - 1]!.lower, 'd'))
    return { ...nothingRead, kind: ActorKind.DOCUMENT, head: units[ofAt - 1]!.lower, isDefinite, owner: null };
  // "a group of residents"
  const several =
    /^(?:group|number|handful|couple|pair|crowd|dozen|majority|minority|panel|team)$/.test(head) &&
    units[end]?.lower === 'of' &&
    units.slice(end + 1, end + 5).some((unit) => isGroupNoun(unit.lower));
  if (
    several ||
    isGroupNoun(head) ||
    /^(?:percent|majority|half|quarters?|thirds?)$/.test(head) ||
    /^(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|\d+)$/.test(units[0]!.lower)
  )
    return { ...nothingRead, kind: ActorKind.GROUP, head, isDefinite, country };
  if (isDocument(head, 'd')) return { ...nothingRead, kind: ActorKind.DOCUMENT, head, isDefinite, owner };
  const isForce =
    head === 'guard' && /^(?:coast|national|republican|revolutionary|home)$/.test(units[last - 1]?.lower ?? '');
  if (isForce) return { ...nothingRead, kind: ActorKind.ORGANIZATION, head, isDefinite, country };
  if ((speaks ? meansPerson(head) : isPersonNoun(head)) || /^(?:someone|everyone|nobody|one)$/.test(head)) {
    const named = nameBehind(units, end, true);
    if (named) return { ...named, isDefinite };
    return { ...nothingRead, kind: ActorKind.PERSON, head, role, isDefinite, country };
  }
  // "Wise's dad, Darrin": whatever he is called, he has a person's name.
  const named = speaks && !organizationWords.has(head) && start > 0 ? nameBehind(units, end, false) : null;
  if (named) return { ...named, isDefinite };
  if (organizationWords.has(head)) return { ...nothingRead, kind: ActorKind.ORGANIZATION, head, isDefinite, country };
  return { ...nothingRead, kind: ActorKind.UNKNOWN, head, isDefinite };
}
