import type { EntityManager } from 'typeorm';
import { saveEventSearch } from '../search/save-search-rows.js';
import { AnalysisState } from '../../../entities/index.js';
import type { Analysis } from './values.js';

/** What an event says of the articles in it; `$1` is its id. */
const articlesOfEvent = `(SELECT min(published_at) AS first, max(published_at) AS last, count(*) AS articles,
  count(DISTINCT source_id) AS sources FROM article WHERE event_id = $1) AS a`;
const timesAndCounts = `first_published_at = a.first, last_published_at = a.last, article_count = a.articles,
  source_count = a.sources`;

/**
 * Puts the article into its event and brings the event's title, times and counts up to date.
 * @returns the id of the article's event
 */
export async function saveEvent(manager: EntityManager, analysis: Analysis): Promise<string> {
  const { version, placement } = analysis;
  if (placement !== null) {
    if (placement.isNewEvent) await addEvent(manager, analysis, placement.eventId, placement.isRoundup);
    await manager.query('UPDATE article SET event_id = $2, copy_of_id = $3, placement_method = $4 WHERE id = $1', [
      version.articleId,
      placement.eventId,
      placement.copyOfId,
      JSON.stringify(placement.method),
    ]);
  }
  const eventId = placement?.eventId ?? version.eventId;
  if (eventId === null) throw new Error(`Article ${version.articleId} has neither an event nor a placement.`);
  const { eventMethod } = analysis;
  await manager.query(
    `UPDATE event SET ${timesAndCounts}, title = $2, method_engine = $3, method_version = $4,
       method_confidence = coalesce($5, method_confidence), method_input_hash = $6,
       is_roundup = CASE WHEN a.articles = 1 THEN coalesce($7, is_roundup) ELSE is_roundup END
     FROM ${articlesOfEvent} WHERE event.id = $1`,
    [
      eventId,
      analysis.eventTitle,
      eventMethod.engine,
      eventMethod.version,
      eventMethod.confidence,
      eventMethod.inputHash,
      placement?.isRoundup ?? null,
    ],
  );
  await saveEventSearch(manager, eventId);
  return eventId;
}

async function addEvent(manager: EntityManager, analysis: Analysis, id: string, isRoundup: boolean): Promise<void> {
  const { eventMethod, version } = analysis;
  await manager.query(
    `INSERT INTO event (id, title, first_published_at, last_published_at, is_roundup, article_count, source_count,
       method_engine, method_version, method_confidence, method_input_hash)
     VALUES ($1, $2, $3, $3, $4, 0, 0, $5, $6, $7, $8)`,
    [
      id,
      analysis.eventTitle,
      version.publishedAt,
      isRoundup,
      eventMethod.engine,
      eventMethod.version,
      eventMethod.confidence,
      eventMethod.inputHash,
    ],
  );
}

/**
 * Takes leave of the event that an article was in before. One that is empty goes. Of another, counts and times are brought up to
 * date, and one of its articles waits for analysis again: its title and propositions were made of the one that left, too.
 */
export async function leaveEvent(manager: EntityManager, eventId: string, articleId: string): Promise<void> {
  await manager.query(
    `UPDATE claim SET event_id = article.event_id FROM article
     WHERE article.id = $2 AND claim.article_id = $2 AND claim.event_id = $1`,
    [eventId, articleId],
  );
  await manager.query(
    'DELETE FROM event WHERE id = $1 AND NOT EXISTS (SELECT FROM article WHERE article.event_id = event.id)',
    [eventId],
  );
  await manager.query(
    `DELETE FROM proposition p WHERE p.event_id = $1
       AND NOT EXISTS (SELECT FROM claim WHERE proposition_id = p.id AND event_id = $1)`,
    [eventId],
  );
  await manager.query(`UPDATE event SET ${timesAndCounts} FROM ${articlesOfEvent} WHERE event.id = $1`, [eventId]);
  await manager.query(
    `UPDATE article_version v SET analysis_state = $2, analysis_input_hash = NULL
     FROM (SELECT id, latest_ordinal FROM article WHERE event_id = $1 ORDER BY published_at DESC, id LIMIT 1) AS a
     WHERE v.article_id = a.id AND v.ordinal = a.latest_ordinal`,
    [eventId, AnalysisState.PENDING],
  );
}
