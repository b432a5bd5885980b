import { Source } from '../../../entities/index.js';
import type { SourceKind } from '../../pipeline/values.js';
import { narrowing } from './narrowing.js';
import { OrderDirection, type Listings } from './order.js';
import type { Bind } from './page.js';

export enum SourceOrderField {
  NAME = 'NAME',
  FIRST_SEEN_AT = 'FIRST_SEEN_AT',
}

export interface SourceNarrowing {
  readonly kinds?: readonly SourceKind[] | null;
  readonly countries?: readonly string[] | null;
  /** BCP 47; `en` takes in `en-GB`. */
  readonly languages?: readonly string[] | null;
  readonly domains?: readonly string[] | null;
  /** Part of the name or the domain; upper and lower case are the same. */
  readonly nameContains?: string | null;
}

/** Outlets. */
export const sourceListing: Listings<Source, SourceNarrowing, SourceOrderField> = {
  name: 'sources',
  entity: Source,
  orders: {
    NAME: [
      { property: 'name', type: 'text' },
      { property: 'id', type: 'uuid' },
    ],
    FIRST_SEEN_AT: [
      { property: 'firstSeenAt', type: 'timestamptz' },
      { property: 'id', type: 'uuid' },
    ],
  },
  usual: { field: SourceOrderField.NAME, direction: OrderDirection.ASC },
  link: null,
  narrow: (filter: SourceNarrowing, bind: Bind) =>
    narrowing(bind)
      .byAny(filter.kinds, 'text', (is) => `row.kind ${is}`)
      .byAny(filter.countries, 'text', (is) => `row.country ${is}`)
      .by(
        filter.languages?.map((tag) => tag.toLowerCase()),
        (tags) => `EXISTS (SELECT FROM unnest(row.languages) language, unnest(${tags}::text[]) tag
        WHERE lower(language) = tag OR lower(language) ^@ (tag || '-'))`,
      )
      .byAny(
        filter.domains?.map((domain) => domain.toLowerCase()),
        'text',
        (is) => `row.domain ${is}`,
      )
      .by(
        filter.nameContains,
        (name) => `position(lower(${name}) IN lower(row.name || ' ' || coalesce(row.domain, ''))) > 0`,
      ).conditions,
};
