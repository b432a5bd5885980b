import { ActorKind, type Span } from '../values.js';
import { firstBehind } from '../../language/halving.js';
import { nameHint } from '../../language/name-hints.js';
import type { Mention } from './mentions.js';
import type { Draft, Gender } from './draft.js';

/** How many paragraphs back a pronoun reaches. */
const reach = 3;
/** How many mentions back are looked at; keeps the whole linear. */
const window = 60;

const genderOfPronoun: Readonly<Record<string, Gender>> = {
  he: 'MALE',
  him: 'MALE',
  his: 'MALE',
  she: 'FEMALE',
  her: 'FEMALE',
};

export interface Place {
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** What the pronoun is said to say: whoever is named in there is spoken of, and seldom the speaker. */
  readonly content: readonly Span[];
}

/**
 * Whom a pronoun means: for "he" and "she" the first person of the same sentence, else the last speaker unless another
 * person has begun a sentence since, else the nearest person whose gender fits; for "it" and "they" the last body or group
 * that spoke or began a sentence; for "who" what stands right before it. Null where nothing fits.
 * Known failure: two people of one gender in one sentence.
 * @param mentions in order of the text; all of them may be passed, later ones are not looked at
 * @param speakers who spoke so far, in order
 */
export function resolvePronoun(
  pronoun: string,
  place: Place,
  mentions: readonly Mention[],
  speakers: readonly Mention[],
): Draft | null {
  const word = pronoun.toLowerCase();
  const before = earlier(mentions, place);
  if (/^(?:who|which|that|whom|whose)$/.test(word)) {
    const nearest = before.find((mention) => mention.sentence === place.sentence);
    return nearest ? nearest.draft : null;
  }
  const gender = genderOfPronoun[word];
  const fits = (draft: Draft): boolean => {
    if (gender) return isPerson(draft) && (draft.gender === null || draft.gender === gender);
    if (/^(?:they|their|them)$/.test(word)) return draft.kind === ActorKind.GROUP;
    if (/^(?:it|its)$/.test(word))
      return (
        draft.kind === ActorKind.ORGANIZATION || draft.kind === ActorKind.DOCUMENT || draft.kind === ActorKind.COUNTRY
      );
    return false;
  };
  const near = before.filter(
    (mention) =>
      fits(mention.draft) &&
      !mention.inQuotation &&
      !mention.isModifier &&
      (gender !== undefined || isClose(mention, place)) &&
      !isInside(mention.start, place.content),
  );
  // Names that nothing shows to be a person's are looked at only where no person is.
  const people = near.filter((mention) => mention.draft.kind === ActorKind.PERSON);
  const candidates = gender && people.length > 0 ? people : near;
  const named = candidates.filter((mention) => mention.draft.isNamed || !gender);
  // A body is "they" only where it has just spoken.
  const justSpoke = (mention: Mention): boolean =>
    /^(?:they|their)$/.test(word) &&
    mention.draft.kind === ActorKind.ORGANIZATION &&
    place.sentence - mention.sentence <= 1;
  const isBodysIt = ({ draft }: Mention): boolean => word === 'it' && draft.kind === ActorKind.ORGANIZATION;
  const speaker = earlier(speakers, place).find(
    (mention) =>
      (fits(mention.draft) || justSpoke(mention)) &&
      // "The minister resigned, his office said": whose office may be named in what it says.
      (/^(?:his|her|their|its)$/.test(word) || !isInside(mention.start, place.content)) &&
      (gender !== undefined || isBodysIt(mention) || isClose(mention, place)),
  );
  const isHeOrShe = /^(?:he|she)$/.test(word);
  const isPossible = ({ isFirst, isSubject, isBehindPreposition }: Mention): boolean =>
    !isHeOrShe || isSubject || (isFirst && !isBehindPreposition);
  const beginner = named.find((mention) => mention.isFirst && isPossible(mention));
  const inSentence = (mention: Mention): boolean => mention.sentence === place.sentence;
  const lately = speaker && (!beginner || beginner.start <= speaker.start) ? speaker : beginner;
  const here = named.filter(inSentence);
  // "In a nod to Brandt, he said": who stands in a phrase is not the subject.
  // "an ex-girlfriend's claims that she": a word tells her gender, and nothing that of whoever spoke.
  const shown = lately?.draft.gender
    ? undefined
    : candidates.findLast((mention) => inSentence(mention) && gender !== undefined && mention.draft.gender === gender);
  const chosen =
    here.findLast(isPossible) ??
    shown ??
    (lately && isClose(lately, place) ? lately : undefined) ??
    candidates.filter(inSentence).at(-1) ??
    lately ??
    (gender ? (named[0] ?? candidates[0]) : undefined);
  if (chosen && gender) {
    chosen.draft.gender ??= gender;
    chosen.draft.kind = ActorKind.PERSON;
  }
  return chosen?.draft ?? null;
}

