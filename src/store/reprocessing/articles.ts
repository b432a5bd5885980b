import type { DataSource, EntityManager } from 'typeorm';
import type { ReprocessingFailure } from '../../../entities/index.js';
import { ClaimChangeKind } from '../../../entities/index.js';
import type { NewClaimChange } from '../claim-log.js';

/** An article that a process has taken to compute it again. */
export interface TakenArticle {
  readonly reprocessingId: string;
  readonly articleId: string;
  readonly isForced: boolean;
  /** How often it was taken, this time included. */
  readonly takings: number;
}

/** What came of one article. */
export interface ReprocessedArticle {
  readonly changes: readonly Pick<NewClaimChange, 'kind'>[];
  readonly hasNewVersion: boolean;
  /** What of it could not be computed; null when all could. */
  readonly failure: Pick<ReprocessingFailure, 'code' | 'message'> | null;
}

/** So many failures of a round are named; the others are only counted. */
const mostFailures = 1_000;

/**
 * Takes the next article, the earliest published first; those that a process has taken before come last, as it may still
 * be at them. Nothing is locked afterwards: whoever dies with an article leaves it to the others.
 */
export async function takeArticle(dataSource: DataSource, signature: string): Promise<TakenArticle | null> {
  const [rows] = await dataSource.query<[TakenArticle[], number]>(
    `UPDATE reprocessing_article SET takings = takings + 1
     WHERE (reprocessing_id, article_id) IN (
       SELECT i.reprocessing_id, i.article_id
       FROM reprocessing_article i JOIN reprocessing r ON r.id = i.reprocessing_id WHERE r.methods = $1
       ORDER BY i.takings, i.published_at, i.article_id LIMIT 1 FOR UPDATE OF i SKIP LOCKED)
     RETURNING reprocessing_id AS "reprocessingId", article_id AS "articleId", is_forced AS "isForced", takings`,
    [signature],
  );
  return rows[0] ?? null;
}

/** Whether the article still waits; if so nobody else finishes it before this transaction ends. */
export async function holdArticle(manager: EntityManager, article: TakenArticle): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM reprocessing_article WHERE reprocessing_id = $1 AND article_id = $2 FOR UPDATE',
    [article.reprocessingId, article.articleId],
  );
  return rows.length > 0;
}

/** Takes an article off the list and counts what came of it, once, whoever else computed it too. */
export async function finishArticle(
  manager: EntityManager,
  { reprocessingId, articleId }: TakenArticle,
  { changes, hasNewVersion, failure }: ReprocessedArticle,
): Promise<void> {
  const count = (kind: ClaimChangeKind) => changes.filter((change) => change.kind === kind).length;
  await manager.query(
    `WITH finished AS (
       DELETE FROM reprocessing_article WHERE reprocessing_id = $1 AND article_id = $2 RETURNING article_id
     ), named AS (
       SELECT jsonb_build_object('articleId', a.id, 'headline', a.headline) || $3::jsonb AS failure
       FROM article a JOIN finished f ON f.article_id = a.id WHERE $3::jsonb IS NOT NULL
     )
     UPDATE reprocessing SET done = done + $4, failed = failed + $5, new_versions = new_versions + $6,
       added = added + $7, changed = changed + $8, retracted = retracted + $9,
       failures = CASE WHEN jsonb_array_length(failures) < ${mostFailures}
                  THEN failures || coalesce((SELECT failure FROM named), '[]') ELSE failures END
     WHERE id = $1 AND EXISTS (SELECT FROM finished)`,
    [
      reprocessingId,
      articleId,
      failure === null ? null : JSON.stringify(failure),
      failure === null ? 1 : 0,
      failure === null ? 0 : 1,
      hasNewVersion ? 1 : 0,
      count(ClaimChangeKind.ADDED),
      count(ClaimChangeKind.CHANGED),
      count(ClaimChangeKind.RETRACTED),
    ],
  );
}
