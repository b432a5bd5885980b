import {
  ClaimKind,
  type ComparedActor,
  type ComparedArticle,
  type ComparedClaim,
  type Estimate,
  type SourceVoices,
  type VoiceShare,
} from '../values.js';
import { drawResamples, percentileEstimate } from './bootstrap.js';
import { entropy, gini } from './diversity.js';
import { attributedClaims, compare, independentArticles, wordCount, type EventView } from './event-view.js';
import { seededRandom } from './random.js';

/** Counts of one article (or of several, added up) by speaker; `''` stands for claims whose speaker is not known. */
interface Counts {
  readonly claims: Map<string, number>;
  readonly words: Map<string, number>;
  readonly direct: Map<string, number>;
  all: number;
  allWords: number;
  anonymous: number;
  secondHand: number;
}

const unknown = '';

/** Who is quoted by each outlet, how much, and how the outlet shares its space out. Wire copies are left out. */
export function voicesOf(view: EventView): SourceVoices[] {
  const actors = new Map(view.input.actors.map((actor) => [actor.id, actor]));
  return view.sources.map((source) => sourceVoices(view, source.id, actors));
}

function sourceVoices(view: EventView, sourceId: string, actors: ReadonlyMap<string, ComparedActor>): SourceVoices {
  const articles = independentArticles(view, sourceId);
  const perArticle = articles.map((article) => countsOf(attributedClaims(view, article.id), actors));
  const total = added(perArticle);
  const random = seededRandom(`${view.input.eventId} voices ${sourceId}`);
  const resampled = drawResamples(articles.length, random).map((draw) => added([...draw].map((at) => perArticle[at]!)));
  const estimate = (method: string, statistic: (counts: Counts) => number | null): Estimate =>
    percentileEstimate(statistic(total), articles.length, resampled.map(statistic), method);
  const speakers = [...total.claims.keys()].sort(
    (a, b) => total.claims.get(b)! - total.claims.get(a)! || compare(a, b),
  );
  return {
    sourceId,
    claims: total.all,
    voices: speakers.map((speaker) => voice(view, articles, speaker, total, estimate)),
    entropy: estimate('Shannon entropy of known speakers, bits', (counts) => diversity(counts, entropy)),
    gini: estimate('Gini coefficient of known speakers', (counts) => diversity(counts, gini)),
    anonymousShare: estimate('share of claims by unnamed speakers', (counts) => part(counts.anonymous, counts.all)),
    secondHandShare: estimate('share of claims with a hop', (counts) => part(counts.secondHand, counts.all)),
  };
}

function voice(
  view: EventView,
  articles: readonly ComparedArticle[],
  speaker: string,
  total: Counts,
  estimate: (method: string, statistic: (counts: Counts) => number | null) => Estimate,
): VoiceShare {
  const places: number[] = [];
  const claimIds: string[] = [];
  let inHeadline = 0;
  for (const article of articles) {
    for (const claim of attributedClaims(view, article.id)) {
      if ((claim.speakerId ?? unknown) !== speaker) continue;
      claimIds.push(claim.id);
      if (claim.inHeadline) inHeadline += 1;
      else if (article.text.length > 0) places.push(Math.min(1, claim.start / article.text.length));
    }
  }
  return {
    actorId: speaker === unknown ? null : speaker,
    claims: total.claims.get(speaker)!,
    shareOfClaims: estimate('share of claims', (counts) => part(counts.claims.get(speaker) ?? 0, counts.all)),
    shareOfWords: estimate('share of words', (counts) => part(counts.words.get(speaker) ?? 0, counts.allWords)),
    directShare: estimate('share of verbatim claims', (counts) =>
      part(counts.direct.get(speaker) ?? 0, counts.claims.get(speaker) ?? 0),
    ),
    meanPosition: places.length ? places.reduce((sum, place) => sum + place, 0) / places.length : null,
    inHeadline,
    claimIds,
  };
}

function countsOf(claims: readonly ComparedClaim[], actors: ReadonlyMap<string, ComparedActor>): Counts {
  const counts = empty();
  for (const claim of claims) {
    const speaker = claim.speakerId ?? unknown;
    const words = wordCount(claim.text);
    increase(counts.claims, speaker, 1);
    increase(counts.words, speaker, words);
    if (claim.kind === ClaimKind.DIRECT) increase(counts.direct, speaker, 1);
    counts.all += 1;
    counts.allWords += words;
    if (claim.speakerId !== null && actors.get(claim.speakerId)?.isAnonymous) counts.anonymous += 1;
    if (claim.chainLength > 0) counts.secondHand += 1;
  }
  return counts;
}

function added(list: readonly Counts[]): Counts {
  const sum = empty();
  for (const counts of list) {
    for (const [speaker, count] of counts.claims) increase(sum.claims, speaker, count);
    for (const [speaker, count] of counts.words) increase(sum.words, speaker, count);
    for (const [speaker, count] of counts.direct) increase(sum.direct, speaker, count);
    sum.all += counts.all;
    sum.allWords += counts.allWords;
    sum.anonymous += counts.anonymous;
    sum.secondHand += counts.secondHand;
  }
  return sum;
}

function empty(): Counts {
  return { claims: new Map(), words: new Map(), direct: new Map(), all: 0, allWords: 0, anonymous: 0, secondHand: 0 };
}

function increase(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function part(some: number, all: number): number | null {
  return all === 0 ? null : some / all;
}

/** Claims of unknown speakers are not one speaker's: they are left out. */
function diversity(counts: Counts, statistic: (counts: readonly number[]) => number): number | null {
  const known = [...counts.claims].filter(([speaker]) => speaker !== unknown).map(([, count]) => count);
  return known.length === 0 ? null : statistic(known);
}
