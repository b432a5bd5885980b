import {
  ActorKind,
  TextPart,
  type ActorResult,
  type ClaimInput,
  type Extract,
  type FoundClaim,
  type Span,
} from '../values.js';
import type { Unit } from '../../language/document.js';
import { isPronoun } from '../../language/words.js';
import { indexArticle, type ArticleIndex } from './article-index.js';
import { complete } from './complete.js';
import { isOwnedBySpeaker, readOwnedDocument } from './document-owner.js';
import { aged, isOffice, isUnnamedSource, lastUnnamed, mayBe, unlessOfAnother } from './descriptions.js';
import { claimsByHop, isInherited } from './inherited-hops.js';
import { anyBodyNouns, officeNouns, sideNouns } from './lexicon.js';
import { findMentions, type Mention } from './mentions.js';
import { meansPerson } from './person-words.js';
import { bodyReading, isOneOfPeople, readPhrase, type PhraseReading } from './phrase.js';
import { resolveBody, resolveDescription, resolvePronoun, type Place } from './pronouns.js';
import type { Draft } from './draft.js';
import { Registry } from './registry.js';

const relative = /^(?:who|which|that|whom|whose)$/;

/** Characters behind a phrase in which the owner of its document may be told. */
const behind = 90;

const documentReading = (units: readonly Unit[], head: string): PhraseReading => ({
  kind: ActorKind.DOCUMENT,
  name: null,
  role: null,
  head,
  isDefinite: /^(?:the|this|that|these|those|his|her|their|its)$/.test(units[0]!.lower),
  country: null,
  owner: null,
});

interface Reader {
  readonly index: ArticleIndex;
  readonly mentions: readonly Mention[];
  /** Where each was named or described first. */
  readonly firsts: ReadonlyMap<Draft, number>;
}

