import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActorDecision, ActorDecisionKind, mostDecided } from '../../../entities/index.js';
import { ParallaxError } from '../../errors.js';
import { ActorScope, type ActorKind } from '../../pipeline/values.js';
import { lockClaimLog } from '../claim-log.js';
import { digest, stableId } from '../identity.js';
import type { Store } from '../store.js';
import { reapplyDecisions } from './reapply.js';

/** What came of a decision. */
export interface Decided {
  readonly decision: ActorDecision;
  /** Of the actor that the others are now, or that was split off. */
  readonly actorId: string;
  readonly changedClaims: number;
}

/** What is said of a decision: why, and who says so, as {@link ActorDecision.madeBy}. */
export interface Grounds {
  readonly reason: string;
  readonly by: string;
}

export interface ActorMerger extends Grounds {
  readonly fromIds: readonly string[];
  readonly intoId: string;
}

export interface Split extends Grounds {
  readonly actorId: string;
  readonly claimIds: readonly string[];
  readonly articleIds: readonly string[];
  readonly sourceIds: readonly string[];
  /** A new actor by name and kind, or one that there is by id. */
  readonly into: { readonly id: string } | { readonly name: string; readonly kind: ActorKind | null };
}

interface KnownActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly mergedName: string | null;
}

/**
 * Says that several actors are one.
 * @throws ParallaxError ACTOR_NOT_FOUND, ACTOR_MERGED, BAD_USER_INPUT
 */
export function mergeActors(store: Store, { fromIds, intoId, ...grounds }: ActorMerger, now: Date): Promise<Decided> {
  const ids = [...new Set(fromIds)];
  if (ids.length === 0 || ids.length > mostDecided) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `\`input.from\` holds ${ids.length} actors; 1 to ${mostDecided} can be merged.`,
    );
  }
  if (ids.includes(intoId))
    throw new ParallaxError('BAD_USER_INPUT', '`input.from` holds the actor of `input.into` itself.');
  return inTransaction(store, now, async (manager, at) => {
    const from: KnownActor[] = [];
    for (const [index, id] of ids.entries()) from.push(await knownActor(manager, id, `input.from[${index}]`));
    const into = await knownActor(manager, intoId, 'input.into');
    const kind = ActorDecisionKind.MERGE;
    return record(manager, { kind, from, into, claimIds: [], articleIds: [], sourceIds: [] }, grounds, at);
  });
}

/**
 * Says that some claims, or all of some articles or outlets, are another actor's.
 * @throws ParallaxError ACTOR_NOT_FOUND, ACTOR_MERGED, ACTOR_NOT_THE_SPEAKER, BAD_USER_INPUT
 */
export function splitActor(store: Store, split: Split, now: Date): Promise<Decided> {
  const { actorId, claimIds, articleIds, sourceIds, into, ...grounds } = split;
  const count = claimIds.length + articleIds.length + sourceIds.length;
  if (count === 0 || count > mostDecided) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `The input holds ${count} claims, articles and sources to split off; 1 to ${mostDecided} are allowed.`,
    );
  }
  return inTransaction(store, now, async (manager, at) => {
    const actor = await knownActor(manager, actorId, 'input.actor');
    await checkSpeaks(manager, split);
    const id = randomUUID();
    const target =
      'id' in into ? await knownActor(manager, into.id, 'input.into') : await addActor(manager, id, actor, into);
    if (target.id === actor.id)
      throw new ParallaxError('BAD_USER_INPUT', '`input.into` is the actor of `input.actor` itself.');
    const kind = ActorDecisionKind.SPLIT;
    return record(manager, { id, kind, from: [actor], into: target, claimIds, articleIds, sourceIds }, grounds, at);
  });
}

/**
 * Takes a decision back: everything is as if it had not been made, those made later as they were.
 * @throws ParallaxError ACTOR_DECISION_NOT_FOUND, ACTOR_DECISION_REVERTED, BAD_USER_INPUT
 */
export function revertActorDecision(store: Store, id: string, grounds: Grounds, now: Date): Promise<Decided> {
  return inTransaction(store, now, async (manager, at) => {
    const decision = await manager.findOneBy(ActorDecision, { id });
    if (decision === null) {
      throw new ParallaxError(
        'ACTOR_DECISION_NOT_FOUND',
        '`input.id` is the id of no decision; `Actor.decisions` shows them.',
      );
    }
    if (decision.revertedAt !== null) {
      throw new ParallaxError(
        'ACTOR_DECISION_REVERTED',
        `It was reverted on ${decision.revertedAt.toISOString()} already.`,
      );
    }
    const reverted = {
      revertedAt: at,
      revertedBy: grounds.by,
      revertedByName: await nameOfKey(manager, grounds.by),
      revertReason: readReason(grounds.reason),
    };
    await manager.update(ActorDecision, { id }, reverted);
    const changedClaims = await reapplyDecisions(manager, decision.actorIds, at);
    return { decision: { ...decision, ...reverted }, actorId: decision.into.id, changedClaims };
  });
}

