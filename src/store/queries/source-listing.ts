import { Source } from '../../../entities/index.js';
import type { SourceKind } from '../../pipeline/values.js';
import { narrowing } from './narrowing.js';
import type { Bind, Listing } from './page.js';

export interface SourceNarrowing {
  readonly kind?: SourceKind | null;
  readonly country?: string | null;
  /** Part of the name or the domain; upper and lower case are the same. */
  readonly name?: string | null;
}

/** Outlets by name. */
export const sourceListing: Listing<Source, SourceNarrowing> = {
  name: 'sources by name',
  entity: Source,
  order: [
    { property: 'name', type: 'text' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: false,
  link: null,
  narrow: (filter: SourceNarrowing, bind: Bind) =>
    narrowing(bind)
      .by(filter.kind, (kind) => `row.kind = ${kind}`)
      .by(filter.country, (country) => `row.country = upper(${country})`)
      .by(filter.name, (name) => `position(lower(${name}) IN lower(row.name || ' ' || coalesce(row.domain, ''))) > 0`)
      .conditions,
};
