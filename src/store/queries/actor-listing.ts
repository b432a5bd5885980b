import { Actor } from '../../../entities/index.js';
import type { ActorKind, ActorScope } from '../../pipeline/values.js';
import { idsFrom, narrowing } from './narrowing.js';
import { OrderDirection, type Listings } from './order.js';
import type { Bind } from './page.js';

export enum ActorOrderField {
  NAME = 'NAME',
}

export interface ActorNarrowing {
  readonly kinds?: readonly ActorKind[] | null;
  readonly scopes?: readonly ActorScope[] | null;
  readonly countries?: readonly string[] | null;
  /** Part of the name or of an alias; upper and lower case are the same. */
  readonly nameContains?: string | null;
  /** Events in which the actor speaks. */
  readonly events?: readonly string[] | null;
  /** Outlets that quote the actor. */
  readonly sources?: readonly string[] | null;
}

/** Actors. */
export const actorListing: Listings<Actor, ActorNarrowing, ActorOrderField> = {
  name: 'actors',
  entity: Actor,
  orders: {
    NAME: [
      { property: 'name', type: 'text' },
      { property: 'id', type: 'uuid' },
    ],
  },
  usual: { field: ActorOrderField.NAME, direction: OrderDirection.ASC },
  link: null,
  narrow(filter: ActorNarrowing, bind: Bind) {
    return (
      narrowing(bind)
        .byAny(filter.kinds, 'text', (is) => `row.kind ${is}`)
        .byAny(filter.scopes, 'text', (is) => `row.scope ${is}`)
        .byAny(filter.countries, 'text', (is) => `row.country ${is}`)
        .by(
          filter.nameContains,
          (name) => `(position(lower(${name}) IN lower(row.name)) > 0 OR EXISTS (
        SELECT FROM unnest(row.aliases) alias WHERE position(lower(${name}) IN lower(alias)) > 0))`,
        )
        .byAny(filter.events, 'uuid', (is) =>
          idsFrom('claim.speaker_id', `claim WHERE claim.event_id ${is} AND claim.retracted_at IS NULL`),
        )
        // An outlet quotes most of its actors often, so each is found at once.
        .byAny(
          filter.sources,
          'uuid',
          (is) => `EXISTS (
        SELECT FROM claim WHERE claim.speaker_id = row.id AND claim.source_id ${is} AND claim.retracted_at IS NULL)`,
        )
        .conditions.concat('row.merged_into_id IS NULL')
    );
  },
};

/** The actors who speak in an event. */
export const actorsOfEvents: typeof actorListing = {
  ...actorListing,
  link: idsFrom('claim.speaker_id', 'claim WHERE claim.event_id = parent.id AND claim.retracted_at IS NULL'),
};
