import { ActorKind, ActorScope } from '../../src/pipeline/values.js';
import { randomOf } from './random.js';
import { nameOf, roles, unnamed } from './words.js';

/** Somebody who speaks in the invented news. */
export interface InventedActor {
  readonly key: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly scope: ActorScope;
  /** Other forms of the name, as articles use them. */
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly country: string | null;
}

/** So many actors are an event's own; the last of them is nobody with a name, and speaks in one article alone. */
export const ownActors = 4;

const bodies = ['Water Board', 'Port Authority', 'Holdings', 'Trade Union', 'Relief Fund', 'Medical Council'];
const countries = ['NO', 'PT', 'KE', 'CL', 'VN', 'GE', null];

/** The actor of a number: the same in every data set of a seed. */
export function actorOf(seed: number, number: number): InventedActor {
  const random = randomOf('actor', seed, number);
  const own = nameOf(number);
  const common = { scope: ActorScope.EVERYWHERE, country: random.pick(countries) };
  if (number % ownActors === ownActors - 1) {
    const name = random.pick(unnamed);
    const kind = /^(two|three)/.test(name) ? ActorKind.GROUP : ActorKind.UNKNOWN;
    return { key: `unnamed:${name}`, name, kind, scope: ActorScope.ARTICLE, aliases: [], role: null, country: null };
  }
  if (random.percent(65)) {
    const name = `${nameOf(random.below(400))} ${own}`;
    const key = `person:${name.toLowerCase()}`;
    return { ...common, key, name, kind: ActorKind.PERSON, aliases: [own], role: random.pick(roles) };
  }
  if (random.percent(15)) {
    return {
      ...common,
      key: `country:${own.toLowerCase()}`,
      name: own,
      kind: ActorKind.COUNTRY,
      aliases: [],
      role: null,
    };
  }
  const name = `${own} ${random.pick(bodies)}`;
  return {
    ...common,
    key: `organization:${name.toLowerCase()}`,
    name,
    kind: ActorKind.ORGANIZATION,
    aliases: [],
    role: null,
  };
}
