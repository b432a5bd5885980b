import type { Unit } from '../../language/document.js';
import { isPronoun } from '../../language/words.js';
import { ActorKind, TextPart, type ClaimInput, type Extract, type Span } from '../values.js';
import { readPart, type ArticlePart } from './article-part.js';
import { described, ofPossessor, type Situation } from './described-speaker.js';
import { readOwnedDocument } from './document-owner.js';
import type { Draft } from './draft.js';
import type { Mention } from './mentions.js';
import { nothingRead, readPhrase, type PhraseReading } from './phrase.js';
import { resolvePronoun } from './pronouns.js';
import type { Registry } from './registry.js';

const relative = /^(?:who|which|that|whom|whose)$/;

/** Characters behind a phrase in which the owner of its document may be told. */
const behind = 90;

const documentReading = (units: readonly Unit[], head: string): PhraseReading => ({
  ...nothingRead,
  kind: ActorKind.DOCUMENT,
  head,
  isDefinite: /^(?:the|this|that|these|those|his|her|their|its)$/.test(units[0]!.lower),
});

/** What stands around the claim whose phrases are read. */
export interface Surroundings {
  /** Whether it stands inside another: "she said her son had told her", and "she" goes on. */
  readonly isNested: boolean;
  /** Who says the other. */
  readonly speaker: Draft | null;
  /** Names of the media it came through: who speaks to one is another. */
  readonly carriers: readonly string[];
}

/** What a phrase is in its claim. */
export interface PhraseUse {
  readonly isSpeaker?: boolean;
  /** Whether it tells whose a document is, and so is none itself. */
  readonly isOwner?: boolean;
  /** What the speaker says. */
  readonly content?: readonly Span[];
}

/** Reads whom the phrases of an article's claims mean, in the order of the text, and remembers who has spoken. */
export class PhraseReader {
  /** Who is a speaker or a hop. */
  readonly used = new Set<Draft>();
  /** Whose documents are. */
  readonly owners = new Map<Draft, Draft>();
  readonly media = new Set<Draft>();
  surroundings: Surroundings = { isNested: false, speaker: null, carriers: [] };
  private readonly text: ArticlePart;
  private readonly headline: ArticlePart;
  private readonly speakers: Mention[] = [];
  /** Who is told of inside what others say: meant only where nobody else is. */
  private readonly nested: Mention[] = [];
  private readonly registry: Registry;

  constructor(input: ClaimInput, registry: Registry) {
    this.registry = registry;
    this.text = readPart(input.text, registry);
    this.headline = readPart(input.headline ?? '', registry);
  }

  /** @returns whom the phrase means; null where that can't be told */
  read(extract: Extract, part: TextPart, use: PhraseUse = {}): Draft | null {
    const situation = this.situationOf(extract, part, use);
    this.registry.readFrom(part === TextPart.TEXT ? extract.start : -1);
    const draft = this.meant(extract, part, use, situation);
    if (!draft) return null;
    // A name of several words that speaks is a person's, where nothing says otherwise.
    if (use.isSpeaker && draft.kind === ActorKind.UNKNOWN && draft.isNamed && draft.name.includes(' '))
      draft.kind = ActorKind.PERSON;
    this.registry.mention(draft, { start: extract.start, end: extract.end, text: extract.text, in: part });
    this.used.add(draft);
    if (use.isSpeaker && part === TextPart.TEXT) this.hasSpoken(draft, extract.end, situation);
    return draft;
  }

  private partOf(part: TextPart): ArticlePart {
    return part === TextPart.TEXT ? this.text : this.headline;
  }

  private situationOf({ start }: Extract, part: TextPart, { content = [] }: PhraseUse): Situation {
    const { index, mentions, firsts } = this.partOf(part);
    const { carriers } = this.surroundings;
    return {
      registry: this.registry,
      place: { start, ...index.placeOf(start), content },
      mentions,
      firsts,
      // Headlines stand in front of all that is said in the text.
      speakers: part === TextPart.TEXT ? this.speakers : [],
      media: this.media,
      unlessCarrier: (draft) => (draft && carriers.some((name) => name.includes(draft.name)) ? null : draft),
    };
  }

  private hasSpoken(draft: Draft, end: number, { place: { start, sentence, paragraph } }: Situation): void {
    const list = this.surroundings.isNested ? this.nested : this.speakers;
    list.push({
      draft,
      start,
      end,
      sentence,
      paragraph,
      inQuotation: false,
      isFirst: true,
      isBehindPreposition: false,
      isSubject: true,
      isModifier: false,
    });
  }

  private meant(extract: Extract, part: TextPart, use: PhraseUse, situation: Situation): Draft | null {
    const { index } = this.partOf(part);
    const antecedent = relative.test(extract.text) ? index.antecedentOf(extract.start) : null;
    if (antecedent && !isPronoun(antecedent.text)) return this.read(antecedent, part);
    if (isPronoun(extract.text)) return situation.unlessCarrier(this.whoIs(extract.text, part, situation));
    const units = index.unitsIn(extract.start, extract.end);
    const owned = use.isOwner
      ? null
      : readOwnedDocument(index.unitsIn(extract.start, extract.end + behind), units.length);
    if (owned) {
      const document = this.registry.described(documentReading(units, owned.head), extract.text);
      const { start, end } = owned.owner;
      this.giveOwner(document, index.extract(extract.start, start, end), part);
      return document;
    }
    const reading = readPhrase(units, true);
    if (reading.name) return this.registry.named(reading);
    if (reading.head === null) return null;
    const description = { text: extract.text, units, reading, noun: reading.head };
    if (units.length > 3 || !/^(?:his|her|their|its)$/i.test(units[0]!.text))
      return described(description, use.isSpeaker ?? false, situation);
    return ofPossessor(description, this.whoIs(units[0]!.lower, part, situation), this.registry);
  }

  private whoIs(pronoun: string, part: TextPart, { place, mentions, speakers }: Situation): Draft | null {
    const { speaker } = this.surroundings;
    // "Half of the voters said they would": whoever says it, where that is several.
    if (/^they$/i.test(pronoun) && speaker?.kind === ActorKind.GROUP) return speaker;
    const found = resolvePronoun(pronoun, place, mentions, speakers);
    return found || part !== TextPart.TEXT ? found : resolvePronoun(pronoun, place, mentions, this.nested);
  }

  private giveOwner(document: Draft, phrase: Extract, part: TextPart): void {
    if (this.owners.has(document)) return;
    const owner = this.read(phrase, part, { isOwner: true });
    if (!owner || owner === document) return;
    this.owners.set(document, owner);
    document.owner = owner.name;
  }
}