/**
 * Whom a description without a name means that points back ("the 39-year-old founder"): the one person who is named in the
 * sentences before it, up to the last paragraph; of several, who was the subject or spoke last. Null where there is none, and where
 * somebody stands before the description in its own sentence.
 * @param isEpithet whether the description is one that only decorates ("the affable proprietor"), and so may mean one of several
 */
export function resolveDescription(
  place: Place,
  mentions: readonly Mention[],
  speakers: readonly Mention[],
  isEpithet: boolean,
): Draft | null {
  const isPersonNear = (mention: Mention): boolean =>
    mention.draft.kind === ActorKind.PERSON &&
    mention.draft.isNamed &&
    !mention.inQuotation &&
    !mention.isModifier &&
    isClose(mention, place) &&
    !isInside(mention.start, place.content);
  const people = [...earlier(mentions, place), ...earlier(speakers, place)].filter(isPersonNear);
  const [first] = people;
  // "Pike said the singer had told him": somebody else.
  if (!first || people.some(({ sentence }) => sentence === place.sentence)) return null;
  if (people.every(({ draft }) => draft === first.draft)) return first.draft;
  if (!isEpithet) return null;
  const nearest = Math.max(...people.filter(({ isFirst }) => isFirst).map(({ sentence }) => sentence));
  const subjects = people.filter(({ isFirst, sentence }) => isFirst && sentence === nearest);
  return new Set(subjects.map(({ draft }) => draft)).size === 1 ? subjects[0]!.draft : null;
}

/**
 * Whom "the company" means: the body named or heard last, a name that nothing is known of among them where it is a subject; of several
 * in one sentence, the subject. Null where there is none, or several that are not told apart.
 * @param fits which bodies the noun may mean
 */
export function resolveBody(
  place: Place,
  mentions: readonly Mention[],
  speakers: readonly Mention[],
  fits: (draft: Draft) => boolean,
): Draft | null {
  const bodies = [...earlier(mentions, place), ...earlier(speakers, place)].filter(
    ({ draft, inQuotation, isModifier, isFirst, isBehindPreposition, start }) =>
      (draft.kind === ActorKind.ORGANIZATION ||
        (draft.kind === ActorKind.UNKNOWN && isFirst && !isBehindPreposition)) &&
      draft.isNamed &&
      fits(draft) &&
      !inQuotation &&
      !isModifier &&
      !isInside(start, place.content),
  );
  const nearest = Math.max(...bodies.map(({ sentence }) => sentence));
  const last = bodies.filter(({ sentence }) => sentence === nearest);
  const subjects = last.filter(({ isFirst }) => isFirst);
  const drafts = new Set((subjects.length > 0 ? subjects : last).map(({ draft }) => draft));
  return drafts.size === 1 ? [...drafts][0]! : null;
}

const isClose = (mention: Mention, place: Place): boolean => place.paragraph - mention.paragraph <= 1;
const isInside = (offset: number, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start <= offset && offset < span.end);

/** People, and names that nothing else is known of. */
const isPerson = (draft: Draft): boolean =>
  draft.kind === ActorKind.PERSON ||
  (draft.kind === ActorKind.UNKNOWN && draft.isNamed && draft.name.includes(' ') && nameHint(draft.name) === null);

/** What stands before a place and within reach, the nearest first. */
function earlier(mentions: readonly Mention[], place: Place): Mention[] {
  const first = firstBehind(mentions.length, (index) => mentions[index]!.start < place.start);
  const found: Mention[] = [];
  for (let k = first - 1; k >= 0 && k >= first - window; k -= 1)
    if (place.paragraph - mentions[k]!.paragraph <= reach) found.push(mentions[k]!);
  return found;
}
