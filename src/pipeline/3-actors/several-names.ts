import type { Unit } from '../../language/document.js';
import { isNoun } from '../../language/words.js';
import { bare, isGivenName, isName } from './proper-name.js';

/**
 * "the mayor and the water company", "Ann Lee and Tom Fox": several speak together, and none of them is meant alone.
 * Known failure: bodies with "and" in a name without a word that tells one ("Rack and Ruin said" stays a name).
 * @param end of the phrase's core
 */
export function namesSeveral(units: readonly Unit[], end: number): boolean {
  return joinsTwo(units, end) || isListOfNames(units);
}

function joinsTwo(units: readonly Unit[], end: number): boolean {
  // "a cease-and-desist letter" is one.
  const and = units.findIndex(
    (unit, index) => index > 0 && index + 1 < end && unit.lower === 'and' && units[index - 1]!.text !== '-',
  );
  if (and < 0) return false;
  const [before, after] = [units.slice(0, and), units.slice(and + 1, end)];
  // "the Department of Trade and Industry", "Bill and Ann Lee": one name, as far as can be told.
  const isOneName = isName(before.at(-1)!) && isName(after[0]!);
  if (isOneName)
    return (
      before.length > 1 && after.length > 1 && isGivenName(bare(before[0]!.text)) && isGivenName(bare(after[0]!.text))
    );
  return before.some(isNoun) && after.some(isNoun) && before.every((unit) => unit.pos !== 'ADP');
}

/** "Jason Dunn, Robin Dawe (R-Ohio) and Nate Peters" */
function isListOfNames(units: readonly Unit[]): boolean {
  let depth = 0;
  const parts: Unit[][] = [[]];
  for (const unit of units) {
    if (unit.text === '(') depth += 1;
    else if (unit.text === ')') depth -= 1;
    else if (depth === 0 && (unit.text === ',' || unit.lower === 'and')) parts.push([]);
    else if (depth === 0) parts.at(-1)!.push(unit);
  }
  const named = parts.filter((part) => part.length > 0);
  return units.some(({ lower }) => lower === 'and') && named.length > 2 && named.every((part) => part.every(isName));
}
