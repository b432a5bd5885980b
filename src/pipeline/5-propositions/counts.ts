import { stem } from '../../language/en/stem.js';
import { words, type Word } from '../../language/en/words.js';
import { isDisjoint, type Quantity, type Reading } from '../sentence-relation/index.js';

/** What people are counted for in news of one event, so that two counts of it can be held against each other. */
enum Counted {
  KILLED = 'KILLED',
  INJURED = 'INJURED',
  ARRESTED = 'ARRESTED',
  EVACUATED = 'EVACUATED',
  STAFF = 'STAFF',
}

/** So many people, counted for something. */
export interface PeopleCount {
  readonly of: Counted;
  readonly quantity: Quantity;
  /** Stem of who they are, where that is more than people; null otherwise. */
  readonly who: string | null;
  /** Names that say where; empty where none do. */
  readonly where: ReadonlySet<string>;
  /** "14 had been injured": the count of an earlier time. */
  readonly isEarlier: boolean;
}

const stems = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(stem));

// In this order: of workers that are injured, the injured are counted.
const signs: readonly (readonly [Counted, ReadonlySet<string>])[] = [
  [Counted.KILLED, stems('killed dead die deaths fatalities')],
  [Counted.INJURED, stems('injured injuries hurt wounded treated hospital hospitalised hospitalized')],
  [Counted.ARRESTED, stems('arrested detained custody')],
  [Counted.EVACUATED, stems('evacuated evacuees')],
  [Counted.STAFF, stems('staff staffed personnel employ employs')],
];
// These count staff only of somebody who can do them.
const posting = stems('serve stationed assigned posted');
const posted = stems('officer soldier troops official clerk agent guard adviser people');
const anybody = stems('people person victim others staff personnel injured wounded dead casualties patients');
const window = 6;

/**
 * The count of people in a claim, for each thing that people are counted for: "injuring 14 workers", "the number of
 * injured had risen to 23", "a staff of twelve". A part of a whole ("three of them", "another five", "two more") is left
 * out, and so is everything where a claim has two counts of one thing: which is the total is not clear.
 *
 * Known failure: a total and the count of one place are told apart only where both name their place.
 */
export function peopleCounts(reading: Reading): PeopleCount[] {
  if (reading.stance.denial !== null || reading.quantities.length === 0) return [];
  const list = words(reading.text);
  if (isOfEarlier(list)) return [];
  const found = new Map<Counted, PeopleCount | null>();
  for (const quantity of reading.quantities) {
    if (quantity.unit !== '' || isPart(list, quantity)) continue;
    const near = nearWords(reading.text, list, quantity);
    const nearStems = new Set(near.map((word) => word.stem));
    const of = countedFor(nearStems, quantity);
    if (of === null) continue;
    const head = quantity.heads.at(-1) ?? null;
    const who = head === null || quantity.heads.some((each) => anybody.has(each)) ? null : head;
    const where = new Set(near.filter((word) => word.isCapitalised && !word.isFirst).map((word) => word.stem));
    found.set(of, found.has(of) ? null : { of, quantity, who, where, isEarlier: isEarlier(list, quantity) });
  }
  return [...found.values()].filter((count) => count !== null);
}

/** The past perfect, passive, right after the people counted. Indirect speech shifts the active there as well. */
function isEarlier(list: readonly Word[], { toWord }: Quantity): boolean {
  const after = list.slice(toWord + 1, toWord + 5).map(({ lower }) => lower);
  return after.some((word, at) => word === 'had' && after[at + 1] === 'been');
}

/** "last year", "in 2017", "a decade ago": a claim that looks back may count those of another event. */
function isOfEarlier(list: readonly Word[]): boolean {
  return list.some(
    ({ lower }, at) =>
      lower === 'ago' || /^(19|20)\d\d$/.test(lower) || (lower === 'year' && list[at - 1]?.lower === 'last'),
  );
}

/** Whether two counts are of the same people as far as the words say, and cannot both be right at one time. */
export function countsConflict(first: PeopleCount, second: PeopleCount): boolean {
  return isOneThing(first, second) && isDisjoint(first.quantity, second.quantity);
}

// Small figures are alike by chance.
const fewestTelling = 10;

/** Whether two counts give the same figure of the same people. */
export function countsAgree(first: PeopleCount, second: PeopleCount): boolean {
  const [one, other] = [first.quantity, second.quantity];
  return one.low >= fewestTelling && one.low === other.low && one.high === other.high && isOneThing(first, second);
}

function isOneThing(first: PeopleCount, second: PeopleCount): boolean {
  if (first.of !== second.of) return false;
  if (first.who !== null && second.who !== null && first.who !== second.who) return false;
  const isElsewhere =
    first.where.size > 0 && second.where.size > 0 && ![...first.where].some((w) => second.where.has(w));
  return !isElsewhere;
}

function countedFor(near: ReadonlySet<string>, quantity: Quantity): Counted | null {
  for (const [of, words] of signs) if ([...words].some((word) => near.has(word))) return of;
  const isPosted = quantity.heads.some((head) => posted.has(head)) && [...posting].some((word) => near.has(word));
  return isPosted ? Counted.STAFF : null;
}

/** "three of them", "another five", "including two": a part of some whole. */
function isPart(list: readonly Word[], quantity: Quantity): boolean {
  const after = [list[quantity.toWord + 1]?.lower, list[quantity.toWord + 2]?.lower];
  if (after[0] === 'of' && /^(them|whom|those|these|the|us|its|their)$/.test(after[1] ?? '')) return true;
  return /^(another|including|other|all|every|with|tank|day|number|first|last|next)$/.test(
    list[quantity.fromWord - 1]?.lower ?? '',
  );
}

/** The words around a figure, not beyond a comma or the like. */
function nearWords(text: string, list: readonly Word[], { fromWord, toWord }: Quantity): Word[] {
  const isBroken = (one: Word, other: Word): boolean => /[,.;:()“”"–—]/.test(text.slice(one.end, other.start));
  const near: Word[] = [];
  for (let at = fromWord - 1; at >= Math.max(0, fromWord - window) && !isBroken(list[at]!, list[at + 1]!); at -= 1)
    near.push(list[at]!);
  for (let at = toWord + 1; at < Math.min(list.length, toWord + 1 + window); at += 1) {
    if (isBroken(list[at - 1]!, list[at]!)) break;
    near.push(list[at]!);
  }
  return near;
}
