import type { ClaimsResults } from '../parts/claims.js';
import { figure, megabytes, table } from './table.js';

export function claimsSection(results: ClaimsResults): string {
  const { articles, words, claims, cpu, articlesMemory, peakMemory, perCharacter, hostile, profile } = results;
  const perArticle = Math.round(words / articles);
  // Articles of the data set have 400 to 600 words: scaled to 500.
  const of500 = (cpu * 500) / perArticle;
  const lengths = Object.entries(perCharacter);
  const first = lengths[0]![1];
  return [
    table(
      [
        `claims and their speakers in ${articles} articles of ${perArticle} words, ${claims} claims`,
        'measured',
        'target',
      ],
      [
        ['CPU ms an article of 500 words: language, stages 2 and 3', figure(of500), '–'],
        ['articles of 500 words a second of one core', figure(1000 / of500), '15'],
        ['peak memory, articles', megabytes(articlesMemory), '400 MB'],
        ['peak memory, a text of 1 MB and the texts below too', megabytes(peakMemory), '–'],
        ...lengths.map(([name, micros]) => [
          `CPU a character in a text of ${name}, the shortest being 1`,
          figure(micros / first),
          'about 1',
        ]),
        ...Object.entries(hostile).map(([name, ratio]) => [
          `${name}: CPU, running text of that length being 1`,
          figure(ratio),
          '–',
        ]),
      ],
    ),
    '',
    `Most time of their own: ${profile.map(([name, share]) => `${name} ${Math.round(100 * share)}%`).join(', ')}.`,
  ].join('\n');
}
