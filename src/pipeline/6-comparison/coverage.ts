import type { SourceCoverage, WireGroup } from '../values.js';
import { compare, independentArticles, wordCount, type EventView } from './event-view.js';

const hour = 3_600_000;

/** How much each outlet published about the event, and how long after the first of all. */
export function coverageOf(view: EventView): SourceCoverage[] {
  const times = [...view.article.values()].map((article) => Date.parse(article.publishedAt));
  const first = times.reduce((earliest, time) => Math.min(earliest, time), Infinity);
  return view.sources.map((source) => {
    const articles = view.articlesOf.get(source.id) ?? [];
    const firstPublishedAt = articles[0]?.publishedAt ?? null;
    return {
      sourceId: source.id,
      articles: articles.length,
      independentArticles: independentArticles(view, source.id).length,
      words: articles.reduce((total, article) => total + wordCount(article.text), 0),
      firstPublishedAt,
      lagHours: firstPublishedAt === null ? null : (Date.parse(firstPublishedAt) - first) / hour,
      articleIds: articles.map((article) => article.id),
    };
  });
}

/** Articles that print one text, by their original. Only groups of two or more. */
export function wireGroupsOf(view: EventView): WireGroup[] {
  const groups = new Map<string, string[]>();
  for (const article of view.article.keys()) {
    const original = view.originalOf(article);
    const list = groups.get(original);
    if (list) list.push(article);
    else groups.set(original, [article]);
  }
  return [...groups]
    .filter(([, articles]) => articles.length > 1)
    .map(([originalArticleId, articleIds]) => ({
      originalArticleId,
      articleIds,
      sourceIds: [...new Set(articleIds.map((id) => view.article.get(id)!.sourceId))].sort(compare),
    }));
}
