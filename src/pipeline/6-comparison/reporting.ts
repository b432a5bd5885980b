import type { PropositionCell } from '../values.js';
import type { EventView } from './event-view.js';

/**
 * The outlets that report a proposition, wire copies counted once: an outlet that has it only in a copy counts as the
 * outlet of the original.
 */
export function independentReporters(view: EventView, cells: readonly PropositionCell[]): Set<string> {
  const sources = new Set<string>();
  for (const cell of cells) {
    const articles = evidenceArticles(view, cell);
    if (articles.length === 0) continue;
    const isIndependent = articles.some((id) => view.originalOf(id) === id);
    sources.add(isIndependent ? cell.sourceId : view.article.get(view.originalOf(articles[0]!))!.sourceId);
  }
  return sources;
}

function evidenceArticles(view: EventView, cell: PropositionCell): string[] {
  return [
    ...cell.claimIds.map((id) => view.claim.get(id)!.articleId),
    ...cell.passages.map((passage) => passage.articleId),
  ];
}