async function inTransaction(
  store: Store,
  now: Date,
  work: (manager: EntityManager, at: Date) => Promise<Decided>,
): Promise<Decided> {
  const decided = await store.dataSource.transaction(async (manager) => {
    await lockClaimLog(manager);
    // Later than all before it, whatever the clock says: by this they are put in order.
    const [{ last }] = await manager.query<[{ last: Date | null }]>('SELECT max(made_at) AS last FROM actor_decision');
    return work(manager, last !== null && last >= now ? new Date(last.getTime() + 1) : now);
  });
  store.claimLog.emit('appended');
  return decided;
}

interface Content {
  readonly id?: string;
  readonly kind: ActorDecisionKind;
  readonly from: readonly KnownActor[];
  readonly into: Pick<KnownActor, 'id' | 'name'>;
  readonly claimIds: readonly string[];
  readonly articleIds: readonly string[];
  readonly sourceIds: readonly string[];
}

async function record(manager: EntityManager, content: Content, { reason, by }: Grounds, at: Date): Promise<Decided> {
  const { from, into } = content;
  const asDecided = ({ id, name }: Pick<KnownActor, 'id' | 'name'>) => ({ id, name });
  const decision: ActorDecision = {
    ...content,
    id: content.id ?? randomUUID(),
    from: from.map(asDecided),
    into: asDecided(into),
    actorIds: [...from.map(({ id }) => id), into.id],
    claimIds: [...content.claimIds],
    articleIds: [...content.articleIds],
    sourceIds: [...content.sourceIds],
    reason: readReason(reason),
    madeAt: at,
    madeBy: by,
    madeByName: await nameOfKey(manager, by),
    revertedAt: null,
    revertedBy: null,
    revertedByName: null,
    revertReason: null,
  };
  await manager.insert(ActorDecision, decision);
  const changedClaims = await reapplyDecisions(manager, decision.actorIds, at);
  return { decision, actorId: into.id, changedClaims };
}

async function knownActor(manager: EntityManager, id: string, argument: string): Promise<KnownActor> {
  const [actor] = await manager.query<KnownActor[]>(
    `SELECT a.id, a.name, a.kind, m.name AS "mergedName" FROM actor a LEFT JOIN actor m ON m.id = a.merged_into_id
     WHERE a.id = $1`,
    [id],
  );
  if (!actor) throw new ParallaxError('ACTOR_NOT_FOUND', `\`${argument}\` is the id of no actor that is here.`);
  if (actor.mergedName !== null) {
    throw new ParallaxError(
      'ACTOR_MERGED',
      `\`${argument}\`, ${actor.name}, was merged into ${actor.mergedName}: take that one, or revert the decision.`,
    );
  }
  return actor;
}

/** What is split off must be there to be split off: a wrong id would otherwise be a decision that never does anything. */
async function checkSpeaks(manager: EntityManager, { actorId, claimIds, articleIds, sourceIds }: Split): Promise<void> {
  for (const [argument, column, ids] of [
    ['claims', 'id', claimIds],
    ['articles', 'article_id', articleIds],
    ['sources', 'source_id', sourceIds],
  ] as const) {
    const found = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT ${column} AS id FROM claim WHERE ${column} = ANY($2::uuid[]) AND (speaker_id = $1
         OR EXISTS (SELECT FROM attribution_link l WHERE l.claim_id = claim.id AND l.actor_id = $1))`,
      [actorId, ids],
    );
    const known = new Set(found.map(({ id }) => id));
    const index = ids.findIndex((id) => !known.has(id));
    if (index >= 0) {
      throw new ParallaxError(
        'ACTOR_NOT_THE_SPEAKER',
        `\`input.${argument}[${index}]\` holds nothing that is said by the actor of \`input.actor\`, or through it.`,
      );
    }
  }
}

async function addActor(
  manager: EntityManager,
  decisionId: string,
  from: KnownActor,
  { name, kind }: { readonly name: string; readonly kind: ActorKind | null },
): Promise<Pick<KnownActor, 'id' | 'name'>> {
  const trimmed = readText(name, 'input.name', 200);
  const key = `decision:${decisionId}`;
  const id = stableId('actor', key);
  await manager.query(
    `INSERT INTO actor (id, key, name, kind, scope, method_engine, method_version, method_confidence, method_input_hash)
     VALUES ($1, $2, $3, $4, $5, 'decision', '1', 1, $6)`,
    [id, key, trimmed, kind ?? from.kind, ActorScope.EVERYWHERE, digest(decisionId)],
  );
  return { id, name: trimmed };
}

async function nameOfKey(manager: EntityManager, by: string): Promise<string | null> {
  const id = /^key:(.+)$/.exec(by)?.[1];
  if (id === undefined) return null;
  const [key] = await manager.query<{ name: string }[]>('SELECT name FROM api_key WHERE id = $1', [id]);
  return key?.name ?? null;
}

const readReason = (reason: string) => readText(reason, 'input.reason', 1_000);

/** @throws ParallaxError BAD_USER_INPUT */
function readText(text: string, argument: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed !== '' && trimmed.length <= longest && !/[\p{Cc}\p{Bidi_Control}]/u.test(trimmed.replaceAll('\n', ' '))) {
    return trimmed;
  }
  throw new ParallaxError(
    'BAD_USER_INPUT',
    `\`${argument}\` must be a text of 1 to ${longest} characters, none of which controls how others are shown.`,
  );
}
