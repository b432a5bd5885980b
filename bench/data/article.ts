import {
  ActorScope,
  CueAspect,
  Attitude,
  Genre,
  LanguageBasis,
  CueTense,
  TextPart,
  TimePrecision,
  CueVoice,
} from '../../src/pipeline/values.js';
import type {
  ActorMention,
  CleanArticle,
  CueGrammar,
  FoundClaim,
  ResolvedActor,
  Span,
} from '../../src/pipeline/values.js';
import type { InventedActor } from './actors.js';
import { narration, wordingOf, type Fact, type Topic } from './facts.js';
import type { Random } from './random.js';
import { assertion, hopKind, quotation, quotingHeadline, type ClaimSentence } from './sentences.js';
import type { InventedSource } from './sources.js';
import { nameOf } from './words.js';

/** An article of the data set, as stage 1 would give it, with what stages 2 and 3 would find in it. */
export interface InventedArticle {
  readonly externalId: string;
  readonly source: InventedSource;
  readonly url: string | null;
  readonly clean: CleanArticle & { readonly publishedAt: string };
  readonly claims: readonly FoundClaim[];
  readonly actors: readonly ResolvedActor[];
  /** For each claim the fact that it states, by its index in the event. */
  readonly facts: readonly number[];
}

/** What an article is made of. */
export interface ArticlePlan {
  readonly externalId: string;
  readonly source: InventedSource;
  readonly publishedAt: Date;
  readonly topic: Topic;
  /** Who may speak, those of the first claims first. */
  readonly cast: readonly InventedActor[];
  /** Those who must speak here, in their order. */
  readonly called: readonly InventedActor[];
  readonly facts: readonly Fact[];
  readonly pickFact: (random: Random) => number;
  readonly claims: number;
}

const wordsOf = (text: string) => text.split(/\s+/).length;

/** Sentences in paragraphs of three, each with where it begins. */
function layOut(sentences: readonly string[]): { text: string; starts: number[] } {
  let text = '';
  const starts = sentences.map((sentence, place) => {
    if (place > 0) text += place % 3 === 0 ? '\n\n' : ' ';
    const start = text.length;
    text += sentence;
    return start;
  });
  return { text, starts };
}

/** Writes the article: its claims, among sentences in which nobody is quoted, up to the length of a news story. */
export function writeArticle(plan: ArticlePlan, random: Random): InventedArticle {
  const { topic } = plan;
  const wanted = random.between(400, 600);
  const hasQuotingHeadline = random.percent(25);
  const told = Array.from({ length: plan.claims }, (_, place) =>
    tellOne(plan, place, place === 0 && hasQuotingHeadline, random),
  );
  const [headlined, inText] = hasQuotingHeadline ? [told[0], told.slice(1)] : [undefined, told];
  const headline = headlined?.sentence.text ?? `${topic.place} ${wordingOf(plan.facts[0] as Fact, topic, random)}`;

  const sentences = inText.map(({ sentence }) => sentence.text);
  const places = sentences.map((_, place) => place);
  for (let words = wordsOf(sentences.join(' ')); words < wanted;) {
    const sentence = narration(topic, random);
    const at = random.below(places.length + 1);
    places.splice(at, 0, -1);
    sentences.push(sentence);
    words += wordsOf(sentence);
  }
  let narrated = inText.length;
  const ordered = places.map((place) => sentences[place === -1 ? narrated++ : place] as string);
  const { text, starts } = layOut(ordered);
  const startOf = new Map(places.map((place, index) => [place, starts[index] as number]));

  const claims = told.map((one, place) => {
    const index = place - (headlined ? 1 : 0);
    const isInHeadline = one === headlined;
    return claimOf(
      one,
      isInHeadline ? headline : text,
      isInHeadline ? 0 : (startOf.get(index) as number),
      isInHeadline,
    );
  });
  const speakers = [
    ...new Map(told.flatMap(({ speaker }) => (speaker ? [[speaker.key, speaker] as const] : []))).values(),
  ];
  return {
    externalId: plan.externalId,
    source: plan.source,
    url: plan.source.domain === null ? null : `https://www.${plan.source.domain}/${plan.externalId}`,
    clean: {
      headline,
      byline: random.percent(70) ? `${nameOf(random.below(400))} ${nameOf(random.below(9_000))}` : null,
      publishedAt: plan.publishedAt.toISOString(),
      publishedAtPrecision: TimePrecision.SECOND,
      language: 'en',
      languageBasis: LanguageBasis.DETECTED,
      genre: random.percent(8) ? Genre.OPINION : Genre.REPORTAGE,
      canonicalUrl: null,
      siteName: null,
      isAccessibleForFree: random.percent(30) ? false : null,
      text,
    },
    claims,
    actors: speakers.map((actor) => resolved(actor, claims)),
    facts: told.map(({ fact }) => fact),
  };
}

