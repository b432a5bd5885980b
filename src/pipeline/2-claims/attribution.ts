import type { Attitude, CueClass, CueGrammar } from '../values.js';
import type { ClaimRuleName, HopRule } from './rules/table.js';

/** Offsets in the normalised text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a hop is; TOLD is whoever was spoken to, a hop only when a medium. */
export type HopKind = 'MEDIUM' | 'DOCUMENT' | 'PERSON' | 'TOLD';

/** A hop named beside the speaker: "in an editorial", "told Reuters", "citing two officials". */
export interface Hop extends Stretch {
  /** The linking word ("in", "told"); null when only implied. */
  readonly cue: string | null;
  readonly kind: HopKind;
  readonly rule: HopRule;
}

/** What a rule found, before it becomes a claim. All offsets count in the normalised text. */
export interface Attribution {
  readonly content: readonly Stretch[];
  readonly cue:
    (Stretch & { readonly class: CueClass; readonly entry: number | null; readonly grammar: CueGrammar }) | null;
  readonly speaker: Stretch | null;
  readonly attitude: Attitude;
  readonly hops: readonly Hop[];
  readonly rule: ClaimRuleName;
  readonly confidence: number;
  readonly paragraph: number;
  /** The cue ends its paragraph with a colon: the paragraphs after it are attributed too. */
  readonly opensBlock: boolean;
}
