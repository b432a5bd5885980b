import type { EntityManager } from 'typeorm';
import type {
  ComparedActor,
  ComparedArticle,
  ComparedClaim,
  ComparedProposition,
  ComparedRelation,
  ComparedSource,
  Comparison,
  ComparisonInput,
  Method,
} from '../pipeline/values.js';

/** How many articles of its event a comparison would read; null when there is no such event. */
export async function countComparedArticles(
  manager: EntityManager,
  eventId: string,
  sourceIds: readonly string[] | null,
): Promise<number | null> {
  const [row] = await manager.query<{ articles: number }[]>(
    `SELECT (SELECT count(*)::integer FROM article
             WHERE event_id = event.id AND ($2::uuid[] IS NULL OR source_id = ANY($2))) AS articles
     FROM event WHERE id = $1`,
    [eventId, sourceIds],
  );
  return row?.articles ?? null;
}

/**
 * Everything that stage 6 reads of one event.
 * @param sourceIds the outlets to compare, also those without coverage; null for all that cover the event
 */
export async function loadComparisonInput(
  manager: EntityManager,
  eventId: string,
  sourceIds: readonly string[] | null,
): Promise<ComparisonInput> {
  const parameters = [eventId, sourceIds];
  const sources = await manager.query<ComparedSource[]>(
    `SELECT id, name, kind, country FROM source
     WHERE CASE WHEN $2::uuid[] IS NULL THEN id IN (SELECT source_id FROM article WHERE event_id = $1)
           ELSE id = ANY($2) END
     ORDER BY name, id`,
    parameters,
  );
  const articles = await manager.query<(Omit<ComparedArticle, 'publishedAt'> & { publishedAt: Date })[]>(
    `SELECT a.id, a.source_id AS "sourceId", v.headline, v.text, a.genre, a.published_at AS "publishedAt",
            a.published_at_precision AS "publishedAtPrecision", a.copy_of_id AS "copyOf", coalesce(NOT a.is_accessible_for_free, false) AS "isTruncated",
            v.analysis_note IS NOT NULL AS "isUnread"
     FROM article a JOIN article_version v ON v.article_id = a.id AND v.ordinal = a.latest_ordinal
     WHERE a.event_id = $1 AND ($2::uuid[] IS NULL OR a.source_id = ANY($2))
     ORDER BY a.published_at, a.id`,
    parameters,
  );
  const claims = await manager.query<ComparedClaim[]>(
    `SELECT c.id, c.article_id AS "articleId", c.proposition_id AS "propositionId", c.kind, c.attitude,
            c.cue_class AS "cueClass", c.cue_negated AS "cueNegated", c.cue, c.part = 'HEADLINE' AS "inHeadline", c.text, e.start, e."end",
            c.speaker_id AS "speakerId",
            (SELECT count(*)::integer FROM attribution_link l WHERE l.claim_id = c.id) AS "chainLength"
     FROM claim c JOIN article a ON a.id = c.article_id
          JOIN article_version v ON v.article_id = a.id AND v.ordinal = a.latest_ordinal
          JOIN evidence e ON e.claim_id = c.id AND e.article_version_id = v.id
     WHERE c.event_id = $1 AND c.retracted_at IS NULL AND ($2::uuid[] IS NULL OR c.source_id = ANY($2))
     ORDER BY c.article_id, c.part, e.start, c.id`,
    parameters,
  );
  const actors = await manager.query<ComparedActor[]>(
    // An actor known only inside its article, and described rather than named, is anonymous there.
    `SELECT id, name, kind, scope = 'ARTICLE' AND name !~ '^(The )?[A-Z]' AS "isAnonymous" FROM actor
     WHERE id = ANY($1::uuid[]) ORDER BY id`,
    [[...new Set(claims.map(({ speakerId }) => speakerId).filter((id) => id !== null))]],
  );
  const propositionIds = [...new Set(claims.map(({ propositionId }) => propositionId).filter((id) => id !== null))];
  const propositions = await manager.query<ComparedProposition[]>(
    'SELECT id, text FROM proposition WHERE id = ANY($1::uuid[]) ORDER BY id',
    [propositionIds],
  );
  const relations = await manager.query<ComparedRelation[]>(
    `SELECT first_id AS "firstId", second_id AS "secondId", relation, reasons FROM proposition_relation
     WHERE first_id = ANY($1::uuid[]) AND second_id = ANY($1::uuid[]) ORDER BY first_id, second_id`,
    [propositionIds],
  );
  return {
    eventId,
    sources,
    articles: articles.map((article) => ({ ...article, publishedAt: article.publishedAt.toISOString() })),
    claims,
    actors,
    propositions,
    relations,
  };
}

/** A comparison computed before from the same input; null when there is none. */
export async function findStoredComparison(manager: EntityManager, digest: string): Promise<Comparison | null> {
  const [row] = await manager.query<{ result: Comparison }[]>(
    'SELECT result FROM stored_comparison WHERE digest = $1',
    [digest],
  );
  return row?.result ?? null;
}

/** How many comparisons of one event are kept; an event that grew, or another choice of sources, makes a new one. */
const mostKept = 20;

/** Keeps a comparison under the digest of its input, and lets the oldest of the same event go. */
export async function storeComparison(
  manager: EntityManager,
  digest: string,
  method: Method,
  comparison: Comparison,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO stored_comparison (digest, event_id, engine, version, result, computed_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (digest) DO NOTHING`,
    [digest, comparison.eventId, method.engine, method.version, JSON.stringify(comparison), at],
  );
  await manager.query(
    `DELETE FROM stored_comparison WHERE event_id = $1 AND digest IN (
       SELECT digest FROM stored_comparison WHERE event_id = $1 ORDER BY computed_at DESC, digest OFFSET $2)`,
    [comparison.eventId, mostKept],
  );
}
