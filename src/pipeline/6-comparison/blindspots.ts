import { PropositionStatus, type Blindspot, type ComparedClaim, type PropositionRow } from '../values.js';
import { read } from '../sentence-relation/index.js';
import { compare, independentArticles, type EventView } from './event-view.js';
import { independentReporters } from './reporting.js';
import { claimsByProposition, isDeniedText } from './propositions.js';

// Of a few outlets all the others must report it; of many, this many at least.
const enoughReporting = 3;
const fewestReporting = 2;
// A proposition with fewer content words ("more time") is a piece of one: it may stand anywhere in other words.
const fewestContent = 3;
// A sentence this near may be the proposition in other words: then it is not clear that the outlet lacks it.
const unclearScore = 0.35;

/**
 * Propositions that at least half of the other independent outlets report, three or more of them (or all, where there
 * are only two), and of which a search of this outlet's full texts found nothing; those that most outlets report first.
 * Outlets whose articles are all wire copies, or could not be read, are neither counted nor examined: what is missing in a
 * copy is missing in the original. It says what was not found, not why.
 *
 * Left out is what is not clear: where a sentence of the outlet comes near, or where it reports a proposition that
 * stands in a relation to this one, another figure or less detail.
 *
 * Known failure: a proposition told in other words altogether; the cell's nearest sentence lets a reader check.
 */
export function blindspotsOf(view: EventView, rows: readonly PropositionRow[]): Blindspot[] {
  const independent = view.sources
    .map((source) => source.id)
    .filter((sourceId) => independentArticles(view, sourceId).some((article) => !article.isUnread));
  const fewest = Math.max(fewestReporting, Math.min(enoughReporting, independent.length - 1));
  const claims = claimsByProposition(view);
  const propositions = new Map(view.input.propositions.map((proposition) => [proposition.id, proposition]));
  const isDenial = (id: string): boolean => isDeniedText(propositions.get(id)!, claims.get(id) ?? []);
  const related = relatedPropositions(view);
  const hasClaim = (sourceId: string, id: string): boolean =>
    (claims.get(id) ?? []).some((claim) => view.article.get(claim.articleId)!.sourceId === sourceId);
  const result: Blindspot[] = [];
  for (const row of rows) {
    // The row of what is denied shows it already.
    if (isDenial(row.propositionId) && row.conflicts.some((conflict) => !isDenial(conflict.propositionId))) continue;
    if (read(propositions.get(row.propositionId)!.text, null).content.size < fewestContent) continue;
    const cells = new Map(row.cells.map((cell) => [cell.sourceId, cell]));
    const reporters = independentReporters(view, row.cells);
    const reporting = independent.filter((sourceId) => reporters.has(sourceId));
    if (reporting.length < fewest || reporting.length < (independent.length - 1) / 2) continue;
    for (const sourceId of independent) {
      const cell = cells.get(sourceId)!;
      if (cell.status !== PropositionStatus.NOT_REPORTED) continue;
      if (cell.nearest !== null && cell.nearest.score >= unclearScore) continue;
      const near = related.get(row.propositionId) ?? [];
      if (near.some((id) => hasClaim(sourceId, id))) continue;
      // What others report in more detail, this outlet may report with another detail.
      if (near.some((id) => (related.get(id) ?? []).some((further) => hasClaim(sourceId, further)))) continue;
      result.push({
        sourceId,
        propositionId: row.propositionId,
        reportedBySourceIds: reporting,
        searchedArticleIds: cell.searchedArticleIds,
      });
    }
  }
  const textOf = ({ propositionId }: Blindspot): string => propositions.get(propositionId)!.text;
  result.sort(
    (a, b) =>
      b.reportedBySourceIds.length - a.reportedBySourceIds.length ||
      compare(textOf(a), textOf(b)) ||
      compare(a.propositionId, b.propositionId) ||
      compare(a.sourceId, b.sourceId),
  );
  return withoutPieces(result, claims, related);
}

function relatedPropositions(view: EventView): ReadonlyMap<string, readonly string[]> {
  const related = new Map<string, string[]>();
  for (const { firstId, secondId } of view.input.relations) {
    for (const [id, other] of [
      [firstId, secondId],
      [secondId, firstId],
    ] as const) {
      const list = related.get(id);
      if (list) list.push(other);
      else related.set(id, [other]);
    }
  }
  return related;
}

/**
 * Claims stand in claims ("she said that A": A), and one proposition refines another: what an outlet lacks is told once,
 * by the first of the list.
 */
function withoutPieces(
  blindspots: readonly Blindspot[],
  claims: ReadonlyMap<string, readonly ComparedClaim[]>,
  related: ReadonlyMap<string, readonly string[]>,
): Blindspot[] {
  const kept = new Map<string, ComparedClaim[]>();
  return blindspots.filter(({ sourceId, propositionId }) => {
    const own = claims.get(propositionId) ?? [];
    const known = kept.get(sourceId) ?? [];
    const isTold = known.some(
      (other) =>
        related.get(propositionId)?.includes(other.propositionId!) || own.some((claim) => isOverlapping(claim, other)),
    );
    if (isTold) return false;
    kept.set(sourceId, [...known, ...own]);
    return true;
  });
}

function isOverlapping(one: ComparedClaim, other: ComparedClaim): boolean {
  if (one.articleId !== other.articleId || one.inHeadline !== other.inHeadline) return false;
  return one.start < other.end && other.start < one.end;
}
