import { ArticleVersion } from '../../../entities/index.js';
import type { Store } from '../store.js';
import { groupedBy, inOrderOf, rowShape } from './row.js';

/** Which versions do these articles have? The oldest first. */
export async function versionsOfArticles(store: Store, articleIds: readonly string[]): Promise<ArticleVersion[][]> {
  const shape = rowShape(store, ArticleVersion);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT ${shape.columns('row')} FROM article_version row
     WHERE row.article_id = ANY($1::uuid[]) ORDER BY row.article_id, row.ordinal`,
    [articleIds],
  );
  return groupedBy(articleIds, raw.map(shape.read), (row) => row.articleId);
}

/** How do these articles read now? */
export async function latestVersionsOfArticles(
  store: Store,
  articleIds: readonly string[],
): Promise<(ArticleVersion | null)[]> {
  const shape = rowShape(store, ArticleVersion);
  const raw = await store.dataSource.query<Record<string, unknown>[]>(
    `SELECT ${shape.columns('row')} FROM article
     JOIN article_version row ON row.article_id = article.id AND row.ordinal = article.latest_ordinal
     WHERE article.id = ANY($1::uuid[])`,
    [articleIds],
  );
  return inOrderOf(articleIds, raw.map(shape.read), (row) => row.articleId);
}
