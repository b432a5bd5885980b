import type { DataSource, EntityManager } from 'typeorm';
import { saveActorSearch, saveArticleSearch, saveClaimSearch, saveEventSearch } from './save-search-rows.js';

/** Ids are gone through in pieces, so that memory stays small. */
const batch = 500;

/**
 * Makes searchable what was taken in before there was a search: when there are articles and none of them can be found.
 * All in one transaction, so that a start that is cut off begins again.
 */
export async function fillSearch(dataSource: DataSource): Promise<void> {
  const [{ isMissing }] = await dataSource.query<[{ isMissing: boolean }]>(
    `SELECT EXISTS (SELECT FROM article) AND NOT EXISTS (SELECT FROM article_search) AS "isMissing"`,
  );
  if (!isMissing) return;
  await dataSource.transaction(async (manager) => {
    await inBatches(manager, 'article', (ids) => fillArticles(manager, ids));
    await inBatches(manager, 'actor', async (ids) => {
      const actors = await manager.query<(Parameters<typeof saveActorSearch>[1][number] & { at: Date })[]>(
        `SELECT id, name, aliases, scope,
                coalesce((SELECT max(role->>'lastSeenAt') FROM jsonb_array_elements(roles) AS role)::timestamptz, now()) AS at
         FROM actor WHERE id = ANY($1::uuid[])`,
        [ids],
      );
      for (const actor of actors) await saveActorSearch(manager, [actor], actor.at);
    });
    await inBatches(manager, 'event', async (ids) => {
      for (const id of ids) await saveEventSearch(manager, id);
    });
  });
}

async function fillArticles(manager: EntityManager, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const [version] = await manager.query<
      { headline: string; text: string; language: string | null; publishedAt: Date }[]
    >(
      `SELECT version.headline, version.text, language, published_at AS "publishedAt" FROM article
       JOIN article_version version ON article_id = article.id AND ordinal = latest_ordinal WHERE article.id = $1`,
      [id],
    );
    if (version === undefined) continue;
    await saveArticleSearch(manager, id, version);
    const claims = await manager.query<{ id: string; text: string }[]>(
      'SELECT id, text FROM claim WHERE article_id = $1 AND retracted_at IS NULL',
      [id],
    );
    await saveClaimSearch(manager, version, claims, []);
  }
}

async function inBatches(
  manager: EntityManager,
  table: 'article' | 'actor' | 'event',
  fill: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM ${table} WHERE id > $1::uuid ORDER BY id LIMIT ${batch}`,
      [last],
    );
    if (rows.length === 0) return;
    await fill(rows.map(({ id }) => id));
    last = rows.at(-1)!.id;
  }
}
