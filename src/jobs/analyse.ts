import { randomUUID } from 'node:crypto';
import { eventTitle, windowDays } from '../pipeline/4-events/index.js';
import type { EventAssignment, Genre, ListedActor, PropositionClaim } from '../pipeline/values.js';
import {
  eventClaimsDigest,
  hasEventToItself,
  loadEventArticles,
  loadEventClaims,
  loadHeadlines,
  loadMemberships,
  loadNeighbours,
  loadVersion,
  neighbourDigest,
  type Neighbour,
} from '../store/analysis/load.js';
import { saveAnalysis, SaveOutcome } from '../store/analysis/save.js';
import type { AnalysedVersion, Analysis, Reanalysis, ClaimRow, PlacementRow } from '../store/analysis/values.js';
import { digest } from '../store/identity.js';
import type { Store } from '../store/store.js';
import { actorRows, claimRows } from './claim-rows.js';
import { listedActorsOf } from './listed-actors.js';
import { propositionRows } from './proposition-rows.js';
import { analysisMethods, methods } from './methods.js';
import { placeAnew } from './place-anew.js';
import { applyDecisions, findDoubles } from './who-is-who.js';
import type { Workers } from './workers.js';

/** How often an analysis is made again because another process changed what it was made from. */
const mostConflicts = 20;

/** Everything that stages 2 to 5 read of the article itself, and the engines that read it. */
export function analysisInputHash(version: AnalysedVersion, listedActors: readonly ListedActor[]): string {
  const { claims, actors, events, propositions } = methods;
  return digest(
    [version.headline, version.text, version.language, version.sourceName, version.publishedAt.toISOString()],
    [claims, actors, events, propositions].map(({ engine, version: number }) => [engine, number]),
    ...(listedActors.length > 0 ? [listedActors] : []),
  );
}

/**
 * Runs stages 2 to 5 on one version of an article and saves what they make. No connection is held while a stage runs.
 *
 * 1. Claims and actors, from the text alone.
 * 2. The event, from the articles around the same time; an article that has an event keeps it, unless a replaced engine
 *    chose it.
 * 3. The propositions of that event, from its claims.
 * 4. One transaction saves it all, unless what 2 and 3 read has changed meanwhile: then they run again.
 *
 * The same version with the same engines writes nothing.
 *
 * @param again where a version that was analysed before is computed again, whatever its engines were
 * @returns null when the version is not the latest of its article any more, or is gone
 */
export async function analyseVersion(
  store: Store,
  workers: Workers,
  versionId: string,
  now: () => Date,
  again: Reanalysis | null = null,
): Promise<SaveOutcome | null> {
  const { manager } = store.dataSource;
  let version = await loadVersion(manager, versionId);
  if (version === null) return null;
  const listedActors = await listedActorsOf(store, workers, version);
  const inputHash = analysisInputHash(version, listedActors);
  if (again === null && version.isDone && version.inputHash === inputHash) return SaveOutcome.NOT_NEEDED;
  const text = await workers.analyseText({
    headline: version.headline,
    text: version.text,
    source: version.sourceName,
    publishedAt: version.publishedAt.toISOString(),
    language: version.language,
    listedActors,
  });
  const doubles = await findDoubles(manager, version, text.actors);
  const actors = actorRows(version, text.actors, text.claims, inputHash, doubles);
  const found = claimRows(version, text.claims, actors.idByKey, inputHash);

  for (let attempt = 0; attempt < mostConflicts; attempt += 1) {
    const event = await placeVersion(store, workers, version, again?.isPlacedAnew ?? false);
    if (event === null) {
      version = await loadVersion(manager, versionId);
      if (version === null) return null;
      continue;
    }
    const { decisions, claims, actorKeys } = await applyDecisions(manager, version, actors.rows, found);
    const lineUp = await lineUpClaims(store, workers, version, event.eventId, claims, actorKeys);
    const analysis: Analysis = {
      version,
      inputHash,
      note: text.note,
      methods: analysisMethods,
      again,
      actors: actors.rows,
      decisions,
      claims,
      placement: event.placement,
      ...(await titleOf(store, version, event)),
      ...lineUp,
      neighbourDigest: event.neighbourDigest,
    };
    const outcome = await saveAnalysis(store.dataSource, analysis, windowDays, now());
    if (outcome === SaveOutcome.SAVED) store.claimLog.emit('appended');
    if (outcome !== SaveOutcome.CONFLICT) return outcome;
    version = await loadVersion(manager, versionId);
    if (version === null) return null;
  }
  throw new Error(`Version ${versionId} was in conflict with other analyses ${mostConflicts} times.`);
}

