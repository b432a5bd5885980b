import { whyNotEnglish } from '../../language/english.js';
import type { ActorResult, ClaimInput, FoundClaim } from '../values.js';
import { resolveSpeakers } from './speakers.js';

export { method } from './method.js';

/**
 * Resolves who speaks in the claims of one article.
 * Steps: 1. names and roles found over the text, surnames and initials joined to full names; 2. each speaker read, in the
 * order of the text: name, role, definite description or pronoun; 3. documents given their owner, who then is the speaker;
 * 4. hops of the chain resolved, and those left out that are the speaker himself; 5. actors keyed and listed: those with a
 * name, and those that speak.
 * @param claims as stage 2 found them in the same input
 * @returns the same claims in the same order, resolved, and the actors; where nothing can be told, `name` stays null
 */
export function resolveActors(input: ClaimInput, claims: readonly FoundClaim[]): ActorResult {
  if (whyNotEnglish(input.text, input.language)) return { actors: [], claims };
  return resolveSpeakers(input, claims);
}
