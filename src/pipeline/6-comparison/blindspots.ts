import { PropositionStatus, type Blindspot, type PropositionRow } from '../values.js';
import { independentArticles, type EventView } from './event-view.js';
import { independentReporters } from './reporting.js';
import { claimsByProposition, isDeniedText } from './propositions.js';

const fewestReporting = 2;
// A sentence this near may be the proposition in other words: then it is not clear that the outlet lacks it.
const unclearScore = 0.35;
/**
 * Propositions that at least half of the other independent outlets, and two or more of them, report, and of which a
 * search of this outlet's full texts found nothing. Outlets whose articles are all wire copies are neither counted nor
 * examined: what is missing there is missing in the original. It says what was not found, not why.
 */
export function blindspotsOf(view: EventView, rows: readonly PropositionRow[]): Blindspot[] {
  const independent = view.sources
    .map((source) => source.id)
    .filter((sourceId) => independentArticles(view, sourceId).length > 0);
  const result: Blindspot[] = [];
  const claims = claimsByProposition(view);
  const propositions = new Map(view.input.propositions.map((proposition) => [proposition.id, proposition]));
  const isDenial = (id: string): boolean => isDeniedText(propositions.get(id)!, claims.get(id) ?? []);
  for (const row of rows) {
    // The row of what is denied shows it already.
    if (isDenial(row.propositionId) && row.conflicts.some((conflict) => !isDenial(conflict.propositionId))) continue;
    const cells = new Map(row.cells.map((cell) => [cell.sourceId, cell]));
    const reporters = independentReporters(view, row.cells);
    const reporting = independent.filter((sourceId) => reporters.has(sourceId));
    if (reporting.length < fewestReporting || reporting.length < (independent.length - 1) / 2) continue;
    for (const sourceId of independent) {
      const cell = cells.get(sourceId)!;
      if (cell.status !== PropositionStatus.NOT_REPORTED) continue;
      if (cell.nearest !== null && cell.nearest.score >= unclearScore) continue;
      result.push({
        sourceId,
        propositionId: row.propositionId,
        reportedBySourceIds: reporting,
        searchedArticleIds: cell.searchedArticleIds,
      });
    }
  }
  return result;
}
