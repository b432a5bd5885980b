/** All claims are looked at for it: so often at most, in milliseconds. */
const lookEvery = 5 * 60_000;

/**
 * Knows about how many articles are stale without anybody waiting for it: whoever asks is told the last count, and when that
 * is old the next one is begun.
 */
export function watchStale(count: () => Promise<number>, now: () => Date): () => number | null {
  let known: number | null = null;
  let lookedAt = -Infinity;
  return () => {
    if (now().getTime() - lookedAt >= lookEvery) {
      lookedAt = now().getTime();
      // A database that does not answer is told by /health/ready; the next look may have better luck.
      count().then(
        (articles) => (known = articles),
        () => (known = null),
      );
    }
    return known;
  };
}
