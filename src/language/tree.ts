import type { Unit } from './document.js';
import { firstBehind } from './halving.js';
import type { Range } from './noun-phrase.js';

// What the dependency tree says where templates over words say nothing.

/** Index of the first unit that begins at or after an offset. */
export const unitFrom = (units: readonly Unit[], offset: number): number =>
  firstBehind(units.length, (index) => units[index]!.start < offset);

/** Index of the unit that another hangs on; -1 for the root, and where that stands in another sentence. */
export function governorOf(units: readonly Unit[], index: number): number {
  const at = unitFrom(units, units[index]!.head);
  return units[at]?.start === units[index]!.head ? at : -1;
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

/** Where the subject of a verb begins that stands behind it: "said | a woman". @returns -1 where the tree has none there */
export function treeSubjectAfter(units: readonly Unit[], verb: number): number {
  const subject = dependentOf(units, verb, /^nsubj/, 1);
  return subject < 0 ? -1 : subtreeOf(units, subject).start;
}

/** Units up the tree that are looked at, at most. */
const highest = 6;

/** Index of the unit that another hangs on, where it stands to its left; -1 where it doesn't. */
function governorLeftOf(units: readonly Unit[], index: number): number {
  const at = governorOf(units, index);
  return at < index ? at : -1;
}

/**
 * Whether a past was tagged as a participle that hangs on the noun before it, and has a clause behind it: "A spokeswoman for
 * the yard | confirmed to the Star that A", where that noun has no verb, or "A, the yard | confirmed", where what it hangs on
 * stands in front of a comma.
 */
export function isMistakenParticiple(units: readonly Unit[], verb: number): boolean {
  if (units[verb + 1]?.lower === 'by') return false;
  let noun = governorLeftOf(units, verb);
  for (let up = 0; noun >= 0 && up < highest && /^(?:nmod|flat|appos|conj)/.test(units[noun]!.relation); up += 1) {
    const above = governorLeftOf(units, noun);
    if (above < 0) break;
    noun = above;
  }
  if (noun < 0) return false;
  const { head, left, start } = units[noun]!;
  if (head < 0) return hasDependent(units, verb, /^(?:ccomp|acl:relcl)$/) || units[verb + 1]?.pos === 'ADP';
  if (head >= left || head >= start) return false;
  const first = unitFrom(units, left);
  // The tree may give the comma to what stands behind it.
  return (
    (units[first]?.text === ',' || units[first - 1]?.text === ',') &&
    units.slice(verb + 1).every(({ text }) => text !== ',')
  );
}

const hasDependent = (units: readonly Unit[], head: number, relation: RegExp): boolean =>
  dependentOf(units, head, relation, 1) >= 0;

/** Whether a word has a subject to its left and a clause to its right, whatever its tag: "documents | show that A". */
export const hasClause = (units: readonly Unit[], index: number): boolean =>
  dependentOf(units, index, /^nsubj$/, -1) >= 0 && hasDependent(units, index, /^ccomp$/);

/** Whether a verb has a subject of its own to its left: "the king posted on", not "a video posted on". */
export const isMainVerb = (units: readonly Unit[], verb: number): boolean =>
  /^VB/.test(units[verb]!.xpos) &&
  (dependentOf(units, verb, /^nsubj$/, -1) >= 0 ||
    // A past whose form is the participle's: "the poet | posted on".
    (units[verb]!.relation === 'root' &&
      dependentOf(units, verb, /^nsubj:pass$/, -1) >= 0 &&
      dependentOf(units, verb, /^aux/, -1) < 0));

/** The clause that a verb takes, to its right. @returns null where the tree has none there */
export function treeClause(units: readonly Unit[], verb: number): Range | null {
  const clause = dependentOf(units, verb, /^ccomp/, 1);
  return clause < 0 ? null : subtreeOf(units, clause);
}

/**
 * Whether a clause that begins at `start` is a tag of what stands before it, by the tree: "A, | the landlady said at the inquest".
 * @param verb its verb, which the tree hangs on a word further left, without a word that joins the two
 */
export function isTreeTag(units: readonly Unit[], start: number, verb: number, isBehindQuotation = false): boolean {
  const { head, relation } = units[verb]!;
  // 'told her “…”, | Orvis swore': the tree may take the tag for what was told.
  const isLoose = /^(?:parataxis|advcl|conj)$/.test(relation) || (isBehindQuotation && relation === 'ccomp');
  if (!isLoose || head < 0 || head >= units[start]!.start) return false;
  if (dependentOf(units, verb, /^(?:mark|cc)$/, -1) >= start) return false;
  return dependentOf(units, verb, /^nsubj/, -1) >= start && subtreeOf(units, verb).start >= start - 1;
}
