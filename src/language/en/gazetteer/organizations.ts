import { readAlias, readList, readRows, type Alias } from './aliases.js';
import { mediaTable } from './media-table.js';
import { organizationsTable } from './organizations-table.js';

type OrganizationKind =
  | 'UNITED_NATIONS'
  | 'EUROPEAN_UNION'
  | 'INTERGOVERNMENTAL'
  | 'COURT'
  | 'BANK'
  | 'NONGOVERNMENTAL'
  | 'SPORT'
  | 'ARMED_GROUP';

type MediumKind = 'NEWS_AGENCY' | 'BROADCASTER' | 'NEWSPAPER' | 'MAGAZINE' | 'ONLINE';

/** An international organisation that news names. */
interface Organization {
  /** The common name first, acronyms among the others. */
  readonly names: readonly Alias[];
  readonly kind: OrganizationKind;
  /** City; null for a group of states without one. */
  readonly seat: string | null;
  /** Null where it could not be checked. */
  readonly wikidata: string | null;
}

/** A medium that other media quote. */
interface Medium {
  /** The common name first. */
  readonly names: readonly Alias[];
  readonly kind: MediumKind;
  /** Where it is published, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Null where it could not be checked. */
  readonly wikidata: string | null;
}

export const organizations: readonly Organization[] = readRows(organizationsTable, 4).map(
  ([names, kind, seat, wikidata]) => ({
    names: readList(names).map(readAlias),
    kind: kind as OrganizationKind,
    seat: seat || null,
    wikidata: wikidata || null,
  }),
);

export const media: readonly Medium[] = readRows(mediaTable, 4).map(([names, kind, country, wikidata]) => ({
  names: readList(names).map(readAlias),
  kind: kind as MediumKind,
  country,
  wikidata: wikidata || null,
}));
