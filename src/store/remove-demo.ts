import type { DataSource, EntityManager } from 'typeorm';
import { AnalysisState, ClaimChangeKind } from '../../entities/index.js';
import { deleteNobodys, loadUnused } from './actors/delete-nobodys.js';
import { describeActors } from './actors/describe-actors.js';
import { lockClaimLog } from './claim-log.js';

/**
 * Takes the demo's outlets out and with them all that exists only because of them. Other articles in an event of the demo
 * wait for analysis again, since its title, counts and propositions were made of both.
 *
 * Whoever follows the log may hold the demo's claims, so each of them is told as RETRACTED. What the log told of them
 * before goes: a follower that has not read it yet needs neither, and one that has hears that they are gone.
 * @param at when, for the log
 */
export async function removeDemoRows(dataSource: DataSource, at: Date): Promise<{ articles: number }> {
  return dataSource.transaction(async (manager) => {
    await lockClaimLog(manager);
    const [{ articles }] = await manager.query<[{ articles: number }]>(
      'SELECT count(*)::integer AS articles FROM article JOIN source ON source.id = source_id WHERE is_demo',
    );
    const speakers = await manager.query<{ id: string }[]>(
      `SELECT speaker_id AS id FROM claim JOIN source ON source.id = source_id WHERE is_demo AND speaker_id IS NOT NULL
       UNION
       SELECT actor_id FROM attribution_link l JOIN claim c ON c.id = l.claim_id JOIN source s ON s.id = c.source_id
       WHERE s.is_demo AND actor_id IS NOT NULL
       UNION
       SELECT unnest(ARRAY[found_id, actor_id]) FROM actor_sighting
       JOIN article ON article.id = article_id JOIN source ON source.id = source_id WHERE is_demo`,
    );
    await manager.query('DELETE FROM claim_change USING source WHERE source.id = source_id AND is_demo');
    await manager.query(
      `INSERT INTO claim_change (kind, at, claim_id, article_id, source_id, event_id, speaker_id, claim_kind, changed_fields)
       SELECT $2, $1, claim.id, article_id, source_id, event_id, speaker_id, claim.kind, '{}'
       FROM claim JOIN source ON source.id = source_id
       WHERE is_demo AND retracted_at IS NULL ORDER BY claim.published_at, article_id, claim.start, claim.id`,
      [at, ClaimChangeKind.RETRACTED],
    );
    const events = await manager.query<{ id: string }[]>(
      'SELECT DISTINCT event_id AS id FROM article JOIN source ON source.id = source_id WHERE is_demo AND event_id IS NOT NULL',
    );
    const propositions = await manager.query<{ id: string }[]>(
      'SELECT DISTINCT proposition_id AS id FROM claim JOIN source ON source.id = source_id WHERE is_demo AND proposition_id IS NOT NULL',
    );
    // Actors that only one article knows go with it; not those that are others by what was decided, who may speak elsewhere.
    await manager.query(
      `UPDATE actor SET article_id = NULL FROM article JOIN source ON source.id = source_id
       WHERE article.id = actor.article_id AND is_demo
         AND EXISTS (SELECT FROM actor_decision d WHERE actor.id = ANY(d.actor_ids) AND d.reverted_at IS NULL)`,
    );
    await manager.query('DELETE FROM source WHERE is_demo');
    await manager.query(
      `DELETE FROM proposition WHERE id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT FROM claim WHERE claim.proposition_id = proposition.id)`,
      [propositions.map(({ id }) => id)],
    );
    await manager.query(
      'DELETE FROM event WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM article WHERE article.event_id = event.id)',
      [events.map(({ id }) => id)],
    );
    await removeActors(
      manager,
      speakers.map(({ id }) => id),
      at,
    );
    await manager.query('DELETE FROM stored_comparison WHERE event_id = ANY($1::uuid[])', [events.map(({ id }) => id)]);
    await manager.query(
      `UPDATE article_version SET analysis_state = $2, analysis_input_hash = NULL
       FROM article WHERE article.id = article_id AND ordinal = latest_ordinal AND event_id = ANY($1::uuid[])`,
      [events.map(({ id }) => id), AnalysisState.PENDING],
    );
    return { articles };
  });
}

/**
 * Takes out actors of whom nothing else speaks, and what was decided about none but them; of the others nothing is told any
 * more that only the demo said.
 */
async function removeActors(manager: EntityManager, ids: readonly string[], at: Date): Promise<void> {
  const unusedIds = await loadUnused(manager, ids);
  await manager.query('DELETE FROM actor_decision WHERE actor_ids <@ $1::uuid[]', [unusedIds]);
  await deleteNobodys(manager, unusedIds);
  await describeActors(
    manager,
    ids.filter((id) => !unusedIds.includes(id)),
    at,
  );
}
