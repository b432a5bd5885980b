import { bodyOf, type KnownBody } from '../../language/en/gazetteer/bodies.js';
import { countries, countryName } from '../../language/en/gazetteer/index.js';
import { ActorKind, ActorScope } from '../values.js';
import { organizationWords } from './lexicon.js';
import { normaliseName } from '../../language/normalise-name.js';
import { readPersonName } from './person-name.js';

/** How far an actor's identity reaches, and what it is everywhere known by. */
export interface Identity {
  readonly key: string;
  readonly scope: ActorScope;
  /** The name that is the same in all articles, where a table gives one; null where the article's own is used. */
  readonly commonName: string | null;
  readonly country: string | null;
  readonly wikidataId: string | null;
}

const wikidataOfCountry = new Map(countries.map(({ alpha2, wikidata }) => [alpha2, wikidata]));

const genericWord =
  /^(?:of|for|the|and|on|city|foreign|health|defense|defence|affairs|finance|justice|interior|education|state|public|local)$/;

/** "Ministry of Health", "The Herald": many are called so. */
const isGeneric = (form: string): boolean =>
  form.split(' ').every((word) => organizationWords.has(word) || genericWord.test(word));

/** A body's name in one spelling, without its legal form. */
function bodyForm(name: string): string {
  return normaliseName(name)
    .replace(/ ?& ?/g, ' and ')
    .replace(/\borganisation/g, 'organization')
    .replace(/\bdefence\b/g, 'defense')
    .replace(/\bcentre\b/g, 'center')
    .replace(/\blabour\b/g, 'labor')
    .replace(/(?<=\S) (?:inc|incorporated|ltd|limited|llc|plc|gmbh)$/, '');
}

/** A body that may be one of the gazetteer: never a person or a country of that name. */
export function knownBody(kind: ActorKind, name: string): KnownBody | null {
  return kind === ActorKind.ORGANIZATION || kind === ActorKind.UNKNOWN ? bodyOf(name) : null;
}

const nothing = { commonName: null, country: null, wikidataId: null } as const;

/**
 * By what an actor is known, and whether in all articles or only in its own. A bare surname, a single initial with one,
 * a name that many bodies share and all that has no name reach no further than the article.
 * Known failure: two people of one full name have one key; `splitActor` takes them apart.
 * @param keepsMiddle whether middle initials tell people apart here, as where one article has two of them
 * @param isListed whether a user's table gives the name: then it reaches everywhere
 */
export function identify(
  actor: {
    readonly kind: ActorKind;
    readonly name: string;
    readonly isNamed: boolean;
    readonly country: string | null;
    /** Whose document it is. */
    readonly owner?: string | null;
  },
  keepsMiddle = false,
  isListed = false,
): Identity {
  const { kind, name, isNamed, country, owner } = actor;
  if (kind === ActorKind.COUNTRY && country) {
    return {
      key: `country:${country}`,
      scope: ActorScope.EVERYWHERE,
      commonName: countryName(country),
      country,
      wikidataId: wikidataOfCountry.get(country) ?? null,
    };
  }
  if (!isNamed) {
    const whose = kind === ActorKind.DOCUMENT && owner ? `${normaliseName(owner)} ` : '';
    return { ...nothing, key: `${kind.toLowerCase()}:${whose}${normaliseName(name)}`, scope: ActorScope.ARTICLE };
  }
  if (kind === ActorKind.PERSON) {
    const { form, middle, isFull } = readPersonName(name);
    const [first, ...rest] = form.split(' ');
    const key = keepsMiddle && middle !== '' ? [first, middle, ...rest].join(' ') : form;
    return {
      ...nothing,
      key: `person:${key}`,
      scope: isFull || isListed ? ActorScope.EVERYWHERE : ActorScope.ARTICLE,
    };
  }
  const known = knownBody(kind, name);
  if (known) {
    return {
      key: `organization:${bodyForm(known.name)}`,
      scope: ActorScope.EVERYWHERE,
      commonName: known.name,
      country: known.country,
      wikidataId: known.wikidata,
    };
  }
  const form = kind === ActorKind.ORGANIZATION ? bodyForm(name) : normaliseName(name);
  const reaches = isListed || (kind === ActorKind.ORGANIZATION && !isGeneric(form));
  return {
    ...nothing,
    key: `${kind.toLowerCase()}:${form}`,
    scope: reaches ? ActorScope.EVERYWHERE : ActorScope.ARTICLE,
  };
}