interface PlacedEvent {
  /** Of a new event, the id that it will have. */
  readonly eventId: string;
  readonly placement: PlacementRow | null;
  /** Null when the article had its event already. */
  readonly confidence: number | null;
  readonly neighbourDigest: string;
}

/**
 * @param isPlacedAnew whether an article that has an event may leave it
 * @returns null when one of the articles to choose among went away meanwhile
 */
async function placeVersion(
  store: Store,
  workers: Workers,
  version: AnalysedVersion,
  isPlacedAnew: boolean,
): Promise<PlacedEvent | null> {
  if (version.eventId !== null && !isPlacedAnew) {
    return { eventId: version.eventId, placement: null, confidence: null, neighbourDigest: '' };
  }
  const neighbours = await loadNeighbours(store.dataSource.manager, version, windowDays);
  const ask = (among: readonly Neighbour[]) => assign(store, workers, version, among);
  const assignment =
    version.eventId === null
      ? await ask(neighbours)
      : await placeAnew(
          version.eventId,
          neighbours,
          await hasEventToItself(store.dataSource.manager, version.articleId),
          ask,
        );
  if (assignment === null) return null;
  const digestOfNeighbours = neighbourDigest(neighbours);
  const eventId = assignment.event ?? randomUUID();
  return {
    eventId,
    confidence: assignment.confidence,
    neighbourDigest: digestOfNeighbours,
    placement: {
      eventId,
      isNewEvent: assignment.event === null,
      isRoundup: assignment.isRoundup,
      copyOfId: assignment.copyOf,
      method: {
        ...methods.events,
        confidence: assignment.confidence,
        inputHash: digest(version.id, digestOfNeighbours),
      },
    },
  };
}

/** Asks a thread, and sends it the texts that it lacks until it lacks none. @returns null when one cannot be had */
async function assign(
  store: Store,
  workers: Workers,
  version: AnalysedVersion,
  neighbours: readonly Neighbour[],
): Promise<EventAssignment | null> {
  const candidates = neighbours.map(({ versionId, eventId }) => ({ versionId, event: eventId }));
  let missing: readonly string[] = [];
  for (;;) {
    const loaded = await loadEventArticles(store.dataSource.manager, missing);
    if (loaded.length < missing.length) return null;
    const articles = loaded.map(({ versionId, publishedAt, ...article }) => {
      return [versionId, { ...article, publishedAt: publishedAt.toISOString() }] as const;
    });
    const placement = await workers.placeArticle({ versionId: version.id, candidates, articles });
    if ('assignment' in placement) return placement.assignment;
    // All that one thread lacks is asked for at once; another thread may lack more, hence the union.
    missing = [...new Set([...missing, ...placement.missing])];
  }
}

async function lineUpClaims(
  store: Store,
  workers: Workers,
  version: AnalysedVersion,
  eventId: string,
  claims: readonly ClaimRow[],
  actorKeys: ReadonlyMap<string, string>,
): Promise<Pick<Analysis, 'propositions' | 'relations' | 'eventClaimsDigest'>> {
  const { manager } = store.dataSource;
  const others = await loadEventClaims(manager, eventId, version.articleId);
  const own: PropositionClaim[] = claims.map((claim) => ({
    id: claim.id,
    text: claim.text,
    kind: claim.kind,
    attitude: claim.attitude,
    cueClass: claim.cueClass,
    cueNegated: claim.cueNegated,
    articleId: version.articleId,
    sourceId: version.sourceId,
    publishedAt: version.publishedAt.toISOString(),
    speaker: claim.speakerId === null ? null : (actorKeys.get(claim.speakerId) ?? null),
  }));
  const all = [...others, ...own];
  const result = await workers.lineUp(all);
  const memberships = await loadMemberships(manager, eventId);
  return { ...propositionRows(result, all, memberships), eventClaimsDigest: eventClaimsDigest(others) };
}

async function titleOf(
  store: Store,
  version: AnalysedVersion,
  event: PlacedEvent,
): Promise<Pick<Analysis, 'eventTitle' | 'eventMethod'>> {
  const eventId = event.placement?.isNewEvent ? null : event.eventId;
  const headlines = await loadHeadlines(store.dataSource.manager, eventId, version.articleId);
  return {
    eventTitle: eventTitle(headlines.map(({ headline, genre }) => ({ headline, genre: genre as Genre }))),
    eventMethod: { ...methods.events, confidence: event.confidence, inputHash: digest(headlines) },
  };
}
