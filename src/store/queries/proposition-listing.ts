import { Proposition } from '../../../entities/index.js';
import { narrowing, type Range } from './narrowing.js';
import { OrderDirection, type Listings } from './order.js';
import type { Bind } from './page.js';

export enum PropositionOrderField {
  SOURCE_COUNT = 'SOURCE_COUNT',
  CLAIM_COUNT = 'CLAIM_COUNT',
}

export interface PropositionNarrowing {
  readonly events?: readonly string[] | null;
  readonly sourceCount?: Range<number> | null;
  readonly claimCount?: Range<number> | null;
}

/** Propositions. */
export const propositionListing: Listings<Proposition, PropositionNarrowing, PropositionOrderField> = {
  name: 'propositions',
  entity: Proposition,
  orders: {
    SOURCE_COUNT: [
      { property: 'sourceCount', type: 'integer' },
      { property: 'id', type: 'uuid' },
    ],
    CLAIM_COUNT: [
      { property: 'claimCount', type: 'integer' },
      { property: 'id', type: 'uuid' },
    ],
  },
  usual: { field: PropositionOrderField.SOURCE_COUNT, direction: OrderDirection.DESC },
  link: null,
  narrow: (filter: PropositionNarrowing, bind: Bind) =>
    narrowing(bind)
      .byAny(filter.events, 'uuid', (is) => `row.event_id ${is}`)
      .byRange(filter.sourceCount, 'integer', 'row.source_count')
      .byRange(filter.claimCount, 'integer', 'row.claim_count').conditions,
};

export const propositionsOfEvents = { ...propositionListing, link: 'row.event_id = parent.id' };
