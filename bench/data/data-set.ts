import { actorOf, ownActors } from './actors.js';
import { writeArticle, type InventedArticle } from './article.js';
import { factOf, relationsOf, topicOf, type FactRelation } from './facts.js';
import { randomOf, shuffled, zipf } from './random.js';
import { claimsPerArticle, countsOf, type Shape } from './shape.js';
import { sourceOf } from './sources.js';
import { nameOf } from './words.js';

/** An event with its articles, the earliest first. */
export interface InventedEvent {
  readonly number: number;
  readonly articles: readonly InventedArticle[];
  /** How many facts its claims choose from; not every one need be stated. */
  readonly factCount: number;
  readonly relations: readonly FactRelation[];
}

export interface DataSet {
  readonly shape: Shape;
  readonly counts: ReturnType<typeof countsOf>;
  /** Made anew each time, so that no more than one event need be in memory. */
  event(number: number): InventedEvent;
}

const hour = 3_600_000;
const firstDay = Date.UTC(2020, 0, 1);

/** Besides its own actors, so many of those that all events share may speak in one. */
const guests = 8;

const placeEndings = ['ford', 'burg', 'wick', 'ham', 'mouth', 'stead'];

/**
 * Invented news, the same in every run for the same shape. Each event has a topic, own actors and guests whom other
 * events hear too, and facts; each of its articles states some of them, in words of its own and through some speaker.
 */
export function makeDataSet(shape: Shape): DataSet {
  const { seed, sizes } = shape;
  const drawSource = zipf(shape.sources);
  const drawGuest = zipf(sizes.length * (ownActors - 1));
  // Ranks in another order than events, or the earliest events would own the most quoted actors.
  const ranking = shuffled(
    sizes.map((_, number) => number),
    randomOf('ranking', seed),
  );
  const guestOf = (rank: number) =>
    (ranking[rank % sizes.length] as number) * ownActors + Math.floor(rank / sizes.length);

  function event(number: number): InventedEvent {
    const random = randomOf('event', seed, number);
    const size = sizes[number] as number;
    const own = Array.from({ length: ownActors }, (_, slot) => actorOf(seed, number * ownActors + slot));
    const visiting = Array.from({ length: guests }, () => actorOf(seed, guestOf(drawGuest(random))));
    const cast = [...new Map([...own, ...visiting].map((actor) => [actor.key, actor])).values()];
    const topic = topicOf(`${nameOf(30_000 + number)}${random.pick(placeEndings)}`, random);
    const facts = Array.from({ length: 4 + size * 3 }, () => factOf(topic, random));
    const drawFact = zipf(facts.length);
    let delay = 0;
    let owed = 0;
    const articles = Array.from({ length: size }, (_, place) => {
      // Reports come fast at first, then fewer and fewer; half of them within the first day.
      delay += Math.ceil((-Math.log(1 - random.next()) * 48 * hour) / (size - place + 1));
      // Two articles together have twenty claims, so that all together have ten each.
      const difference = place % 2 === 1 ? -owed : place === size - 1 ? 0 : random.between(-6, 6);
      owed = difference;
      return writeArticle(
        {
          externalId: `${seed}-${number}-${place}`,
          // Each outlet has the first article of some event, so that none is left out.
          source: sourceOf(seed, place === 0 ? number % shape.sources : drawSource(random)),
          publishedAt: new Date(firstDay + (shape.days[number] as number) * 24 * hour + delay),
          topic,
          cast,
          called: place === 0 ? own : [],
          facts,
          pickFact: drawFact,
          claims: claimsPerArticle + difference,
        },
        random,
      );
    });
    return { number, articles, factCount: facts.length, relations: relationsOf(facts, random) };
  }
  return { shape, counts: countsOf(shape), event };
}
