import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ActorKind, ListedActor } from '../../pipeline/values.js';
import { lockClaimLog } from '../claim-log.js';

/** A row of a user's table, checked, with the forms under which each of its names is looked up. */
export interface ListedRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly wikidataId: string | null;
  /** Each name and alias with a form of it. */
  readonly forms: readonly (readonly [form: string, name: string])[];
}

export enum ListedStatus {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}

/** What became of a row. */
export interface ListedResult {
  readonly status: Exclude<ListedStatus, ListedStatus.REFUSED>;
  /** Names that another row has as well, which so tell neither of the two. */
  readonly conflicts: readonly { readonly name: string; readonly other: string }[];
}

/** Whether there is a table at all: mostly there is none, and no text need be looked through. */
export async function hasListedActors(manager: EntityManager): Promise<boolean> {
  const [{ found }] = await manager.query<[{ found: boolean }]>('SELECT EXISTS (SELECT FROM listed_actor) AS found');
  return found;
}

/** The actors of the table that have one of these forms alone. */
export async function loadListedActors(
  manager: EntityManager,
  forms: readonly string[],
): Promise<readonly ListedActor[]> {
  return manager.query<ListedActor[]>(
    `SELECT l.name, l.kind, l.country, l.wikidata_id AS "wikidataId", array_agg(f.form ORDER BY f.form) AS forms
     FROM listed_actor_form f JOIN listed_actor l ON l.id = f.listed_actor_id
     WHERE f.form = ANY($1::text[])
       AND NOT EXISTS (SELECT FROM listed_actor_form o WHERE o.form = f.form AND o.listed_actor_id <> f.listed_actor_id)
     GROUP BY l.id ORDER BY l.name, l.kind, l.id`,
    [forms],
  );
}

/**
 * Adds rows to the table, or changes those that are there: known again by their Wikidata id, else by kind and name. The same
 * rows again change nothing. Stored articles in which somebody of these names speaks are stale from then on.
 * @returns what became of each row, in order, and how many articles are stale by it
 */
export async function saveListedActors(
  manager: EntityManager,
  rows: readonly ListedRow[],
): Promise<{ readonly results: readonly ListedResult[]; readonly staleArticles: number }> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('parallax listed actors'))`);
  const saved: { id: string; status: ListedResult['status'] }[] = [];
  const names = new Set<string>();
  for (const row of rows) {
    const { id, status, before } = await saveOne(manager, row);
    saved.push({ id, status });
    if (status !== ListedStatus.UNCHANGED) for (const name of [row.name, ...row.aliases, ...before]) names.add(name);
  }
  const results: ListedResult[] = [];
  for (const [index, { id, status }] of saved.entries()) {
    results.push({ status, conflicts: await conflictsOf(manager, id, rows[index] as ListedRow) });
  }
  return { results, staleArticles: await markStale(manager, [...names]) };
}

type Stored = Omit<ListedRow, 'forms'> & { readonly id: string };

async function saveOne(manager: EntityManager, row: ListedRow) {
  const { name, aliases, kind, country, wikidataId, forms } = row;
  const [known] = await manager.query<Stored[]>(
    `SELECT id, name, aliases, kind, country, wikidata_id AS "wikidataId" FROM listed_actor
     WHERE wikidata_id = $1 OR (kind = $2 AND name = $3 AND ($1::text IS NULL OR wikidata_id IS NULL))
     ORDER BY wikidata_id = $1 DESC NULLS LAST, id LIMIT 1`,
    [wikidataId, kind, name],
  );
  // Not made of its name: a row that was renamed since keeps its id, and another one may have the former name.
  const id = known?.id ?? randomUUID();
  const before = known ? [known.name, ...known.aliases] : [];
  const content = (one: Omit<ListedRow, 'forms'>) =>
    JSON.stringify([one.name, [...one.aliases].sort(), one.kind, one.country, one.wikidataId]);
  // A row without an id does not take one away that an earlier table gave.
  const after = { name, aliases, kind, country, wikidataId: wikidataId ?? known?.wikidataId ?? null };
  if (known && content(known) === content(after)) return { id, status: ListedStatus.UNCHANGED as const, before };
  await manager.query(
    `INSERT INTO listed_actor (id, name, kind, aliases, country, wikidata_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, aliases = excluded.aliases,
       country = excluded.country, wikidata_id = excluded.wikidata_id`,
    [id, name, kind, aliases, country, after.wikidataId],
  );
  await manager.query('DELETE FROM listed_actor_form WHERE listed_actor_id = $1', [id]);
  await manager.query(
    'INSERT INTO listed_actor_form (form, listed_actor_id) SELECT DISTINCT unnest($1::text[]), $2::uuid',
    [forms.map(([form]) => form), id],
  );
  return { id, status: known ? (ListedStatus.CHANGED as const) : (ListedStatus.ADDED as const), before };
}

async function conflictsOf(
  manager: EntityManager,
  id: string,
  { forms }: ListedRow,
): Promise<ListedResult['conflicts']> {
  const others = await manager.query<{ form: string; other: string }[]>(
    `SELECT o.form, min(l.name) AS other FROM listed_actor_form o JOIN listed_actor l ON l.id = o.listed_actor_id
     WHERE o.form = ANY($1::text[]) AND o.listed_actor_id <> $2 GROUP BY o.form`,
    [forms.map(([form]) => form), id],
  );
  const byForm = new Map(others.map(({ form, other }) => [form, other]));
  const conflicts = new Map(
    forms.flatMap(([form, name]) => (byForm.has(form) ? [[name, byForm.get(form) as string]] : [])),
  );
  return [...conflicts].map(([name, other]) => ({ name, other }));
}

/**
 * As if an older engine had found the actors there: `parallax reprocess` then computes them again. `= ANY` looks names up in a
 * hash table, where `&&` would compare each alias with each name.
 */
async function markStale(manager: EntityManager, names: readonly string[]): Promise<number> {
  if (names.length === 0) return 0;
  // Analyses and decisions mark several versions too, in orders of their own; with this lock they do so one at a time.
  await lockClaimLog(manager);
  const [, count] = await manager.query<[unknown, number]>(
    `UPDATE article_version v SET analysis_methods = jsonb_set(v.analysis_methods, '{actors,version}', '"0"')
     FROM article a WHERE a.id = v.article_id AND v.ordinal = a.latest_ordinal AND v.analysis_state = 'DONE'
       AND a.id IN (SELECT article_id FROM actor_sighting WHERE name = ANY($1::text[])
                    OR EXISTS (SELECT FROM unnest(aliases) AS alias WHERE alias = ANY($1::text[])))`,
    [names],
  );
  return count;
}
