import type { Store } from '../store.js';

export interface UnfinishedAnalyses {
  /** Versions of articles that wait for their first or next analysis. */
  readonly pending: number;
  /** Versions whose analysis failed; after some attempts they are left alone. */
  readonly failed: number;
}

/** How much is left to analyse? */
export async function countUnfinishedAnalyses(store: Store): Promise<UnfinishedAnalyses> {
  const [counts] = await store.reader.query<[UnfinishedAnalyses]>(
    `SELECT count(*) FILTER (WHERE analysis_state = 'PENDING')::integer AS pending,
            count(*) FILTER (WHERE analysis_state = 'FAILED')::integer AS failed
     FROM article_version WHERE analysis_state IN ('PENDING', 'FAILED')`,
  );
  return counts;
}
