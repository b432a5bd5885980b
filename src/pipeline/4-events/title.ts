import { stopWords } from '../../language/en/stop-words.js';
import { words } from '../../language/en/words.js';
import { Genre } from '../values.js';
import { isRoundup } from './roundup.js';

export interface TitledArticle {
  readonly headline: string;
  readonly genre?: Genre;
}

/**
 * The title of an event: the headline of one of its articles whose words most of the other headlines share.
 *
 * Opinion, roundups, questions, shouting and quotations lose against a plain report, because a title should not take a
 * side. Known failure: an event told only by opinion pieces gets an opinionated title.
 * @returns the empty string when there is no article
 */
export function eventTitle(articles: readonly TitledArticle[]): string {
  const sets = articles.map((article) => new Set(termsOf(article.headline)));
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  let best = { headline: '', score: -Infinity };
  articles.forEach((article, index) => {
    const headline = article.headline.trim();
    const set = sets[index]!;
    let shared = 0;
    for (const term of set) shared += (counts.get(term)! - 1) / Math.max(1, articles.length - 1);
    // Divided by a root, so that neither a two-word headline nor a very long one wins by its length.
    const central = set.size ? shared / Math.sqrt(set.size) : -1;
    const score = central - penalty(headline, article.genre);
    if (score > best.score || (score === best.score && headline < best.headline)) best = { headline, score };
  });
  return best.headline;
}

function penalty(headline: string, genre: Genre | undefined): number {
  let sum = 0;
  if (genre === Genre.OPINION || /^(opinion|editorial|comment|column|letters?|analysis)\b ?[:|-]/i.test(headline))
    sum += 2;
  if (isRoundup(headline)) sum += 2;
  if (/[?!]/.test(headline)) sum += 0.5;
  if (/["“”‘«]/.test(headline)) sum += 0.2;
  if (/^(how|why|what|who|watch|here|photos|video)\b/i.test(headline)) sum += 0.3;
  if (headline === headline.toUpperCase()) sum += 0.3;
  return sum;
}

function termsOf(headline: string): string[] {
  return words(headline)
    .filter((word) => !stopWords.has(word.lower))
    .map((word) => word.stem);
}
