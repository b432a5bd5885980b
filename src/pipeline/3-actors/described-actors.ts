import { isPersonNoun, adherents, peoples } from './lexicon.js';
import type { Draft } from './draft.js';

interface Place {
  readonly position: number;
  readonly draft: Draft;
}

/** How many places of one noun are looked at; keeps the whole linear. */
const window = 60;

/** Words that make another office of the one behind them: "the prime minister" is not "the minister". */
const officeWord = /^(?:prime|vice|deputy|attorney)$/;

/** The nouns of a role for which its holder may stand: "prime minister" of "Prime Minister of Orrel". */
export function nounsOfRole(role: string): string[] {
  const words = role.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [];
  return words.flatMap((word, k) => (isPersonNoun(word) ? [nounOf(words.slice(0, k), word)] : []));
}

/** "prime minister" of ["the", "prime"] and "minister" */
const nounOf = (before: readonly string[], noun: string): string =>
  officeWord.test(before.at(-1) ?? '') ? `${before.at(-1)} ${noun}` : noun;

/** Whom the nouns of an article's descriptions and roles mean, by where they stand. */
export class DescribedActors {
  private readonly byNoun = new Map<string, Place[]>();

  /** @param position UTF-16 code units from the beginning of the text */
  add(noun: string, position: number, draft: Draft): void {
    // One of a party or a people is told from others by more than the word.
    if (adherents.has(noun) || peoples.has(noun)) return;
    const places = this.byNoun.get(noun) ?? [];
    if (places.at(-1)?.draft !== draft) places.push({ position, draft });
    this.byNoun.set(noun, places);
  }

  /**
   * The one described so last before the position; where there is none, the first behind it. A capital between ("the Republican
   * nominee") must be told of him as well, where there are several.
   * @param words of the phrase before its noun
   * @param isStrict whether it must be told of one alone too
   */
  find(words: readonly string[], noun: string, position: number, isStrict = false): Draft | null {
    const all = (
      this.byNoun.get(
        nounOf(
          words.map((word) => word.toLowerCase()),
          noun,
        ),
      ) ?? []
    ).slice(-window);
    const telling = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
    const isOne = !isStrict && new Set(all.map(({ draft }) => draft)).size === 1;
    const places = isOne ? all : all.filter(({ draft }) => telling.every((word) => isToldOf(draft, word)));
    let last: Place | null = null;
    let next: Place | null = null;
    for (const place of places) {
      if (place.position < position) last = !last || place.position >= last.position ? place : last;
      else next = !next || place.position < next.position ? place : next;
    }
    return (last ?? next)?.draft ?? null;
  }

  /** From now on the one stands for the other. */
  replace(old: Draft, draft: Draft): void {
    for (const places of this.byNoun.values())
      for (const [index, place] of places.entries()) if (place.draft === old) places[index] = { ...place, draft };
  }
}

const isToldOf = ({ name, roles, aliases }: Draft, word: string): boolean =>
  [name, ...roles, ...aliases].some((text) => text.split(/[^\p{L}.-]+/u).includes(word));
