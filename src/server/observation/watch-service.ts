import type { Jobs } from '../../jobs/jobs.js';
import { claimLogEnd } from '../../store/queries/claim-changes.js';
import { countUnfinishedAnalyses } from '../../store/queries/unfinished-analyses.js';
import { storeOfRequest, type Store } from '../../store/store.js';
import type { Metrics } from './metrics.js';
import type { Transport } from './observed-operation.js';

/** How long what is read for a metric may take, in milliseconds: whoever reads metrics does not wait for long. */
const patience = 2_000;

export interface WatchedService {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly webSockets: () => number;
  /** What callers and addresses have under way of what is limited, by its kind. */
  readonly placesTaken: () => Readonly<Record<string, number>>;
  /** What this process holds for clients that have not read it, in bytes, by transport. */
  readonly unread: () => Readonly<Partial<Record<Transport, number>>>;
}

/** Adds what is not counted as it happens but read when metrics are asked for. */
export function watchService(metrics: Metrics, service: WatchedService): void {
  const { store, jobs, webSockets, placesTaken, unread } = service;
  const inTime = () => storeOfRequest(store, AbortSignal.timeout(patience));
  metrics.gauge('parallax_websocket_connections', 'WebSocket connections that are open.', [], (set) =>
    set(webSockets()),
  );
  metrics.gauge(
    'parallax_places_taken',
    'Operations, subscriptions and connections of streams that count against a limit of their caller or address.',
    ['of'],
    (set) => Object.entries(placesTaken()).forEach(([of, taken]) => set(taken, { of })),
  );
  metrics.gauge(
    'parallax_unread_bytes',
    'What is held for clients of WebSockets and event streams that have not read it.',
    ['transport'],
    (set) => Object.entries(unread()).forEach(([transport, bytes]) => set(bytes, { transport })),
  );
  metrics.gauge('parallax_claim_log_followers', 'Subscribers here that follow the log of claim changes.', [], (set) =>
    set(store.claimLog.followers),
  );
  metrics.gauge(
    'parallax_database_connections',
    'Connections to the database, by the pool they belong to and whether a statement has them.',
    ['pool', 'state'],
    (set) => {
      for (const { pool, total, idle } of store.connections()) {
        set(total - idle, { pool, state: 'busy' });
        set(idle, { pool, state: 'idle' });
      }
    },
  );
  metrics.gauge('parallax_database_connections_awaited', 'Statements that wait for a connection.', ['pool'], (set) =>
    store.connections().forEach(({ pool, awaited }) => set(awaited, { pool })),
  );
  metrics.gauge('parallax_database_connections_most', 'The most connections that a pool opens.', ['pool'], (set) =>
    store.connections().forEach(({ pool, most }) => set(most, { pool })),
  );
  metrics.gauge(
    'parallax_analysis_queue_versions',
    'Versions of articles that are not analysed yet: pending, or failed before.',
    ['state'],
    async (set) => {
      const { pending, failed } = await countUnfinishedAnalyses(inTime());
      set(pending, { state: 'pending' });
      set(failed, { state: 'failed' });
    },
  );
  metrics.gauge(
    'parallax_analysis_running_seconds',
    'How long the article that is being analysed here has been; 0 when none is.',
    [],
    (set) => {
      const since = jobs.analysisSince();
      set(since === null ? 0 : (Date.now() - since.getTime()) / 1000);
    },
  );
  metrics.gauge(
    'parallax_reprocessing_articles',
    'Stored articles that wait to be computed again by the engines of this service.',
    [],
    async (set) => set(await jobs.reprocessingArticles(inTime())),
  );
  metrics.gauge(
    'parallax_stale_articles',
    'Stored articles that older engines computed, looked for every five minutes; NaN before the first look.',
    [],
    (set) => set(jobs.staleArticles() ?? Number.NaN),
  );
  metrics.gauge(
    'parallax_claim_log_lag_changes',
    'How many positions of the log of claim changes the slowest subscriber here is behind; 0 when there is none.',
    [],
    async (set) => {
      const slowest = store.claimLog.slowestPosition();
      set(slowest === null ? 0 : Math.max(0, Number(BigInt(await claimLogEnd(inTime())) - slowest)));
    },
  );
}
