import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { ParallaxError } from '../../errors.js';
import { stalenessColumns, type StageMethods } from './stale.js';

/** Which stored articles to compute again. */
export interface ReprocessingChoice {
  /** Those that are current too. */
  readonly all: boolean;
  /** Name or domain of an outlet; null for all. */
  readonly source: string | null;
  /** Published then or later; null for all. */
  readonly since: Date | null;
  /** At most so many, the latest published; null for all. */
  readonly limit: number | null;
}

export const everyStaleArticle: ReprocessingChoice = { all: false, source: null, since: null, limit: null };

/** By which processes recognise a round that is meant for engines like their own. */
export const signatureOf = (methods: StageMethods): string =>
  Object.values(methods)
    .map(({ engine, version }) => `${engine} ${version}`)
    .join(', ');

async function chosen(
  manager: EntityManager,
  choice: ReprocessingChoice,
  methods: StageMethods,
): Promise<{ readonly sql: string; readonly parameters: unknown[] }> {
  const { isTextStale, isAnalysisStale } = stalenessColumns(methods);
  const sourceIds = choice.source === null ? null : await findSources(manager, choice.source);
  return {
    sql: `
      SELECT a.id, a.published_at FROM article a
             JOIN article_version v ON v.article_id = a.id AND v.ordinal = a.latest_ordinal
      WHERE ($1::uuid[] IS NULL OR a.source_id = ANY($1)) AND ($2::timestamptz IS NULL OR a.published_at >= $2)
        ${choice.all ? '' : `AND (${isTextStale} OR ${isAnalysisStale})`}
      ORDER BY a.published_at DESC, a.id LIMIT $3`,
    parameters: [sourceIds, choice.since, choice.limit],
  };
}

/** @throws ParallaxError BAD_USER_INPUT when there is none of this name or domain */
async function findSources(manager: EntityManager, name: string): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM source WHERE lower(name) = lower($1) OR domain = lower($1)',
    [name.trim()],
  );
  if (rows.length > 0) return rows.map(({ id }) => id);
  throw new ParallaxError('BAD_USER_INPUT', `There is no outlet with the name or domain "${name.slice(0, 80)}".`);
}

/**
 * How many articles would be computed again.
 * @throws ParallaxError BAD_USER_INPUT for an unknown outlet
 */
export async function countChosen(
  manager: EntityManager,
  choice: ReprocessingChoice,
  methods: StageMethods,
): Promise<number> {
  const { sql, parameters } = await chosen(manager, choice, methods);
  const [{ articles }] = await manager.query<[{ articles: number }]>(
    `SELECT count(*)::integer AS articles FROM (${sql}) AS chosen`,
    parameters,
  );
  return articles;
}

async function findUnderWay(manager: EntityManager, methods: StageMethods): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id FROM reprocessing r
     WHERE methods = $1 AND EXISTS (SELECT FROM reprocessing_article WHERE reprocessing_id = r.id)
     ORDER BY requested_at DESC, id LIMIT 1`,
    [signatureOf(methods)],
  );
  return row?.id ?? null;
}

/**
 * Writes down which articles are to be computed again: from here on nothing of that is lost. What an earlier round for
 * other engines has left goes: nobody would do it.
 * @param unlessUnderWay begins none while one for the same engines is under way; that one is the answer then
 * @returns null when there are no articles to compute
 * @throws ParallaxError BAD_USER_INPUT for an unknown outlet
 */
export async function beginReprocessing(
  dataSource: DataSource,
  choice: ReprocessingChoice,
  methods: StageMethods,
  at: Date,
  unlessUnderWay = false,
): Promise<string | null> {
  return dataSource.transaction(async (manager) => {
    // Services that start together begin one round.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('parallax reprocessing'))`);
    const underWay = unlessUnderWay ? await findUnderWay(manager, methods) : null;
    if (underWay !== null) return underWay;
    const { sql, parameters } = await chosen(manager, choice, methods);
    const id = randomUUID();
    const signature = signatureOf(methods);
    await manager.query('INSERT INTO reprocessing (id, requested_at, methods, articles) VALUES ($1, $2, $3, 0)', [
      id,
      at,
      signature,
    ]);
    const [{ articles }] = await manager.query<[{ articles: number }]>(
      `WITH marked AS (
         INSERT INTO reprocessing_article (reprocessing_id, article_id, is_forced, published_at)
         SELECT $4, id, $5, published_at FROM (${sql}) AS chosen RETURNING 1)
       SELECT count(*)::integer AS articles FROM marked`,
      [...parameters, id, choice.all],
    );
    if (articles === 0) {
      await manager.query('DELETE FROM reprocessing WHERE id = $1', [id]);
      return null;
    }
    await manager.query('UPDATE reprocessing SET articles = $2 WHERE id = $1', [id, articles]);
    await manager.query(
      'DELETE FROM reprocessing_article i USING reprocessing r WHERE r.id = i.reprocessing_id AND r.methods <> $1',
      [signature],
    );
    return id;
  });
}
