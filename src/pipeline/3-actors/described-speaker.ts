import type { Unit } from '../../language/document.js';
import { ActorKind } from '../values.js';
import { aged, isOffice, isUnnamedSource, lastUnnamed, mayBe, unlessOfAnother } from './descriptions.js';
import type { Draft } from './draft.js';
import { anyBodyNouns, officeNouns, sideNouns } from './lexicon.js';
import type { Mention } from './mentions.js';
import { meansPerson } from './person-words.js';
import { isOneOfPeople, type PhraseReading } from './phrase.js';
import { resolveBody, resolveDescription, type Place } from './pronouns.js';
import type { Registry } from './registry.js';

// Whom a phrase without a name means: "his office", "the company", "the 39-year-old founder".

/** What is known where a phrase stands. */
export interface Situation {
  readonly registry: Registry;
  readonly place: Place;
  /** Whom the article names, and where each was first. */
  readonly mentions: readonly Mention[];
  readonly firsts: ReadonlyMap<Draft, number>;
  /** Who spoke before, in order. */
  readonly speakers: readonly Mention[];
  /** Who is known as a medium. */
  readonly media: ReadonlySet<Draft>;
  /** Media of the claim that is read are nobody it speaks of otherwise. @returns null for those */
  readonly unlessCarrier: (draft: Draft | null) => Draft | null;
}

/** A phrase with a noun and no name. */
export interface Description {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly reading: PhraseReading;
  readonly noun: string;
}

/** "his office": whose it is decides, and nothing is guessed where that is not clear. @param possessor who "his" means */
export function ofPossessor(
  { text, reading, noun }: Description,
  possessor: Draft | null,
  registry: Registry,
): Draft | null {
  const isOfAll = officeNouns.has(noun);
  const known = isOfAll
    ? null
    : possessor?.isNamed
      ? registry.definiteOf(possessor.name, noun)
      : registry.definite([], noun);
  if (known) return known;
  if (possessor) return registry.described(reading, `${possessor.name}'s ${text.replace(/^\S+\s+/, '')}`);
  return isOfAll ? null : registry.described(reading, text);
}

/** Whether a description tells so much of somebody that it means one person: "the bus driver" alone may be anybody. */
function pointsBack({ text, units, noun }: Description): boolean {
  const isDecorated = units.slice(1, -1).some(({ pos }) => /^(?:ADJ|PROPN|NUM|VERB)$/.test(pos));
  const isTelling = isDecorated || aged.test(text) || isOneOfPeople(units.at(-1)!);
  const isWhose = units.some(({ pos }) => pos === 'PART');
  return isTelling && units[0]!.lower === 'the' && !isWhose && !isOffice(noun);
}

const isPersonal = ({ text, reading, noun }: Description): boolean =>
  aged.test(text) || reading.kind === ActorKind.PERSON || (reading.kind === ActorKind.UNKNOWN && meansPerson(noun));

/**
 * Whom a description means, somebody new where it points back to nobody. Asked in turn: one who has been described so, the body
 * named last, the person named last, the last speaker without a name.
 */
export function described(description: Description, isSpeaker: boolean, situation: Situation): Draft {
  const { text, units, reading, noun } = description;
  const { registry, place, mentions, firsts, speakers, media, unlessCarrier } = situation;
  // "The official, who asked not to be named"
  const words = units.slice(0, 4).map((unit) => unit.text);
  const last = words.findIndex((word) => word.toLowerCase() === noun);
  const isShort = units.length <= 3 || (last > 0 && units[last + 1]?.text === ',');
  const isDefiniteShort = reading.isDefinite && isShort;
  let draft = isDefiniteShort ? registry.definite(words.slice(0, last), noun) : null;
  // "the Boston-based company" is the company.
  const isBare = units.length <= 2 || /^the \S+-based \S+$/i.test(text);
  if (!draft && reading.isDefinite && isBare && anyBodyNouns.has(noun))
    draft = unlessCarrier(resolveBody(place, mentions, speakers, (body) => mayBe(noun, body, media)));
  // What is described here for the first time, with "the", points back to a name.
  const isNew = !draft || (!draft.isNamed && (firsts.get(draft) ?? 0) >= place.start);
  if (isNew && isSpeaker && isPersonal(description) && pointsBack(description)) {
    const isEpithet = (units.length > 2 || isOneOfPeople(units.at(-1)!)) && !sideNouns.has(noun);
    draft = unlessOfAnother(noun, resolveDescription(place, mentions, speakers, isEpithet)) ?? draft;
  }
  if (isNew && isDefiniteShort && isUnnamedSource(noun)) draft = lastUnnamed(speakers) ?? draft;
  return draft ?? registry.described(reading, text);
}
