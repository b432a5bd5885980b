import type {
  ActorResult,
  ClaimInput,
  Comparison,
  ComparisonInput,
  EventArticle,
  EventAssignment,
  PropositionClaim,
  PropositionResult,
} from '../pipeline/values.js';
import { findClaims } from '../pipeline/2-claims/index.js';
import { resolveActors } from '../pipeline/3-actors/index.js';
import { formsInText } from '../pipeline/3-actors/listed-forms.js';
import { assignEvent, eventFeatures, noteOnLanguage, type EventFeatures } from '../pipeline/4-events/index.js';
import { groupPropositions } from '../pipeline/5-propositions/index.js';
import { compareEvent } from '../pipeline/6-comparison/index.js';
import type { StoredDocument } from '../store/reprocessing/reading.js';
import type { StoredReading } from './read-stored.js';

/** Stage 1, of a document that is held. What only it needs is loaded when first asked for. */
export async function readStored(document: StoredDocument): Promise<StoredReading> {
  return (await import('./read-stored.js')).readStored(document);
}

export interface TextAnalysis extends ActorResult {
  /** What the stages did not do, or did without rules for the language; null when the whole text was read by all. */
  readonly note: string | null;
}

/**
 * Longest text in which claims are looked for, in UTF-16 code units: a hundred times a long article, read in some
 * seconds. What is longer is a book or a dump: its claims would fill the database and hold up all other articles.
 */
export const longestText = 500_000;

/** Stages 2 and 3: the claims of an article and who makes them, and what of stages 2 to 4 its language keeps from it. */
export function analyseText(input: ClaimInput): TextAnalysis {
  const { length } = input.text;
  if (length > longestText) {
    const tooLong = `The text is ${length} characters long; claims are looked for in up to ${longestText}.`;
    return { claims: [], actors: [], note: joined(tooLong, noteOnLanguage(input.text, input.language)) };
  }
  const { claims, notComputed } = findClaims(input);
  const note = joined(notComputed, noteOnLanguage(input.text, input.language));
  return { ...resolveActors(input, claims), note };
}

const joined = (...notes: readonly (string | null)[]): string | null =>
  notes.filter((note) => note !== null).join(' ') || null;

/** Forms of the names that may stand in a text, to be looked up in a user's table of actors. */
export function findForms(text: string): readonly string[] {
  return text.length > longestText ? [] : formsInText(text);
}

/** An article of which only the version's id need be known, once its features have been made in this thread. */
export interface PlacementCandidate {
  readonly versionId: string;
  readonly event: string;
}

export interface PlacementInput {
  readonly versionId: string;
  readonly candidates: readonly PlacementCandidate[];
  /** Articles by version id, of those whose features this thread may not have. */
  readonly articles: readonly (readonly [versionId: string, article: EventArticle])[];
}

/** An assignment, or the ids of the versions whose articles are needed for it. */
export type Placement = { readonly missing: readonly string[] } | { readonly assignment: EventAssignment };

/** Features are some kilobytes an article: what two weeks of a busy installation hold. */
const mostFeatures = 20_000;
const featuresByVersion = new Map<string, EventFeatures>();

function keepFeatures(versionId: string, features: EventFeatures): void {
  featuresByVersion.delete(versionId);
  featuresByVersion.set(versionId, features);
  if (featuresByVersion.size > mostFeatures) {
    featuresByVersion.delete(featuresByVersion.keys().next().value as string);
  }
}

/** Stage 4. The features of articles are kept in the thread, so that texts are sent to it once. */
export function placeArticle({ versionId, candidates, articles }: PlacementInput): Placement {
  const sent = new Map(articles.map(([id, article]) => [id, eventFeatures(article)]));
  const find = (id: string) => sent.get(id) ?? featuresByVersion.get(id);
  const missing = [versionId, ...candidates.map((candidate) => candidate.versionId)].filter((id) => !find(id));
  for (const [id, features] of sent) keepFeatures(id, features);
  if (missing.length > 0) return { missing };
  const placed = candidates.map((candidate) => ({
    features: find(candidate.versionId) as EventFeatures,
    event: candidate.event,
  }));
  return { assignment: assignEvent(find(versionId) as EventFeatures, placed) };
}

/** Stage 5. */
export function lineUp(claims: readonly PropositionClaim[]): PropositionResult {
  return groupPropositions(claims);
}

/** Stage 6. */
export function compare(input: ComparisonInput): Comparison {
  return compareEvent(input);
}
