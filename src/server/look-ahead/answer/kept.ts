import { LRUCache } from 'lru-cache';

/**
 * What all plans keep together, in characters of SQL and of what tells it apart. With what reads its rows, a statement
 * takes about five times its text, so this is some 50 MB.
 */
const mostCharacters = 10_000_000;

/** What the plan of a root field takes beside its statements, about, counted alike. */
export const charactersOfPlan = 1_000;

/**
 * Tells where something is kept. It must not hold it: a plan holds its document, and goes with it when that is forgotten,
 * whatever else of it was asked for lately.
 */
interface Place {
  readonly key: string;
  readonly among: WeakRef<Map<string, unknown>>;
}

const places = new LRUCache<Place, true>({
  maxSize: mostCharacters,
  dispose: (_, { key, among }) => among.deref()?.delete(key),
});

/**
 * Parts of a plan that are made when they are first asked for, and kept: so many here, and with those of all other plans no
 * more than memory is there for. What was not asked for longest goes first, and is made again when it is needed.
 */
export class Kept<Value> {
  readonly #known = new Map<string, { readonly value: Value; readonly place: Place }>();
  readonly #among = new WeakRef<Map<string, unknown>>(this.#known);

  /** @param charactersOf how much it takes, as {@link mostCharacters} counts */
  constructor(
    private readonly most: number,
    private readonly charactersOf: (value: Value) => number,
  ) {}

  get(key: string, make: () => Value): Value {
    const known = this.#known.get(key);
    if (known !== undefined) {
      places.get(known.place);
      return known.value;
    }
    // Whoever asks in ever new ways begins anew.
    if (this.#known.size >= this.most) for (const { place } of [...this.#known.values()]) places.delete(place);
    const value = make();
    const place = { key, among: this.#among };
    this.#known.set(key, { value, place });
    places.set(place, true, { size: key.length + this.charactersOf(value) + 1 });
    return value;
  }
}
