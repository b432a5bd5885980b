import { ActorDecision } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** The most that are shown of one actor, the latest. */
export const mostDecisions = 100;

/** What was decided about an actor, the latest first; what was reverted too. */
export const decisionsOfActors = linkedRows({
  entity: ActorDecision,
  link: `row.id IN (SELECT id FROM actor_decision WHERE parent.id = ANY(actor_ids)
    ORDER BY made_at DESC, id LIMIT ${mostDecisions})`,
  order: 'row.made_at DESC, row.id',
});
