import { Proposition } from '../../../entities/index.js';
import { narrowing } from './narrowing.js';
import type { Bind, Listing } from './page.js';

export interface PropositionNarrowing {
  readonly event?: string | null;
  readonly minimumSources?: number | null;
}

/** Propositions, those that most outlets carry first. */
export const propositionListing: Listing<Proposition, PropositionNarrowing> = {
  name: 'propositions by sourceCount',
  entity: Proposition,
  order: [
    { property: 'sourceCount', type: 'integer' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: true,
  link: null,
  narrow: (filter: PropositionNarrowing, bind: Bind) =>
    narrowing(bind)
      .by(filter.event, (event) => `row.event_id = ${event}::uuid`)
      .by(filter.minimumSources, (least) => `row.source_count >= ${least}::integer`).conditions,
};

export const propositionsOfEvents = { ...propositionListing, link: 'row.event_id = parent.id' };