interface Told {
  readonly sentence: ClaimSentence;
  readonly speaker: InventedActor | null;
  readonly fact: number;
}

function tellOne(plan: ArticlePlan, place: number, isHeadline: boolean, random: Random): Told {
  const fact = plan.pickFact(random);
  const content = wordingOf(plan.facts[fact] as Fact, plan.topic, random);
  const called = plan.called[place];
  // A quarter of what news states it states in its own voice.
  if (!called && !isHeadline && random.percent(25)) return { sentence: assertion(content), speaker: null, fact };
  const named = plan.cast.filter(({ scope }) => scope === ActorScope.EVERYWHERE);
  const speaker = called ?? random.pick(named);
  if (isHeadline) return { sentence: quotingHeadline(content, speaker), speaker, fact };
  const document = random.percent(12) ? { owner: `the ${plan.source.name}` } : null;
  const mention = speaker.aliases.length > 0 && place > 3 ? (speaker.aliases[0] as string) : speaker.name;
  return { sentence: quotation(content, speaker, mention, document, random), speaker, fact };
}

/** All cue verbs here are in the past, but for those of headlines. */
function grammarOf(cue: string): CueGrammar {
  if (cue === 'according to') return { negated: false, tense: null, aspect: null, modality: null, voice: null };
  const tense = /^(?:told|.*(?:d|ed))\b/.test(cue) ? CueTense.PAST : CueTense.PRESENT;
  return { negated: false, tense, aspect: CueAspect.SIMPLE, modality: null, voice: CueVoice.ACTIVE };
}

function claimOf({ sentence, speaker }: Told, text: string, at: number, isInHeadline: boolean): FoundClaim {
  const moved = <Part extends Span>(part: Part): Part => ({ ...part, start: part.start + at, end: part.end + at });
  const content = sentence.content.map(moved);
  const [first, last] = [content[0] as Span, content.at(-1) as Span];
  const { hop } = sentence;
  return {
    kind: sentence.kind,
    attitude: Attitude.SPEECH,
    in: isInHeadline ? TextPart.HEADLINE : TextPart.TEXT,
    start: first.start,
    end: last.end,
    text: content.map(({ start, end }) => text.slice(start, end)).join(' '),
    ...(content.length > 1 ? { spans: content } : {}),
    cue: sentence.cue && { ...moved(sentence.cue), entry: null, ...grammarOf(sentence.cue.text) },
    speaker:
      sentence.speaker && speaker
        ? { ...moved(sentence.speaker), name: speaker.name, kind: speaker.kind, actor: speaker.key }
        : null,
    chain: hop
      ? [{ ...moved(hop), depth: 1, name: hop.text, kind: hopKind, actor: null, held: false, rule: 'bench' }]
      : [],
    confidence: 0.8,
    rule: 'bench',
  };
}

function resolved(actor: InventedActor, claims: readonly FoundClaim[]): ResolvedActor {
  const mentions = claims.flatMap(({ speaker, in: part }): ActorMention[] =>
    speaker?.actor === actor.key ? [{ start: speaker.start, end: speaker.end, text: speaker.text, in: part }] : [],
  );
  return {
    ...actor,
    roles: actor.role === null ? [] : [actor.role],
    wikidataId: null,
    isListed: false,
    mentions,
    confidence: 0.9,
  };
}
