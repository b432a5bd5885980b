import {
  ClaimKind,
  type ComparedArticle,
  type ComparedClaim,
  type ComparedSource,
  type ComparisonInput,
} from '../values.js';

/** The event as the parts of the comparison look at it: the input, found by key. */
export interface EventView {
  readonly input: ComparisonInput;
  /** Articles of each source, earliest first. Every source compared has an entry. */
  readonly articlesOf: ReadonlyMap<string, readonly ComparedArticle[]>;
  readonly article: ReadonlyMap<string, ComparedArticle>;
  readonly claim: ReadonlyMap<string, ComparedClaim>;
  readonly claimsOf: ReadonlyMap<string, readonly ComparedClaim[]>;
  readonly sources: readonly ComparedSource[];
  /** The article a wire copy goes back to; itself when independent. */
  originalOf(articleId: string): string;
}

/** Articles and claims of sources that are not compared are left out. */
export function viewOf(input: ComparisonInput): EventView {
  const articlesOf = new Map<string, ComparedArticle[]>(input.sources.map((source) => [source.id, []]));
  const ordered = [...input.articles].sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.id, b.id));
  const article = new Map<string, ComparedArticle>();
  for (const each of ordered) {
    const list = articlesOf.get(each.sourceId);
    if (!list) continue;
    list.push(each);
    article.set(each.id, each);
  }
  const claimsOf = new Map<string, ComparedClaim[]>();
  const claims = new Map<string, ComparedClaim>();
  for (const claim of [...input.claims].sort((a, b) => compare(a.id, b.id))) {
    if (!article.has(claim.articleId)) continue;
    claims.set(claim.id, claim);
    const list = claimsOf.get(claim.articleId);
    if (list) list.push(claim);
    else claimsOf.set(claim.articleId, [claim]);
  }
  const originalOf = (articleId: string): string => {
    let at = articleId;
    // A circle cannot come from stage 4, but must not hang us either.
    for (let hops = 0; hops < 50; hops += 1) {
      const next = article.get(at)?.copyOf;
      if (!next || !article.has(next)) return at;
      at = next;
    }
    return at;
  };
  return { input, articlesOf, article, claim: claims, claimsOf, sources: input.sources, originalOf };
}

/** Articles of a source that copy none of the articles compared. */
export function independentArticles(view: EventView, sourceId: string): readonly ComparedArticle[] {
  return (view.articlesOf.get(sourceId) ?? []).filter((article) => view.originalOf(article.id) === article.id);
}

/** Claims of an article that somebody else makes, not the outlet itself. */
export function attributedClaims(view: EventView, articleId: string): readonly ComparedClaim[] {
  return (view.claimsOf.get(articleId) ?? []).filter((claim) => claim.kind !== ClaimKind.ASSERTION);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Number of words: runs of letters and digits, with their inner apostrophes and hyphens. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
