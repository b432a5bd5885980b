import { ParallaxError, type ErrorCode } from '../errors.js';
import { isCountryCode } from '../pipeline/3-actors/country-of.js';
import { formsOfName } from '../pipeline/3-actors/listed-forms.js';
import { ActorKind, type ListedActor } from '../pipeline/values.js';
import {
  hasListedActors,
  ListedStatus,
  loadListedActors,
  saveListedActors,
  type ListedResult,
  type ListedRow,
} from '../store/actors/listed.js';
import type { AnalysedVersion } from '../store/analysis/values.js';
import type { Store } from '../store/store.js';
import type { Workers } from './workers.js';

/** A row of a table of actors, as a user gives it. */
export interface GivenActor {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly country: string | null;
  readonly wikidataId: string | null;
}

/** What became of a row that was given; `error` only where it was refused. */
export interface ImportedActor {
  readonly status: ListedStatus;
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
  readonly conflicts: ListedResult['conflicts'];
}

export interface ImportedActors {
  readonly results: readonly ImportedActor[];
  /** Stored articles in which somebody of these names speaks, which wait to be computed again. */
  readonly staleArticles: number;
}

const kinds = new Map<string, ActorKind>(
  [ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.COUNTRY].map((kind) => [kind, kind]),
);
kinds.set('ORGANISATION', ActorKind.ORGANIZATION);
const longestName = 200;
const mostAliases = 100;

const invalid = (sentence: string) => new ParallaxError('ACTOR_ROW_INVALID', sentence);

function checkName(text: string, what: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') throw invalid(`${what} is empty.`);
  if (name.length > longestName) throw invalid(`${what} has ${name.length} characters; ${longestName} are the most.`);
  if (/[\p{Cc}\p{Bidi_Control}]/u.test(name)) throw invalid(`${what} holds a character that cannot be shown.`);
  if (formsOfName(name).length === 0) throw invalid(`${what}, "${name}", holds no letter and no digit.`);
  return name;
}

/** @throws ParallaxError ACTOR_ROW_INVALID */
function checkRow(given: GivenActor): ListedRow {
  const name = checkName(given.name, 'The name');
  if (given.aliases.length > mostAliases) {
    throw invalid(`There are ${given.aliases.length} aliases; ${mostAliases} are the most.`);
  }
  const aliases = [...new Set(given.aliases.map((alias) => checkName(alias, 'An alias')))].filter(
    (alias) => alias !== name,
  );
  const kind = kinds.get(given.kind.trim().toUpperCase());
  if (kind === undefined)
    throw invalid(`The kind is PERSON, ORGANIZATION or COUNTRY, not "${given.kind.slice(0, 50)}".`);
  const country = given.country?.trim().toUpperCase() || null;
  if (country !== null && !isCountryCode(country)) {
    throw invalid(
      `The country is an ISO 3166-1 code of two letters, such as FR, not "${given.country?.slice(0, 50)}".`,
    );
  }
  if (kind === ActorKind.COUNTRY && country === null) throw invalid('A row of kind COUNTRY needs its country.');
  const wikidataId = given.wikidataId?.trim().toUpperCase() || null;
  if (wikidataId !== null && !/^Q[1-9]\d{0,11}$/.test(wikidataId)) {
    throw invalid(`The Wikidata id is Q and a number, such as Q7817, not "${wikidataId.slice(0, 50)}".`);
  }
  const forms = [name, ...aliases].flatMap((one) => formsOfName(one).map((form) => [form, one] as const));
  return { name, aliases, kind, country, wikidataId, forms };
}

/** Adds rows to the table of actors; one that is bad does not hold up the others. */
export async function importActors(store: Store, given: readonly GivenActor[]): Promise<ImportedActors> {
  const checked = given.map((row) => {
    try {
      return checkRow(row);
    } catch (error) {
      if (error instanceof ParallaxError) return error;
      throw error;
    }
  });
  const good = checked.filter((row): row is ListedRow => !(row instanceof ParallaxError));
  const saved = await store.dataSource.transaction((manager) => saveListedActors(manager, good));
  const results = saved.results[Symbol.iterator]();
  return {
    staleArticles: saved.staleArticles,
    results: checked.map((row): ImportedActor => {
      if (row instanceof ParallaxError) {
        return { status: ListedStatus.REFUSED, error: { code: row.code, message: row.message }, conflicts: [] };
      }
      return { ...(results.next().value as ListedResult), error: null };
    }),
  };
}

/** The actors of the table that may be named in an article. */
export async function listedActorsOf(
  { dataSource: { manager } }: Store,
  workers: Workers,
  { headline, text }: AnalysedVersion,
): Promise<readonly ListedActor[]> {
  if (!(await hasListedActors(manager))) return [];
  return loadListedActors(manager, await workers.findForms(`${headline}\n${text}`));
}
