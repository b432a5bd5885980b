import { claimRows, actorRows } from '../../src/jobs/claim-rows.js';
import { sourceOf } from '../../src/jobs/accept.js';
import { analysisMethods, methods } from '../../src/jobs/methods.js';
import { propositionRows } from '../../src/jobs/proposition-rows.js';
import { method as articleMethod } from '../../src/pipeline/1-article/method.js';
import { windowDays } from '../../src/pipeline/4-events/similarity.js';
import type { DeclaredFields, PropositionClaim } from '../../src/pipeline/values.js';
import { acceptDocument } from '../../src/store/accept-document.js';
import { eventClaimsDigest, loadNeighbours, loadVersion, neighbourDigest } from '../../src/store/analysis/load.js';
import { saveAnalysis, SaveOutcome } from '../../src/store/analysis/save.js';
import type { AnalysedVersion, Analysis, ClaimRow } from '../../src/store/analysis/values.js';
import { digest, stableId } from '../../src/store/identity.js';
import type { Store } from '../../src/store/store.js';
import type { InventedArticle } from './article.js';
import type { DataSet, InventedEvent } from './data-set.js';

/**
 * Writers at work at once, each in a stretch of time of its own: articles less than two weeks apart are neighbours, and
 * whoever saves one while the other is being saved has to begin again.
 */
const mostLanes = 3;
const leastDaysOfLane = 120;

/** How often an analysis is saved again when articles beside it came in meanwhile, as between two lanes. */
const mostConflicts = 20;

export interface LoadReport {
  readonly counts: DataSet['counts'];
  readonly seconds: number;
}

/**
 * Writes a data set with the store's own writers: {@link acceptDocument} and {@link saveAnalysis}, with the rows that the
 * jobs make of what stages 1 to 5 give, here given by the data set. So every row, index, foreign key and entry of the log
 * is there as after an ingest; only the computing is left out. At the end the planner's statistics are made.
 *
 * @param tell called now and then with how many articles are in
 */
export async function loadDataSet(
  store: Store,
  dataSet: DataSet,
  tell: (articles: number) => void,
): Promise<LoadReport> {
  const since = performance.now();
  let articles = 0;
  let analysedAt = 50;
  const events = dataSet.shape.sizes.length;
  const days = (dataSet.shape.days.at(-1) ?? 0) - (dataSet.shape.days[0] ?? 0);
  const lanes = Math.max(1, Math.min(mostLanes, Math.floor(days / leastDaysOfLane)));
  const perLane = Math.ceil(events / lanes);
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let number = lane * perLane; number < Math.min(events, (lane + 1) * perLane); number += 1) {
        const event = dataSet.event(number);
        await loadEvent(store, dataSet.shape.seed, event);
        articles += event.articles.length;
        tell(articles);
        if (articles < analysedAt * 4) continue;
        // A table that grew since the planner last looked at it is read the wrong way.
        analysedAt = articles;
        await store.dataSource.query('ANALYZE');
      }
    }),
  );
  await store.dataSource.query('VACUUM ANALYZE');
  return { counts: dataSet.counts, seconds: (performance.now() - since) / 1000 };
}

async function loadEvent(store: Store, seed: number, event: InventedEvent): Promise<void> {
  const eventId = stableId('bench event', seed, event.number);
  const stated: Stated[] = [];
  for (const [place, article] of event.articles.entries()) {
    const { articleVersionId } = await accept(store, article);
    const others = stated.map(({ claim }) => claim).sort((a, b) => (a.id < b.id ? -1 : 1));
    await analyse(store, articleVersionId, article, others, (version, claims, actorKeys) => {
      stated.push(...statedBy(version, article, claims, actorKeys));
      // A claim's first proposition is no change that the log tells, so they may all come with the last article.
      const isLast = place === event.articles.length - 1;
      return {
        eventId,
        isNew: place === 0,
        title: (event.articles[0] as InventedArticle).clean.headline,
        ...(isLast ? propositionsOf(event, stated) : { propositions: [], relations: [] }),
      };
    });
  }
}

