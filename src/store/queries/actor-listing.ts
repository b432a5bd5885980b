import { Actor } from '../../../entities/index.js';
import type { ActorKind } from '../../pipeline/values.js';
import { narrowing } from './narrowing.js';
import type { Bind, Listing } from './page.js';

export interface ActorNarrowing {
  readonly kind?: ActorKind | null;
  /** Part of the name or of an alias; upper and lower case are the same. */
  readonly name?: string | null;
  /** An event in which the actor speaks. */
  readonly event?: string | null;
}

/** Actors by name. */
export const actorListing: Listing<Actor, ActorNarrowing> = {
  name: 'actors by name',
  entity: Actor,
  order: [
    { property: 'name', type: 'text' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: false,
  link: null,
  narrow: (filter: ActorNarrowing, bind: Bind) =>
    narrowing(bind)
      .by(filter.kind, (kind) => `row.kind = ${kind}`)
      .by(
        filter.name,
        (name) => `(position(lower(${name}) IN lower(row.name)) > 0 OR EXISTS (
        SELECT FROM unnest(row.aliases) alias WHERE position(lower(${name}) IN lower(alias)) > 0))`,
      )
      .by(
        filter.event,
        (event) => `EXISTS (
        SELECT FROM claim WHERE claim.speaker_id = row.id AND claim.event_id = ${event}::uuid
        AND claim.retracted_at IS NULL)`,
      ).conditions,
};
