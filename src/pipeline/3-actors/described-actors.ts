import { firstBehind } from '../../language/halving.js';
import { isPersonNoun, adherents, peoples } from './lexicon.js';
import type { Draft } from './draft.js';

interface Place {
  readonly position: number;
  readonly draft: Draft;
}

/** How many places of one noun are looked at on either side. */
const window = 30;

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
  /** In order of their positions. */
  private readonly byNoun = new Map<string, Place[]>();
  private readonly replaced = new Map<Draft, Draft>();

  /** @param position UTF-16 code units from the beginning of the text */
  add(noun: string, position: number, draft: Draft): void {
    // One of a party or a people is told from others by more than the word.
    if (adherents.has(noun) || peoples.has(noun)) return;
    const places = this.byNoun.get(noun) ?? [];
    this.byNoun.set(noun, places);
    // Nearly always behind all others, as the text is read.
    const at = firstBehind(places.length, (index) => places[index]!.position <= position);
    if (places[at - 1]?.draft !== draft) places.splice(at, 0, { position, draft });
  }

  /**
   * The one described so last before the position; where there is none, the first behind it. A capital between ("the Republican
   * nominee") must be told of him as well, where there are several.
   * @param words of the phrase before its noun
   * @param isStrict whether it must be told of one alone too
   */
  find(words: readonly string[], noun: string, position: number, isStrict = false): Draft | null {
    const before = words.map((word) => word.toLowerCase());
    const places = this.byNoun.get(nounOf(before, noun)) ?? [];
    const telling = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
    const at = firstBehind(places.length, (index) => places[index]!.position < position);
    const near = [...places.slice(Math.max(0, at - window), at).toReversed(), ...places.slice(at, at + window)].map(
      ({ draft }) => this.current(draft),
    );
    const isOne = !isStrict && new Set(near).size === 1;
    return near.find((draft) => isOne || telling.every((word) => isToldOf(draft, word))) ?? null;
  }

  /** From now on the one stands for the other. */
  replace(old: Draft, draft: Draft): void {
    const meant = this.current(draft);
    if (meant !== old) this.replaced.set(old, meant);
  }

  private current(draft: Draft): Draft {
    let found = draft;
    for (let next = this.replaced.get(found); next; next = this.replaced.get(found)) found = next;
    return found;
  }
}

const isToldOf = ({ name, roles, aliases }: Draft, word: string): boolean =>
  [name, ...roles, ...aliases].some((text) => text.split(/[^\p{L}.-]+/u).includes(word));
