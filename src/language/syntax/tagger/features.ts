import { FeatureList } from '../learning/feature-list.js';
import { outside, WordFacts } from './word-facts.js';

/** How many features a word has at most. */
export const mostFeatures = 64;

/** A sentence as features see it. */
export interface FactsInContext {
  readonly facts: readonly WordFacts[];
  /** A symbol of the sentence's casing. */
  readonly casing: number;
}

/** Features of the words alone. */
export function addWordFeatures(features: FeatureList, { facts, casing }: FactsInContext, at: number): void {
  const word = facts[at];
  const before = facts[at - 1] ?? outside;
  const before2 = facts[at - 2] ?? outside;
  const after = facts[at + 1] ?? outside;
  const after2 = facts[at + 2] ?? outside;
  const first = at === 0 ? 1 : 2;
  features.add1(1, 0);
  features.add1(2, word.form);
  features.add1(3, word.lower);
  features.add3(4, word.shape, casing, first);
  features.add1(5, word.prefix2);
  features.add1(6, word.prefix3);
  features.add1(7, word.suffix1);
  features.add1(8, word.suffix2);
  features.add1(9, word.suffix3);
  features.add1(10, word.suffix4);
  features.add1(11, word.suffix5);
  features.add1(12, word.cluster);
  features.add1(13, word.clusterMiddle);
  features.add1(14, word.clusterCoarse);
  features.add1(15, word.tags);
  features.add2(16, word.lowerTags, word.shape);
  features.add1(17, before.lower);
  features.add1(18, after.lower);
  features.add1(19, before2.lower);
  features.add1(20, after2.lower);
  features.add2(21, before.lower, word.lower);
  features.add2(22, word.lower, after.lower);
  features.add1(23, before.cluster);
  features.add1(24, after.cluster);
  features.add1(25, after.tags);
  features.add2(26, after.tags, after2.tags);
  features.add2(27, word.tags, after.tags);
  features.add3(28, word.tags, after.tags, after2.tags);
  features.add1(29, before.suffix3);
  features.add1(30, after.suffix3);
  features.add2(31, word.suffix3, word.shape);
  features.add3(32, word.shape, before.shape, after.shape);
  features.add2(33, word.clusterMiddle, word.suffix2);
  features.add2(34, word.tags, before.lower);
  features.add2(35, word.tags, after.lower);
  features.add2(36, word.clusterMiddle, after.clusterMiddle);
  features.add2(37, before.lower, after.lower);
  features.add1(38, word.likely);
  features.add3(39, word.likelyPair, word.shape, first);
  features.add2(40, word.likelyPair, word.suffix2);
  features.add2(41, word.likely, word.tags);
  features.add2(42, word.likeliest, after.likeliest);
  features.add3(43, word.likeliest, after.likeliest, after2.likeliest);
  features.add1(44, after.likelyPair);
  features.add2(45, after.likely, word.tags);
}

/** Features of the tags already chosen, to the left. */
export function addLeftTagFeatures(
  features: FeatureList,
  { facts }: FactsInContext,
  at: number,
  tag1: number,
  tag2: number,
): void {
  const word = facts[at];
  const after = facts[at + 1] ?? outside;
  features.add1(50, tag1);
  features.add2(51, tag1, tag2);
  features.add2(52, tag1, word.lower);
  features.add2(53, tag1, word.tags);
  features.add3(54, tag1, word.tags, after.tags);
  features.add3(55, tag2, tag1, word.tags);
  features.add2(56, tag1, word.suffix3);
  features.add2(57, tag1, word.clusterMiddle);
  features.add2(58, tag1, after.lower);
  features.add2(59, tag1, after.clusterMiddle);
  features.add3(60, tag1, word.shape, word.suffix2);
  features.add2(61, tag1, word.likely);
  features.add3(62, tag1, word.likeliest, after.likeliest);
  features.add3(63, tag1, tag2, word.likeliest);
}