/** Steps 1 to 5 of resolveActors. */
export function resolveSpeakers(input: ClaimInput, claims: readonly FoundClaim[]): ActorResult {
  const registry = new Registry(input.listedActors);
  // The outlet's own name is no person's, whatever its words.
  const outlet = input.source ? registry.named(bodyReading(input.source)) : null;
  const text = reader(input.text, registry);
  const headline = reader(input.headline ?? '', registry);
  const speakers: Mention[] = [];
  /** Who is told of inside what others say: meant only where nobody else is. */
  const nested: Mention[] = [];
  const used = new Set<Draft>();
  const owners = new Map<Draft, Draft>();
  const media = new Set<Draft>();
  // Whether the claim that is read stands inside another: "she said her son had told her", and "she" goes on.
  let isNested = false;
  let around: Draft | null = null;
  // Media of the claim that is read: who speaks to one is another.
  let carriers: readonly string[] = [];
  const unlessCarrier = (draft: Draft | null): Draft | null =>
    draft && carriers.some((name) => name.includes(draft.name)) ? null : draft;

  const whoIs = (pronoun: string, place: Place, part: TextPart): Draft | null => {
    const { mentions } = part === TextPart.TEXT ? text : headline;
    // "Half of the voters said they would": whoever says it, where that is several.
    if (/^they$/i.test(pronoun) && around?.kind === ActorKind.GROUP) return around;
    if (part !== TextPart.TEXT) return resolvePronoun(pronoun, place, mentions, []);
    return resolvePronoun(pronoun, place, mentions, speakers) ?? resolvePronoun(pronoun, place, mentions, nested);
  };

  const read = (
    extract: Extract,
    part: TextPart,
    isSpeaker: boolean,
    content: readonly Span[] = [],
    isOwner = false,
  ): Draft | null => {
    const { index, mentions, firsts } = part === TextPart.TEXT ? text : headline;
    const place = { start: extract.start, ...index.placeOf(extract.start), content };
    registry.readFrom(part === TextPart.TEXT ? extract.start : -1);
    let draft: Draft | null = null;
    const antecedent = relative.test(extract.text) ? index.antecedentOf(extract.start) : null;
    if (antecedent && !isPronoun(antecedent.text)) draft = read(antecedent, part, false);
    else if (isPronoun(extract.text)) draft = unlessCarrier(whoIs(extract.text, place, part));
    else {
      const units = index.unitsIn(extract.start, extract.end);
      const owned = isOwner
        ? null
        : readOwnedDocument(index.unitsIn(extract.start, extract.end + behind), units.length);
      const reading = owned ? documentReading(units, owned.head) : readPhrase(units, true);
      if (owned) {
        draft = registry.described(reading, extract.text);
        if (!owners.has(draft)) {
          const { start, end } = owned.owner;
          const owner = index.extract(extract.start, start, end);
          const ownerDraft = read(owner, part, false, [], true);
          if (ownerDraft && ownerDraft !== draft) {
            owners.set(draft, ownerDraft);
            draft.owner = ownerDraft.name;
          }
        }
      } else if (reading.name) draft = registry.named(reading);
      else if (reading.head === null) draft = null;
      else if (/^(?:his|her|their|its)$/i.test(units[0]!.text) && units.length <= 3) {
        // "his office": whose it is decides, and nothing is guessed where that is not clear.
        const possessor = whoIs(units[0]!.lower, place, part);
        if (!officeNouns.has(reading.head))
          draft = possessor?.isNamed
            ? registry.definiteOf(possessor.name, reading.head)
            : registry.definite([], reading.head);
        if (!draft && possessor)
          draft = registry.described(reading, `${possessor.name}'s ${extract.text.replace(/^\S+\s+/, '')}`);
        else if (!draft && !officeNouns.has(reading.head)) draft = registry.described(reading, extract.text);
      } else {
        // "The official, who asked not to be named"
        const words = units.slice(0, 4).map(({ text: word }) => word);
        const last = words.findIndex((word) => word.toLowerCase() === reading.head);
        const isShort = units.length <= 3 || (last > 0 && units[last + 1]?.text === ',');
        const isDefiniteShort = reading.isDefinite && isShort;
        draft = isDefiniteShort ? registry.definite(words.slice(0, last), reading.head) : null;
        // "the Boston-based company" is the company.
        const bare = /^the \S+-based \S+$/i.test(extract.text) ? 2 : units.length;
        if (!draft && reading.isDefinite && bare <= 2 && anyBodyNouns.has(reading.head))
          draft = unlessCarrier(
            resolveBody(place, mentions, part === TextPart.TEXT ? speakers : [], (body) =>
              mayBe(reading.head!, body, media),
            ),
          );
        const isPersonal =
          aged.test(extract.text) ||
          reading.kind === ActorKind.PERSON ||
          (reading.kind === ActorKind.UNKNOWN && meansPerson(reading.head));
        const isWhose = units.some((unit) => unit.pos === 'PART');
        // What is described here for the first time, with "the", points back to a name.
        const isNew = !draft || (!draft.isNamed && (firsts.get(draft) ?? 0) >= extract.start);
        // "The pilot" alone may be anybody, "the bus driver" as well.
        const isDecorated = units.slice(1, -1).some(({ pos }) => /^(?:ADJ|PROPN|NUM|VERB)$/.test(pos));
        const isTelling = isDecorated || aged.test(extract.text) || isOneOfPeople(units.at(-1)!);
        const isAnaphor = isTelling && units[0]!.lower === 'the' && !isWhose && !isOffice(reading.head);
        const noun = reading.head;
        if (isNew && isSpeaker && isPersonal && isAnaphor)
          draft =
            unlessOfAnother(
              noun,
              resolveDescription(
                place,
                mentions,
                part === TextPart.TEXT ? speakers : [],
                (units.length > 2 || isOneOfPeople(units.at(-1)!)) && !sideNouns.has(noun),
              ),
            ) ?? draft;
        if (isNew && isUnnamedSource(reading.head) && isDefiniteShort)
          draft = lastUnnamed(part === TextPart.TEXT ? speakers : []) ?? draft;
        draft ??= registry.described(reading, extract.text);
      }
    }
    if (!draft) return null;
    // A name of several words that speaks is a person's, where nothing says otherwise.
    if (isSpeaker && draft.kind === ActorKind.UNKNOWN && draft.isNamed && draft.name.includes(' '))
      draft.kind = ActorKind.PERSON;
    registry.mention(draft, { start: extract.start, end: extract.end, text: extract.text, in: part });
    used.add(draft);
    if (isSpeaker && part === TextPart.TEXT)
      (isNested ? nested : speakers).push({
        draft,
        end: extract.end,
        sentence: place.sentence,
        paragraph: place.paragraph,
        start: place.start,
        inQuotation: false,
        isFirst: true,
        isModifier: false,
      });
    return draft;
  };

  // The order in which speakers are named, so that pronouns find who spoke before.
  const order = claims.map((_, index) => index).sort((a, b) => position(claims[a]!) - position(claims[b]!));
  const resolved: { speaker: Draft | null; document: Draft | null; hops: (Draft | null)[] }[] = [];
  const documents = new Map<number, Draft>();
  const byHop = claimsByHop(claims);
  /** By where they are named. */
  const whoSaid = new Map<number, Draft>();
  let lastMedium: Draft | null = null;
  for (const index of order) {
    const claim = claims[index]!;
    let speaker: Draft | null = null;
    const outer = claim.chain.findLast(({ rule, kind }) => rule === 'around' && kind !== ActorKind.DOCUMENT);
    isNested = outer !== undefined;
    around = outer ? (whoSaid.get(outer.start) ?? null) : null;
    carriers = claim.chain.filter(({ kind }) => kind === ActorKind.ORGANIZATION).map(({ text: name }) => name);
    if (claim.speaker && claim.speaker.text === '') {
      speaker = registry.named(bodyReading(claim.speaker.name!));
      used.add(speaker);
    } else if (claim.speaker) speaker = read(claim.speaker, claim.in, true, claim.spans ?? [claim]);
    const hops = claim.chain.map((hop) => {
      const isMedium = hop.kind === ActorKind.ORGANIZATION;
      let draft = documents.get(hop.start) ?? read(hop, claim.in, false);
      // "told the paper": the medium before, and no document.
      if (isMedium && draft?.kind === ActorKind.DOCUMENT) draft = lastMedium ?? draft;
      // Stage 2 knows a medium by where it stands; nobody is "he" for it.
      const isUnsure =
        draft?.kind === ActorKind.UNKNOWN || draft?.kind === ActorKind.PERSON || draft?.kind === ActorKind.DOCUMENT;
      if (draft && isUnsure && isMedium) draft.kind = ActorKind.ORGANIZATION;
      if (isMedium && draft?.isNamed) media.add((lastMedium = draft));
      return draft;
    });
    claim.chain.forEach((hop, depth) => {
      const document = hops[depth];
      if (!document || document.kind !== ActorKind.DOCUMENT) return;
      documents.set(hop.start, document);
      const isOwn = depth === claim.chain.length - 1 && speaker !== null && speaker !== document;
      // "a letter published by the Gazette": who carried it is a hop of its own.
      const isCarriers = hops.slice(0, depth).some((hop) => hop !== null && hop === owners.get(document));
      if (
        isOwn &&
        // What stands around a claim is not its speaker's.
        hop.rule !== 'around' &&
        !isInherited(claim, byHop.get(hop.start) ?? []) &&
        (document.owner === null || isCarriers) &&
        speaker!.kind !== ActorKind.DOCUMENT &&
        isOwnedBySpeaker(hop.text)
      )
        document.owner = speaker!.name;
    });
    if (speaker && claim.speaker) whoSaid.set(claim.speaker.start, speaker);
    let document: Draft | null = null;
    if (speaker?.kind === ActorKind.DOCUMENT && speaker.owner !== null) {
      document = speaker;
      speaker = owners.get(document) ?? ownerOf(document, registry);
      used.add(speaker);
    }
    resolved[index] = { speaker, document, hops };
  }
  const done = claims.map((claim, index) => complete(claim, resolved[index]!, registry, outlet));
  const keys = new Set([...used].map((draft) => registry.keyOf(draft).key));
  const actors = registry
    .results()
    .filter((actor) => keys.has(actor.key) || (actor.mentions.length > 0 && actor.kind !== ActorKind.UNKNOWN));
  return { actors, claims: done };
}

function reader(text: string, registry: Registry): Reader {
  const index = indexArticle(text);
  const mentions = findMentions(index, registry);
  for (const draft of registry.drafts)
    if (draft.isNamed && draft.kind === ActorKind.UNKNOWN) draft.kind = index.votedKind(draft.name) ?? draft.kind;
  const joined = registry.learnFirstNames();
  const resolved = mentions.map((mention) => ({ ...mention, draft: joined.get(mention.draft) ?? mention.draft }));
  return {
    index,
    mentions: resolved,
    firsts: new Map(resolved.toReversed().map(({ draft, start }) => [draft, start])),
  };
}

const position = (claim: FoundClaim): number =>
  (claim.in === TextPart.HEADLINE ? -1e9 : 0) +
  (claim.speaker && claim.speaker.text !== '' ? claim.speaker.start : claim.start);

function ownerOf(document: Draft, registry: Registry): Draft {
  return registry.named(bodyReading(document.owner!));
}
