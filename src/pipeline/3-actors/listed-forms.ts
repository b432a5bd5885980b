import { normaliseName } from './normalise-name.js';
import { readPersonName } from './person-name.js';

/**
 * The forms under which a name of a user's table is looked up: as written, and as people's names are told apart.
 * @returns one or two, never an empty one
 */
export function formsOfName(name: string): readonly string[] {
  return [...new Set([normaliseName(name), readPersonName(name).form])].filter((form) => form !== '');
}
