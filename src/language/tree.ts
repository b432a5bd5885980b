import type { Unit } from './document.js';
import type { Range } from './noun-phrase.js';

// What the dependency tree says where templates over words say nothing.

/** Index of the first unit that begins at or after an offset, by halving. */
function unitFrom(units: readonly Unit[], offset: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The units of what hangs on a unit, itself included. */
export function subtreeOf(units: readonly Unit[], index: number): Range {
  const { left, right } = units[index]!;
  const start = unitFrom(units, left);
  let end = Math.max(unitFrom(units, right), index + 1);
  while (end > index + 1 && units[end - 1]!.pos === 'PUNCT') end -= 1;
  return { start, end };
}

/** Index of the nearest unit on one side that hangs on `head` by a relation that fits; -1 where none does. */
function dependentOf(units: readonly Unit[], head: number, relation: RegExp, step: 1 | -1): number {
  const { start } = units[head]!;
  for (let k = head + step; k >= 0 && k < units.length; k += step)
    if (units[k]!.head === start && relation.test(units[k]!.relation)) return k;
  return -1;
}

/** The subject of a verb, to its left. @returns null where the tree has none there */
export function treeSubject(units: readonly Unit[], verb: number): Range | null {
  const subject = dependentOf(units, verb, /^nsubj/, -1);
  if (subject < 0) return null;
  const { start, end } = subtreeOf(units, subject);
  return { start, end: Math.min(end, verb) };
}

/** The clause that a verb takes, to its right. @returns null where the tree has none there */
export function treeClause(units: readonly Unit[], verb: number): Range | null {
  const clause = dependentOf(units, verb, /^ccomp/, 1);
  return clause < 0 ? null : subtreeOf(units, clause);
}
