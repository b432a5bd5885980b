import { nameKinds, type NameKind, type NameSpan } from './bilou.js';

/** Counts over names, and shares from 0 to 1. */
export interface NameFigures {
  readonly gold: number;
  readonly found: number;
  readonly hit: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** `all`: right span and kind; `spans`: right span, whatever the kind. */
export type NameScores = Readonly<Record<'all' | 'spans' | NameKind, NameFigures>>;

/**
 * Compares names sentence by sentence: a name is right where start, end and kind are (CoNLL-2003's measure).
 * @throws RangeError when there are not as many sentences of one as of the other.
 */
export function scoreNames(
  gold: readonly (readonly NameSpan[])[],
  found: readonly (readonly NameSpan[])[],
): NameScores {
  if (gold.length !== found.length) throw new RangeError(`${found.length} sentences for ${gold.length} gold ones`);
  const compare = (keep: (name: NameSpan) => boolean, byKind: boolean): NameFigures => {
    const keyOf = ({ start, end, kind }: NameSpan): string => `${start} ${end} ${byKind ? kind : ''}`;
    let hit = 0;
    let goldCount = 0;
    let foundCount = 0;
    gold.forEach((names, number) => {
      const right = new Set(names.filter(keep).map(keyOf));
      const told = found[number].filter(keep);
      goldCount += right.size;
      foundCount += told.length;
      hit += told.filter((name) => right.has(keyOf(name))).length;
    });
    const share = (whole: number): number => (whole === 0 ? 0 : hit / whole);
    return {
      gold: goldCount,
      found: foundCount,
      hit,
      precision: share(foundCount),
      recall: share(goldCount),
      f1: share((goldCount + foundCount) / 2),
    };
  };
  const entries = nameKinds.map((kind) => [kind, compare((name) => name.kind === kind, true)] as const);
  return {
    all: compare(() => true, true),
    spans: compare(() => true, false),
    ...(Object.fromEntries(entries) as Record<NameKind, NameFigures>),
  };
}
