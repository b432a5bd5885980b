import type { Comparison, ComparisonInput } from '../values.js';
import { blindspotsOf } from './blindspots.js';
import { coverageOf, wireGroupsOf } from './coverage.js';
import { divergencesOf } from './divergence.js';
import { viewOf } from './event-view.js';
import { limitsOf } from './limits.js';
import { propositionRowsOf } from './propositions.js';
import { voicesOf } from './voices.js';

export { method } from './method.js';

/**
 * Stage 6: how the outlets of one event differ.
 *
 * 1. Coverage: articles, words, lag; articles that print one text are a wire group and count once (coverage.ts).
 * 2. Voices: who is quoted how much, with intervals by bootstrap over articles (voices.ts, bootstrap.ts), and how far two
 *    outlets differ in that beyond chance (divergence.ts).
 * 3. Propositions × outlets: from claims, and where an outlet has none, from a search of its full texts
 *    (propositions.ts, search.ts); agreement and conflicts.
 * 4. Blindspots (blindspots.ts).
 * 5. Limits: what was not computed, and what limits what was (limits.ts).
 *
 * The same input gives the same output: random draws are seeded with the event's id. Input and output are plain JSON.
 */
export function compareEvent(input: ComparisonInput): Comparison {
  const view = viewOf(input);
  const coverage = coverageOf(view);
  const propositions = propositionRowsOf(view);
  return {
    eventId: input.eventId,
    coverage,
    wireGroups: wireGroupsOf(view),
    voices: voicesOf(view),
    divergences: divergencesOf(view),
    propositions,
    blindspots: blindspotsOf(view, propositions),
    limits: limitsOf(view, coverage),
  };
}
