import { Reliability, type Estimate, type VoiceDivergence } from '../values.js';
import { fewestArticles, percentiles } from './bootstrap.js';
import { jensenShannon } from './diversity.js';
import { attributedClaims, independentArticles, type EventView } from './event-view.js';
import { seededRandom, shuffled } from './random.js';

const permutations = 300;
const resamples = 300;

/** Claims by known speaker in one article. */
export type SpeakerCounts = ReadonlyMap<string, number>;

/** How differently each two outlets with known speakers share out their claims among them. */
export function divergencesOf(view: EventView): VoiceDivergence[] {
  const counts = view.sources.map((source) => ({ id: source.id, articles: speakerCounts(view, source.id) }));
  const quoting = counts.filter(({ articles }) => articles.length > 0);
  const result: VoiceDivergence[] = [];
  quoting.forEach((first, index) => {
    for (const second of quoting.slice(index + 1)) {
      const seed = `${view.input.eventId} divergence ${first.id} ${second.id}`;
      const excess = divergenceExcess(first.articles, second.articles, seed);
      result.push({ firstSourceId: first.id, secondSourceId: second.id, excess });
    }
  });
  return result;
}

/** Only articles that quote a known speaker: the others say nothing about shares. */
function speakerCounts(view: EventView, sourceId: string): SpeakerCounts[] {
  const list: SpeakerCounts[] = [];
  for (const article of independentArticles(view, sourceId)) {
    const counts = new Map<string, number>();
    for (const claim of attributedClaims(view, article.id)) {
      if (claim.speakerId !== null) counts.set(claim.speakerId, (counts.get(claim.speakerId) ?? 0) + 1);
    }
    if (counts.size > 0) list.push(counts);
  }
  return list;
}

/**
 * Jensen–Shannon divergence of two outlets minus its mean when their articles are dealt out at random. Two halves of one
 * outlet diverge by chance, the more the fewer articles there are; the permutations measure that chance.
 *
 * The interval is a basic (reverse percentile) bootstrap over the articles of each outlet, because resampling pushes a
 * divergence up and the percentile interval would keep that error. `n` is the number of articles of the smaller side.
 */
export function divergenceExcess(
  first: readonly SpeakerCounts[],
  second: readonly SpeakerCounts[],
  seed: string,
): Estimate {
  const random = seededRandom(seed);
  const n = Math.min(first.length, second.length);
  const method =
    `Jensen–Shannon divergence in bits minus its mean over ${permutations} permutations of articles; ` +
    `basic bootstrap over articles, ${resamples} resamples`;
  const reliability = n < fewestArticles ? Reliability.INSUFFICIENT : Reliability.SUFFICIENT;
  const observed = jensenShannon(added(first), added(second));
  if (observed === null) return { value: null, n, low: null, high: null, method, reliability };
  const all = [...first, ...second];
  let chance = 0;
  for (let turn = 0; turn < permutations; turn += 1) {
    const order = shuffled(all, random);
    chance += jensenShannon(added(order.slice(0, first.length)), added(order.slice(first.length))) ?? 0;
  }
  const expected = chance / permutations;
  const draw = (list: readonly SpeakerCounts[]): SpeakerCounts[] =>
    list.map(() => list[Math.floor(random() * list.length)]!);
  const drawn = Array.from({ length: resamples }, () => jensenShannon(added(draw(first)), added(draw(second))));
  const interval = n < 2 ? null : percentiles(drawn);
  return {
    value: observed - expected,
    n,
    low: interval ? 2 * observed - interval[1] - expected : null,
    high: interval ? 2 * observed - interval[0] - expected : null,
    method,
    reliability,
  };
}

function added(list: readonly SpeakerCounts[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of list) for (const [speaker, count] of counts) sum.set(speaker, (sum.get(speaker) ?? 0) + count);
  return sum;
}
