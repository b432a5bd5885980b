import { Tags, Tree } from './values.js';

/** What can be compared: layers that the prediction doesn't have count as wrong. */
type Reading = Tags & Tree & { readonly lemmas: readonly string[] };

/** Shares from 0 to 1 over the words that gold does not call punctuation. */
export interface Figures {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemmas: number;
  /** Words with the right head (unlabelled attachment score). */
  readonly uas: number;
  /** Words with the right head and universal relation, subtypes left off (labelled attachment score). */
  readonly las: number;
  /** By universal relation: F1 of arcs with the right head and relation. */
  readonly relations: Readonly<Record<string, RelationFigures>>;
}

export interface RelationFigures {
  readonly gold: number;
  readonly predicted: number;
  readonly hit: number;
  readonly f1: number;
}

/** "nsubj:pass" -> "nsubj". */
function universalRelation(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

/**
 * Compares predicted tags, lemmas and trees with gold ones, sentence by sentence, word by word. Punctuation is left
 * out, as in the CoNLL-X shared task (Buchholz and Marsi 2006).
 * @throws RangeError when there are not as many predicted sentences as gold ones.
 */
export function evaluate(gold: readonly Partial<Reading>[], predicted: readonly Partial<Reading>[]): Figures {
  if (gold.length !== predicted.length) {
    throw new RangeError(`${predicted.length} predicted sentences for ${gold.length} gold ones`);
  }
  const right = { upos: 0, xpos: 0, lemmas: 0, uas: 0, las: 0 };
  const relations = new Map<string, { gold: number; predicted: number; hit: number }>();
  const countsOf = (relation: string): { gold: number; predicted: number; hit: number } => {
    const counts = relations.get(relation) ?? { gold: 0, predicted: 0, hit: 0 };
    relations.set(relation, counts);
    return counts;
  };
  let words = 0;
  gold.forEach((sentence, number) => {
    const other = predicted[number];
    const same = (layer: keyof Reading, index: number): number =>
      Number(sentence[layer] !== undefined && sentence[layer][index] === other[layer]?.[index]);
    sentence.upos?.forEach((upos, index) => {
      if (upos === 'PUNCT') return;
      words += 1;
      right.upos += same('upos', index);
      right.xpos += same('xpos', index);
      right.lemmas += same('lemmas', index);
      const head = same('heads', index);
      right.uas += head;
      const relation = sentence.relations && universalRelation(sentence.relations[index]);
      const guess = other.relations?.[index] === undefined ? undefined : universalRelation(other.relations[index]);
      const hit = head && relation !== undefined && relation === guess ? 1 : 0;
      right.las += hit;
      if (relation !== undefined) {
        countsOf(relation).gold += 1;
        countsOf(relation).hit += hit;
      }
      if (guess !== undefined) countsOf(guess).predicted += 1;
    });
  });
  const share = (count: number): number => (words ? count / words : 0);
  return {
    words,
    upos: share(right.upos),
    xpos: share(right.xpos),
    lemmas: share(right.lemmas),
    uas: share(right.uas),
    las: share(right.las),
    relations: Object.fromEntries(
      [...relations]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([relation, counts]) => [
          relation,
          { ...counts, f1: counts.hit ? (2 * counts.hit) / (counts.gold + counts.predicted) : 0 },
        ]),
    ),
  };
}
