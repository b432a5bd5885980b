import { randomOf } from './random.js';
import { nameOf } from './words.js';

/** An invented outlet. */
export interface InventedSource {
  readonly name: string;
  /** Null for the few that are known by name alone. */
  readonly domain: string | null;
}

const titles = ['Courier', 'Tribune', 'Wire', 'Observer', 'Post', 'Radio', 'Review', 'Daily'];

/** The outlet of a number: the same in every data set of a seed. */
export function sourceOf(seed: number, number: number): InventedSource {
  const random = randomOf('source', seed, number);
  // Numbers of their own, so that no outlet is called like a speaker.
  const own = nameOf(20_000 + number);
  const title = random.pick(titles);
  return { name: `${own} ${title}`, domain: number % 10 === 9 ? null : `${own}-${title}.example`.toLowerCase() };
}
