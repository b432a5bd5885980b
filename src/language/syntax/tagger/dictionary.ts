import { symbolOf, symbolOfNumber } from '../learning/symbols.js';

/** The classes that a word bore in training: of one in ten of its occurrences or more, the most frequent first. */
export interface TagEntry {
  readonly classes: readonly number[];
  /** Whether the word is frequent and bears one class in all but one of 200 occurrences. */
  readonly certain: boolean;
  /** A symbol of the classes as a set in order. */
  readonly symbol: number;
}

/**
 * Which tags each word bore in training, as an ambiguity class (D. Cutting et al., "A practical part-of-speech tagger",
 * ANLP 1992). It tells also of the words to come, whose tags are not known yet. Words are known by 32 bits of hash.
 */
export class TagDictionary {
  constructor(readonly entries: ReadonlyMap<number, TagEntry>) {}

  /** What is known of a form; undefined when it was too rare. */
  find(form: string): TagEntry | undefined {
    return this.entries.get(symbolOf(form));
  }
}

export function tagEntry(classes: readonly number[], certain: boolean): TagEntry {
  let symbol = 0;
  for (const each of classes) symbol = (Math.imul(symbol, 31) + symbolOfNumber(each)) | 0;
  return { classes, certain, symbol };
}

/** How often a word must occur to be certain of its class. */
const leastCertain = 20;

/** Counts of class by form, from which dictionaries are made; counts can be taken away again. */
export class TagCounts {
  private readonly counts = new Map<string, Map<number, number>>();

  /** Counts the form as it stands and, where it has capitals, in lower case. */
  add(form: string, tagClass: number, amount = 1): void {
    this.addForm(form, tagClass, amount);
    const lower = form.toLowerCase();
    if (lower !== form) this.addForm(lower, tagClass, amount);
  }

  /** @param least How often a form must occur. */
  dictionary(least: number): TagDictionary {
    const entries = new Map<number, TagEntry>();
    for (const [form, byClass] of this.counts) {
      let total = 0;
      for (const count of byClass.values()) total += count;
      if (total < least) continue;
      const classes = [...byClass]
        .filter(([, count]) => count * 10 >= total)
        .sort(([a, countA], [b, countB]) => countB - countA || a - b)
        .map(([tagClass]) => tagClass);
      const most = byClass.get(classes[0]) ?? 0;
      entries.set(symbolOf(form), tagEntry(classes, total >= leastCertain && (total - most) * 200 <= total));
    }
    return new TagDictionary(entries);
  }

  private addForm(form: string, tagClass: number, amount: number): void {
    let byClass = this.counts.get(form);
    if (!byClass) this.counts.set(form, (byClass = new Map<number, number>()));
    byClass.set(tagClass, (byClass.get(tagClass) ?? 0) + amount);
  }
}
