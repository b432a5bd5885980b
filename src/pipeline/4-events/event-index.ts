import type { EventFeatures } from './features.js';
import { Rarity } from './rarity.js';
import { similarity, weighted, windowDays, type Weighted } from './similarity.js';
import { containment, copyContainment } from './wire-copy.js';

/** An article that was found to be like another. */
export interface Link {
  readonly features: EventFeatures;
  /** 0 to 1. */
  readonly similarity: number;
  /** Part of the shorter text's 5-word runs that both have: 0 to 1. */
  readonly containment: number;
}

interface Entry {
  readonly features: EventFeatures;
  vector: Weighted;
  /** How many articles the rarities had seen when `vector` was made. */
  madeAt: number;
}

// Pairs that share fewer of their heaviest terms are never alike enough.
const fewestSharedKeys = 3;
// Rarities move slowly: a vector is made anew only when the index has grown by this factor.
const staleAfter = 1.05;
const windowMilliseconds = windowDays * 86_400_000;

/** Articles found again through their heaviest terms (an inverted index), so that nothing is compared with everything. */
export class EventIndex {
  private readonly entries: Entry[] = [];
  private readonly byKey = new Map<number, number[]>();

  /** @param rarity counts terms; give one that has seen more than the articles added here, where there is one. */
  constructor(private readonly rarity: Rarity = new Rarity()) {}

  /** Adds an article; `isCounted` says that the rarities know it already. */
  add(features: EventFeatures, isCounted = false): void {
    if (!isCounted) this.rarity.add(features);
    const number =
      this.entries.push({ features, vector: weighted(features, this.rarity), madeAt: this.rarity.size }) - 1;
    for (const key of features.keys) {
      const list = this.byKey.get(key);
      if (list) list.push(number);
      else this.byKey.set(key, [number]);
    }
  }

  /** The articles of the index within the time window that are anything like this one, most alike first. */
  links(features: EventFeatures): Link[] {
    const query = weighted(features, this.rarity);
    const links: Link[] = [];
    for (const number of this.sharingKeys(features)) {
      const entry = this.entries[number]!;
      if (entry.features.articleId === features.articleId) continue;
      if (this.rarity.size > entry.madeAt * staleAfter) {
        entry.vector = weighted(entry.features, this.rarity);
        entry.madeAt = this.rarity.size;
      }
      const shared = containment(features.shingles, entry.features.shingles);
      const alike = similarity(query, entry.vector);
      if (alike > 0 || shared >= copyContainment) {
        links.push({ features: entry.features, similarity: alike, containment: shared });
      }
    }
    return links.sort((a, b) => b.similarity - a.similarity || compareIds(a, b));
  }

  private sharingKeys(features: EventFeatures): number[] {
    const shared = new Map<number, number>();
    for (const key of features.keys) {
      for (const number of this.byKey.get(key) ?? []) {
        const distance = Math.abs(this.entries[number]!.features.time - features.time);
        if (distance <= windowMilliseconds) shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    }
    const least = Math.min(fewestSharedKeys, features.keys.length);
    return [...shared].filter(([, count]) => count >= least).map(([number]) => number);
  }
}

function compareIds(a: Link, b: Link): number {
  return a.features.articleId < b.features.articleId ? -1 : 1;
}
