import type { EntityManager } from 'typeorm';
import { AnalysisState } from '../../../entities/index.js';
import type { Method, PropositionClaim } from '../../pipeline/values.js';
import { digest } from '../identity.js';
import type { AnalysedVersion } from './values.js';

/** Failed analyses are tried again, so often in all. */
const mostAttempts = 3;

/**
 * The versions that wait for analysis. Those that never were analysed come first: a decision about an actor that speaks everywhere
 * has an article of each of its events analysed again, and what is new need not wait for a thousand of these. Among both, the
 * longest waiting first, of those seen at once the earliest published.
 */
export async function unfinishedVersions(manager: EntityManager, most: number): Promise<readonly string[]> {
  const fresh = await unfinished(manager, 'v.analysis_methods IS NULL', most);
  if (fresh.length === most) return fresh;
  return [...fresh, ...(await unfinished(manager, 'v.analysis_methods IS NOT NULL', most - fresh.length))];
}

async function unfinished(manager: EntityManager, condition: string, most: number): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT v.id FROM article_version v JOIN article a ON a.id = v.article_id
     WHERE v.analysis_state IN ('PENDING', 'FAILED') AND (v.analysis_state = $2 OR v.analysis_attempts < $3) AND ${condition}
     ORDER BY v.seen_at, a.published_at, v.id LIMIT $1`,
    [most, AnalysisState.PENDING, mostAttempts],
  );
  return rows.map(({ id }) => id);
}

/** @returns null when there is no such version, or a newer one has come */
export async function loadVersion(manager: EntityManager, id: string): Promise<AnalysedVersion | null> {
  const [row] = await manager.query<AnalysedVersion[]>(
    `SELECT v.id, v.article_id AS "articleId", a.source_id AS "sourceId", s.name AS "sourceName",
            EXISTS (SELECT FROM source o WHERE o.id <> s.id AND lower(o.name) = lower(s.name)) AS "isNameShared", v.headline, v.text,
            a.language, a.published_at AS "publishedAt", a.event_id AS "eventId",
            v.analysis_input_hash AS "inputHash", v.analysis_state = 'DONE' AS "isDone"
     FROM article_version v JOIN article a ON a.id = v.article_id JOIN source s ON s.id = a.source_id
     WHERE v.id = $1 AND v.ordinal = a.latest_ordinal`,
    [id],
  );
  return row ?? null;
}

export interface Neighbour {
  readonly articleId: string;
  readonly versionId: string;
  readonly eventId: string;
  /** What put it there. */
  readonly placedBy: Method;
}

/** Articles that have an event and were published within so many days before or after; the article itself left out. */
export async function loadNeighbours(
  manager: EntityManager,
  version: AnalysedVersion,
  days: number,
): Promise<readonly Neighbour[]> {
  return manager.query<Neighbour[]>(
    `SELECT a.id AS "articleId", v.id AS "versionId", a.event_id AS "eventId",
            jsonb_build_object('engine', a.placement_method->>'engine', 'version', a.placement_method->>'version') AS "placedBy"
     FROM article a JOIN article_version v ON v.article_id = a.id AND v.ordinal = a.latest_ordinal
     WHERE a.event_id IS NOT NULL AND a.id <> $1
       AND a.published_at BETWEEN $2::timestamptz - $3 * interval '1 day' AND $2::timestamptz + $3 * interval '1 day'
     ORDER BY a.published_at, a.id`,
    [version.articleId, version.publishedAt, days],
  );
}

/** Whether no other article is in the event of this one. */
export async function hasEventToItself(manager: EntityManager, articleId: string): Promise<boolean> {
  const others = await manager.query<unknown[]>(
    `SELECT 1 FROM article own JOIN article other ON other.event_id = own.event_id AND other.id <> own.id
     WHERE own.id = $1 LIMIT 1`,
    [articleId],
  );
  return others.length === 0;
}

export const neighbourDigest = (neighbours: readonly Neighbour[]) => digest(neighbours);

/** What stage 4 reads of each version, in the order of the given ids. */
export async function loadEventArticles(manager: EntityManager, versionIds: readonly string[]) {
  return manager.query<
    {
      versionId: string;
      id: string;
      source: string;
      headline: string;
      text: string;
      language: string | null;
      publishedAt: Date;
    }[]
  >(
    `SELECT v.id AS "versionId", a.id, s.key AS source, v.headline, v.text, a.language, a.published_at AS "publishedAt"
     FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
     JOIN article_version v ON v.id = asked.id JOIN article a ON a.id = v.article_id JOIN source s ON s.id = a.source_id
     ORDER BY place`,
    [versionIds],
  );
}

/** The claims of an event as stage 5 reads them, those of one article left out. */
export async function loadEventClaims(
  manager: EntityManager,
  eventId: string,
  exceptArticleId: string,
): Promise<readonly PropositionClaim[]> {
  const rows = await manager.query<(Omit<PropositionClaim, 'publishedAt'> & { publishedAt: Date })[]>(
    `SELECT c.id, c.text, c.kind, c.attitude, c.cue_class AS "cueClass", c.cue_negated AS "cueNegated", c.article_id AS "articleId",
            c.source_id AS "sourceId", c.published_at AS "publishedAt", actor.key AS speaker
     FROM claim c LEFT JOIN actor ON actor.id = c.speaker_id
     WHERE c.event_id = $1 AND c.article_id <> $2 AND c.retracted_at IS NULL
     ORDER BY c.id`,
    [eventId, exceptArticleId],
  );
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

export const eventClaimsDigest = (claims: readonly PropositionClaim[]) => digest(claims);

/** Which proposition each claim of an event belongs to now. */
export async function loadMemberships(manager: EntityManager, eventId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; propositionId: string }[]>(
    `SELECT c.id, c.proposition_id AS "propositionId" FROM claim c JOIN proposition p ON p.id = c.proposition_id
     WHERE p.event_id = $1 ORDER BY c.id`,
    [eventId],
  );
  return new Map(rows.map(({ id, propositionId }) => [id, propositionId]));
}

export interface HeadlinedArticle {
  readonly articleId: string;
  readonly sourceId: string;
  readonly headline: string;
  readonly genre: string;
  readonly publishedAt: Date;
}

/** What the title of an event is chosen from: its articles and the one that joins it, earliest first. */
export async function loadHeadlines(
  manager: EntityManager,
  eventId: string | null,
  articleId: string,
): Promise<readonly HeadlinedArticle[]> {
  return manager.query<HeadlinedArticle[]>(
    `SELECT id AS "articleId", source_id AS "sourceId", headline, genre, published_at AS "publishedAt" FROM article
     WHERE event_id = $1 OR id = $2 ORDER BY published_at, id`,
    [eventId, articleId],
  );
}
