/** An article as stage 4 compares it with others. */
export interface EventArticle {
  readonly id: string;
  /** Key or name of the outlet. */
  readonly source: string;
  readonly headline: string;
  readonly text: string;
  /** BCP 47; null when unknown. */
  readonly language: string | null;
  /** ISO 8601 in UTC. When the article has no date, the time it was first seen. */
  readonly publishedAt: string;
}

/** Where one article belongs. */
export interface EventAssignment {
  readonly articleId: string;
  /** Id of the event it joins; null when it begins one of its own. */
  readonly event: string | null;
  /** Similarity to the event joined, 0 to 1; 0 for a new event. */
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** A roundup or a live blog has its own event and takes no others in. */
  readonly isRoundup: boolean;
  /** Id of the earlier article of which this one is a wire copy (5-word shingles, containment ≥ .6); null when of none. */
  readonly copyOf: string | null;
}