function accept(store: Store, article: InventedArticle) {
  const { clean, source, url, externalId } = article;
  const declared: DeclaredFields = {
    id: externalId,
    source: source.name,
    ...(url === null ? {} : { url }),
    publishedAt: clean.publishedAt,
  };
  return acceptDocument(
    store.dataSource,
    {
      ...sourceOf(declared, clean),
      bytes: Buffer.from(`${clean.headline}\n\n${clean.text}`),
      mediaType: 'text/plain; charset=utf-8',
      declared,
      article: clean,
      method: articleMethod,
    },
    new Date(Date.parse(clean.publishedAt) + 60_000),
  );
}

interface Placed extends Pick<Analysis, 'propositions' | 'relations'> {
  readonly eventId: string;
  readonly isNew: boolean;
  readonly title: string;
}

/** What a job does with a version, but for the stages themselves. */
async function analyse(
  store: Store,
  versionId: string,
  article: InventedArticle,
  others: readonly PropositionClaim[],
  place: (version: AnalysedVersion, claims: readonly ClaimRow[], actorKeys: ReadonlyMap<string, string>) => Placed,
): Promise<void> {
  const { manager } = store.dataSource;
  const version = (await loadVersion(manager, versionId)) as AnalysedVersion;
  const inputHash = digest('bench', version.headline, version.text);
  const actors = actorRows(version, article.actors, article.claims, inputHash);
  const claims = claimRows(version, article.claims, actors.idByKey, inputHash);
  const { eventId, isNew, title, propositions, relations } = place(
    version,
    claims,
    new Map(actors.rows.map(({ id, key }) => [id, key])),
  );
  const eventMethod = { ...methods.events, confidence: 0.8, inputHash: digest(eventId) };
  for (let attempt = 0; attempt < mostConflicts; attempt += 1) {
    const neighbours = await loadNeighbours(manager, version, windowDays);
    const outcome = await saveAnalysis(
      store.dataSource,
      {
        version,
        inputHash,
        note: null,
        methods: analysisMethods,
        again: null,
        actors: actors.rows,
        decisions: [],
        claims,
        placement: { eventId, isNewEvent: isNew, isRoundup: false, copyOfId: null, method: eventMethod },
        eventTitle: title,
        eventMethod,
        propositions,
        relations,
        neighbourDigest: neighbourDigest(neighbours),
        eventClaimsDigest: eventClaimsDigest(others),
      },
      windowDays,
      new Date(version.publishedAt.getTime() + 120_000),
    );
    if (outcome === SaveOutcome.SAVED) return;
    if (outcome !== SaveOutcome.CONFLICT) throw new Error(`${article.externalId} was not saved: ${outcome}.`);
  }
  throw new Error(`${article.externalId} was in conflict with others ${mostConflicts} times.`);
}

/** A stored claim and the fact that it states. */
interface Stated {
  readonly claim: PropositionClaim;
  readonly fact: number;
}

/** As the store would read them again (`loadEventClaims`), which tells whether other claims came in meanwhile. */
function statedBy(
  version: AnalysedVersion,
  article: InventedArticle,
  claims: readonly ClaimRow[],
  actorKeys: ReadonlyMap<string, string>,
): Stated[] {
  return claims.map(({ id, text, kind, attitude, cueClass, cueNegated, speakerId }, index) => ({
    claim: {
      id,
      text,
      kind,
      attitude,
      cueClass,
      cueNegated,
      articleId: version.articleId,
      sourceId: version.sourceId,
      publishedAt: version.publishedAt.toISOString(),
      speaker: speakerId === null ? null : (actorKeys.get(speakerId) ?? null),
    },
    fact: article.facts[index] as number,
  }));
}

/** The claims of each fact are one group, as stage 5 would make it. */
function propositionsOf(event: InventedEvent, stated: readonly Stated[]) {
  const byFact = new Map<number, string[]>();
  for (const { claim, fact } of stated) {
    const ids = byFact.get(fact) ?? [];
    byFact.set(fact, ids);
    ids.push(claim.id);
  }
  const facts = [...byFact.keys()];
  const groupOf = new Map(facts.map((fact, index) => [fact, index]));
  return propositionRows(
    {
      groups: [...byFact.values()].map((claimIds) => ({
        claimIds,
        representative: claimIds[0] as string,
        confidence: 0.7,
      })),
      relations: event.relations.flatMap(({ first, second, ...relation }) => {
        const [a, b] = [groupOf.get(first), groupOf.get(second)];
        return a === undefined || b === undefined ? [] : [{ ...relation, first: a, second: b }];
      }),
    },
    stated.map(({ claim }) => claim),
    new Map(),
  );
}
