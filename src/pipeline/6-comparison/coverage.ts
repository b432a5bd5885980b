import { TimePrecision, type ComparedArticle, type HourRange, type SourceCoverage, type WireGroup } from '../values.js';
import { compare, independentArticles, wordCount, type EventView } from './event-view.js';

const hour = 3_600_000;

/** Between when and when an article was published, in milliseconds: one of which only the day is known, at any time of it. */
function publicationOf(article: ComparedArticle): HourRange {
  const low = Date.parse(article.publishedAt);
  return { low, high: article.publishedAtPrecision === TimePrecision.DAY ? low + 24 * hour : low };
}

/** The earliest of several publications: not before the earliest beginning, not after the earliest end. */
function earliest(publications: readonly HourRange[]): HourRange {
  return publications.reduce((a, b) => ({ low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) }));
}

/** Hours from one publication to another, to a tenth; a first report cannot be later than what follows it. */
function lagBetween(first: HourRange, own: HourRange): HourRange {
  const hours = (milliseconds: number) => Math.round(Math.max(0, milliseconds / hour) * 10) / 10;
  return { low: hours(own.low - first.high), high: hours(own.high - first.low) };
}

/** How much each outlet published about the event, and how long after the first of all. */
export function coverageOf(view: EventView): SourceCoverage[] {
  return view.sources.map((source) => {
    const articles = view.articlesOf.get(source.id) ?? [];
    return {
      sourceId: source.id,
      articles: articles.length,
      independentArticles: independentArticles(view, source.id).length,
      words: articles.reduce((total, article) => total + wordCount(article.text), 0),
      firstPublishedAt: articles[0]?.publishedAt ?? null,
      lagHours: lagOf(view, source.id),
      articleIds: articles.map((article) => article.id),
    };
  });
}

/** An outlet that may have been the first is compared with the others only, so that its own uncertainty counts once. */
function lagOf(view: EventView, sourceId: string): HourRange | null {
  const articles = [...view.article.values()];
  const own = articles.filter((article) => article.sourceId === sourceId).map(publicationOf);
  if (own.length === 0) return null;
  const others = articles.filter((article) => article.sourceId !== sourceId).map(publicationOf);
  if (others.length === 0) return { low: 0, high: 0 };
  return lagBetween(earliest(others), earliest(own));
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
