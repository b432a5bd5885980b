import type { ActorKind, ListedActor } from './actor.js';
import type { Extract, Span, TextPart } from './span.js';

/** How the words of a Claim relate to what was said (after PARC's direct, indirect and mixed attribution). */
export enum ClaimKind {
  /** Verbatim, in quotation marks. */
  DIRECT = 'DIRECT',
  /** Partly verbatim. */
  MIXED = 'MIXED',
  /** In the outlet's words, attributed to a speaker. */
  INDIRECT = 'INDIRECT',
  /** The outlet's own voice: the speaker is the Source. */
  ASSERTION = 'ASSERTION',
}

/** Whether somebody says, believes or intends the content. */
export enum Attitude {
  SPEECH = 'SPEECH',
  BELIEF = 'BELIEF',
  INTENTION = 'INTENTION',
}

/** What the reporting word adds to the content. */
export enum CueClass {
  NEUTRAL = 'NEUTRAL',
  ASSERTIVE = 'ASSERTIVE',
  FACTIVE = 'FACTIVE',
  CONCESSIVE = 'CONCESSIVE',
  DENIAL = 'DENIAL',
  ACCUSATION = 'ACCUSATION',
  DOUBT = 'DOUBT',
  DIRECTIVE = 'DIRECTIVE',
  PREDICTION = 'PREDICTION',
}

/** When the attributing verb group puts the saying, by its form (TimeML's TENSE). */
export enum CueTense {
  PAST = 'PAST',
  PRESENT = 'PRESENT',
  FUTURE = 'FUTURE',
}

/** How the verb group sees the saying in time (TimeML's ASPECT). */
export enum CueAspect {
  SIMPLE = 'SIMPLE',
  PERFECT = 'PERFECT',
  PROGRESSIVE = 'PROGRESSIVE',
  PERFECT_PROGRESSIVE = 'PERFECT_PROGRESSIVE',
}

/**
 * With which force a modal verb takes the saying out of what is so (Palmer 2001: irrealis). "May" and "must" are not told
 * apart by whether they speak of knowledge or of duty: their forms don't say.
 */
export enum CueModality {
  /** can, could, may, might */
  POSSIBILITY = 'POSSIBILITY',
  /** must, should, ought to */
  NECESSITY = 'NECESSITY',
  /** would */
  HYPOTHETICAL = 'HYPOTHETICAL',
}

export enum CueVoice {
  ACTIVE = 'ACTIVE',
  PASSIVE = 'PASSIVE',
}

/** What the form of the attributing verb group says, after TimeML; all null but `negated` where the cue is no verb. */
export interface CueGrammar {
  /** Whether it is said not to be said: "did not say", "nobody believes". */
  readonly negated: boolean;
  /** Null also for participles (", adding that") and after a modal verb other than "will". */
  readonly tense: CueTense | null;
  readonly aspect: CueAspect | null;
  /** Null where no modal verb stands. */
  readonly modality: CueModality | null;
  readonly voice: CueVoice | null;
}

/** The words that attribute the content: "said", "according to". */
export interface Cue extends Extract, CueGrammar {
  readonly class: CueClass;
  /** Line of the list of cues that it was found by; null where a rule has its words. */
  readonly entry: number | null;
}

/** Who the text names as speaker. `name`, `kind` and `actor` are filled by stage 3. */
export interface Speaker extends Extract {
  /** Canonical name of the resolved actor, also where the mention is "he"; null while unresolved. */
  readonly name: string | null;
  readonly kind: ActorKind | null;
  /** `key` of the ResolvedActor; null while unresolved. */
  readonly actor: string | null;
}

/** One hop of "through whom", between the outlet and the speaker; outermost first, depth from 1. */
export interface ChainHop extends Extract {
  readonly depth: number;
  readonly name: string | null;
  readonly kind: ActorKind | null;
  readonly actor: string | null;
  /** The words that make the link: "told", "in", "citing"; null when it is only implied. */
  readonly cue: string | null;
  /** Whose document it is ("an editorial in China Daily": China Daily); null for a person or an unowned document. */
  readonly owner: string | null;
  /** Whether Parallax holds the document of this hop. Stages never know: false until the store says otherwise. */
  readonly held: boolean;
  /** Which rule made the hop. */
  readonly rule: string;
}

/** One claim as stages 2 and 3 find it in an article. */
export interface FoundClaim extends Extract {
  readonly kind: ClaimKind;
  readonly attitude: Attitude;
  /** Which text all offsets of this claim count in. */
  readonly in: TextPart;
  /** Only where the content is interrupted ("A," he said, "B"): its pieces, in order, within start..end. */
  readonly spans?: readonly Span[];
  readonly cue: Cue | null;
  readonly speaker: Speaker | null;
  readonly chain: readonly ChainHop[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Which template made it. */
  readonly rule: string;
}

/** What stages 2 and 3 read. */
export interface ClaimInput {
  readonly headline: string | null;
  readonly text: string;
  /** Name of the outlet: the speaker of its assertions. */
  readonly source: string | null;
  readonly publishedAt: string | null;
  /** BCP 47; null when unknown. */
  readonly language: string | null;
  /** The actors of a user's table whose names may stand in the text; left out where there are none. */
  readonly listedActors?: readonly ListedActor[];
}

export interface ClaimResult {
  readonly claims: readonly FoundClaim[];
  /** Why nothing was looked for (e.g. no rules for the language); null when the whole text was read. */
  readonly notComputed: string | null;
}
