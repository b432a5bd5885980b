import { Scope } from '../../../entities/enumerations.js';

/**
 * What each scope allows. What is taken in or corrected is shown in the answer, and from there everything can be reached,
 * so that whoever may do that may read as well: a narrower promise would not hold.
 */
const included: Readonly<Record<Scope, readonly Scope[]>> = {
  [Scope.READ]: [Scope.READ],
  [Scope.INGEST]: [Scope.INGEST, Scope.READ],
  [Scope.CURATE]: [Scope.CURATE, Scope.READ],
  [Scope.ADMIN]: Object.values(Scope),
};

/** The scopes that were given, and those that they bring with them. */
export function withIncluded(given: Iterable<Scope>): ReadonlySet<Scope> {
  return new Set([...given].flatMap((scope) => included[scope]));
}
