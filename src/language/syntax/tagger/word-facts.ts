import { symbolOf, symbolOfNumber } from '../learning/symbols.js';
import { TagDictionary } from './dictionary.js';

/** What features know of a word by itself, as symbols; made once for each form. */
export interface WordFacts {
  readonly form: number;
  readonly lower: number;
  readonly shape: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly suffix5: number;
  /** Its word cluster, and the larger ones around that; the symbol of 0 where it has none. */
  readonly cluster: number;
  readonly clusterMiddle: number;
  readonly clusterCoarse: number;
  /** The tag that its vector makes likeliest and how likely that is, that tag alone, and with the second; of 0 where unknown. */
  readonly likely: number;
  readonly likeliest: number;
  readonly likelyPair: number;
  /** Ambiguity classes of the form and of the form in lower case; 0 where there is none. */
  readonly tags: number;
  readonly lowerTags: number;
  /** The only class of a word that is certain of it; -1 for other words. */
  readonly certain: number;
}

/** Tells the cluster of a word, 1 to 1,024 with prefixes as in src/language/en/word-clusters.ts; 0 for none. */
export type ClusterOf = (word: string) => number;

/**
 * Tells which tags a word is likely to bear: 0 where nothing is known, else 1 + (first × 4 + sureness) × 64 + second,
 * where tags are numbered from 0 to 62, sureness goes from 0 to 3, and second is 0 for none, else its number + 1.
 */
export type LikelyTagsOf = (word: string) => number;

/** What is known of words besides the treebank. */
export interface Vocabulary {
  readonly clusterOf: ClusterOf;
  readonly likelyTagsOf: LikelyTagsOf;
}

/** The facts before the first word and after the last. */
export const outside: WordFacts = factsOf('\u0002', new TagDictionary(new Map()), {
  clusterOf: () => 0,
  likelyTagsOf: () => 0,
});

/** Makes facts and keeps them, so that frequent words are looked at once; starts anew when it is full. */
export class FactsCache {
  private facts = new Map<string, WordFacts>();

  constructor(
    readonly dictionary: TagDictionary,
    private readonly vocabulary: Vocabulary,
    private readonly most = 20_000,
  ) {}

  of(form: string): WordFacts {
    let facts = this.facts.get(form);
    if (!facts) {
      if (this.facts.size >= this.most) this.facts = new Map();
      facts = factsOf(form, this.dictionary, this.vocabulary);
      this.facts.set(form, facts);
    }
    return facts;
  }
}

function factsOf(form: string, dictionary: TagDictionary, { clusterOf, likelyTagsOf }: Vocabulary): WordFacts {
  const lower = form.toLowerCase();
  const cluster = clusterOf(lower);
  const likely = likelyTagsOf(lower);
  const entry = dictionary.find(form);
  const length = lower.length;
  const suffix = (letters: number): number => symbolOf(length > letters ? lower.slice(-letters) : `^${lower}`);
  const around = (bits: number): number => symbolOfNumber(cluster ? 1 + ((cluster - 1) >> bits) : 0);
  return {
    form: symbolOf(form),
    lower: symbolOf(lower),
    shape: symbolOf(shapeOf(form)),
    prefix2: symbolOf(lower.slice(0, 2)),
    prefix3: symbolOf(lower.slice(0, 3)),
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3: suffix(3),
    suffix4: suffix(4),
    suffix5: suffix(5),
    cluster: around(0),
    clusterMiddle: around(2),
    clusterCoarse: around(4),
    likely: symbolOfNumber(likely && 1 + ((likely - 1) >> 6)),
    likeliest: symbolOfNumber(likely && 1 + ((likely - 1) >> 8)),
    likelyPair: symbolOfNumber(likely && 1 + ((((likely - 1) >> 8) << 6) | ((likely - 1) & 63))),
    tags: entry?.symbol ?? 0,
    lowerTags: dictionary.find(lower)?.symbol ?? 0,
    certain: entry?.certain ? entry.classes[0] : -1,
  };
}

/** "McDonald" -> "XxXx", "1990s" -> "0x", "U.S." -> "X.X.": a run of letters of a kind is one; of 12 characters. */
function shapeOf(form: string): string {
  let shape = '';
  let before = '';
  for (let at = 0; at < form.length && shape.length < 12; at++) {
    const character = form.charAt(at);
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    const kind =
      lower !== upper ? (character === lower ? 'x' : 'X') : character >= '0' && character <= '9' ? '0' : character;
    if (kind !== before) shape += kind;
    before = kind;
  }
  // A single capital is another thing than a word in capitals.
  return shape === 'X' && form.length > 1 ? 'XX' : shape;
}
