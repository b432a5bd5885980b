import type { DataSource, EntityManager } from 'typeorm';
import type { Method } from '../../pipeline/values.js';
import { AnalysisState, ClaimChangeKind } from '../../../entities/index.js';
import { appendClaimChanges, lockClaimLog, type NewClaimChange } from '../claim-log.js';
import { eventClaimsDigest, loadEventClaims, loadNeighbours, loadVersion, neighbourDigest } from './load.js';
import { decisionsDigest, loadDecisions } from '../actors/decisions.js';
import { deleteNobodys } from '../actors/delete-nobodys.js';
import { saveActors } from './save-actors.js';
import { saveClaims } from './save-claims.js';
import { leaveEvent, saveEvent } from './save-event.js';
import { savePropositions } from './save-propositions.js';
import { finishArticle, holdArticle } from '../reprocessing/articles.js';
import { isLower } from '../reprocessing/stale.js';
import type { Analysis } from './values.js';

export enum SaveOutcome {
  SAVED = 'SAVED',
  /** Nothing to do: the same was saved before, or a newer version has come. */
  NOT_NEEDED = 'NOT_NEEDED',
  /** What the analysis was made from has changed meanwhile: it must be made again. */
  CONFLICT = 'CONFLICT',
}

/**
 * Saves what stages 2 to 5 made of one article, and writes the log, in one short transaction. From then on its claims are
 * public. Nothing was locked while the stages ran, so what they read is read again first.
 *
 * @param windowDays how far around its date the article's neighbours were looked for
 */
export async function saveAnalysis(
  dataSource: DataSource,
  analysis: Analysis,
  windowDays: number,
  at: Date,
): Promise<SaveOutcome> {
  try {
    return await saveAtOnce(dataSource, analysis, windowDays, at);
  } catch (error) {
    if (transient.has((error as { code?: string }).code ?? '')) return SaveOutcome.CONFLICT;
    throw error;
  }
}

/** PostgreSQL's codes for a transaction that was sacrificed to another and may be tried again. */
const transient = new Set(['40P01', '40001']);

async function saveAtOnce(
  dataSource: DataSource,
  analysis: Analysis,
  windowDays: number,
  at: Date,
): Promise<SaveOutcome> {
  return dataSource.transaction(async (manager) => {
    await lockClaimLog(manager);
    const version = await loadVersion(manager, analysis.version.id);
    if (version === null) return SaveOutcome.NOT_NEEDED;
    const { again } = analysis;
    if (again !== null && !(await holdArticle(manager, again.article))) return SaveOutcome.NOT_NEEDED;
    if (again === null && version.isDone && version.inputHash === analysis.inputHash) return SaveOutcome.NOT_NEEDED;
    if (version.eventId !== analysis.version.eventId) return SaveOutcome.CONFLICT;
    if (analysis.placement !== null) {
      const neighbours = await loadNeighbours(manager, version, windowDays);
      if (neighbourDigest(neighbours) !== analysis.neighbourDigest) return SaveOutcome.CONFLICT;
    }
    const eventBefore = analysis.placement?.isNewEvent ? null : (analysis.placement?.eventId ?? version.eventId);
    if (eventBefore !== null) {
      const others = await loadEventClaims(manager, eventBefore, version.articleId);
      if (eventClaimsDigest(others) !== analysis.eventClaimsDigest) return SaveOutcome.CONFLICT;
    }

    const decisions = await loadDecisions(
      manager,
      analysis.actors.map(({ id }) => id),
    );
    if (decisionsDigest(decisions) !== decisionsDigest(analysis.decisions)) return SaveOutcome.CONFLICT;

    const gone = await saveActors(manager, { ...analysis, version });
    const eventId = await saveEvent(manager, analysis);
    const changes = await saveClaims(manager, version, eventId, analysis.claims, at);
    await deleteNobodys(manager, gone);
    const moves = await savePropositions(manager, eventId, analysis);
    if (version.eventId !== null && version.eventId !== eventId) {
      await leaveEvent(manager, version.eventId, version.articleId);
    }
    const told = inOneEntry(changes, moves);
    await appendClaimChanges(manager, told, at);
    await manager.query(
      `UPDATE article_version SET analysis_state = $2, analysis_input_hash = $3, analysis_note = $4,
         analysis_methods = $5
       WHERE id = $1`,
      [version.id, AnalysisState.DONE, analysis.inputHash, analysis.note, JSON.stringify(analysis.methods)],
    );
    if (again !== null) await confirmSpeakers(manager, version.articleId, analysis.methods.actors);
    if (again !== null) await finishArticle(manager, again.article, { ...again, changes: told });
    return SaveOutcome.SAVED;
  });
}

/** A claim that changed and stands in another proposition, too, is told once, with all that changed. */
function inOneEntry(changes: readonly NewClaimChange[], moves: readonly NewClaimChange[]): NewClaimChange[] {
  const moved = new Map(moves.map((move) => [move.claimId, move]));
  const told = changes.map((change) => {
    const move = moved.get(change.claimId);
    moved.delete(change.claimId);
    if (!move || change.kind !== ClaimChangeKind.CHANGED) return change;
    return { ...change, changedFields: [...change.changedFields, ...move.changedFields] };
  });
  return [...told, ...moved.values()];
}

/** Whoever a newer engine still hears in an article was found by it too, also where another actor was decided to be meant. */
async function confirmSpeakers(manager: EntityManager, articleId: string, method: Method): Promise<void> {
  await manager.query(
    `UPDATE actor SET method_version = $3
     WHERE id IN (SELECT speaker_id FROM claim WHERE article_id = $1 AND retracted_at IS NULL)
       AND method_engine = $2 AND ${isLower('method_version', method)}`,
    [articleId, method.engine, method.version],
  );
}

/** Notes that the analysis of a version failed; it stays among the unfinished ones. */
export async function saveFailure(dataSource: DataSource, versionId: string): Promise<void> {
  await dataSource.query(
    `UPDATE article_version SET analysis_state = $2, analysis_attempts = analysis_attempts + 1
     WHERE id = $1 AND analysis_state IN ('PENDING', 'FAILED')`,
    [versionId, AnalysisState.FAILED],
  );
}
