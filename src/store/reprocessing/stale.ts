import { escapeLiteral } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Method } from '../../pipeline/values.js';

/** Engines and versions of the stages whose results are stored. */
export type StageMethods = Readonly<Record<'article' | 'claims' | 'actors' | 'events' | 'propositions', Method>>;

/** What of the latest version of an article was made by engines that have been replaced. */
export interface Staleness {
  /** Its clean text: stage 1. */
  readonly isTextStale: boolean;
  /** What puts it into its event: stage 4. */
  readonly isPlacementStale: boolean;
  /** Anything of stages 2 to 5. */
  readonly isAnalysisStale: boolean;
}

/** True in SQL for a lower version; ours may be older than what is stored, while a newer service runs beside it. */
export function isLower(version: string, method: Method): string {
  if (!/^\d{1,9}$/.test(method.version)) return `${version} IS DISTINCT FROM ${escapeLiteral(method.version)}`;
  return `CASE WHEN ${version} ~ '^\\d{1,9}$' THEN (${version})::integer < ${method.version} ELSE true END`;
}

/** True in SQL for another engine, or a lower version of this one. */
function isReplaced(engine: string, version: string, method: Method): string {
  return `(${engine} IS DISTINCT FROM ${escapeLiteral(method.engine)} OR ${isLower(version, method)})`;
}

/**
 * The same as columns of a query on `article a` and its latest `article_version v`. An analysis is judged by the engines
 * that it says it ran with, since they may have found nothing, and by each row that it made. Versions that wait for their
 * first analysis are not stale.
 */
export function stalenessColumns(methods: StageMethods): Readonly<Record<keyof Staleness, string>> {
  const stages = ['claims', 'actors', 'events', 'propositions'] as const;
  const ranWith = (stage: string, field: string) => `v.analysis_methods->'${stage}'->>'${field}'`;
  const analyses = stages.map((stage) =>
    isReplaced(ranWith(stage, 'engine'), ranWith(stage, 'version'), methods[stage]),
  );
  const ofThisEngine = (row: string, method: Method) =>
    `(${row}.method_engine = ${escapeLiteral(method.engine)} AND ${isLower(`${row}.method_version`, method)})`;
  const rows = `EXISTS (
    SELECT FROM claim c LEFT JOIN proposition p ON p.id = c.proposition_id LEFT JOIN actor s ON s.id = c.speaker_id
    WHERE c.article_id = a.id AND c.retracted_at IS NULL AND (
      ${isReplaced('c.method_engine', 'c.method_version', methods.claims)}
      OR p.id IS NOT NULL AND ${isReplaced('p.method_engine', 'p.method_version', methods.propositions)}
      OR ${ofThisEngine('s', methods.actors)}))`;
  const placement = `(a.placement_method IS NOT NULL AND ${isReplaced(
    "a.placement_method->>'engine'",
    "a.placement_method->>'version'",
    methods.events,
  )})`;
  return {
    isTextStale: isReplaced('v.method_engine', 'v.method_version', methods.article),
    isPlacementStale: placement,
    isAnalysisStale: `(v.analysis_state <> 'PENDING' AND (${[...analyses, placement, rows].join(' OR ')}))`,
  };
}

/** The latest version of an article, with what of it is stale; null when the article is gone. */
export async function loadStaleness(
  manager: EntityManager,
  articleId: string,
  methods: StageMethods,
): Promise<(Staleness & { readonly versionId: string }) | null> {
  const columns = Object.entries(stalenessColumns(methods)).map(([name, sql]) => `${sql} AS "${name}"`);
  const [row] = await manager.query<(Staleness & { versionId: string })[]>(
    `SELECT v.id AS "versionId", ${columns.join(', ')}
     FROM article a JOIN article_version v ON v.article_id = a.id AND v.ordinal = a.latest_ordinal WHERE a.id = $1`,
    [articleId],
  );
  return row ?? null;
}
