import { findClaims } from '../../src/pipeline/2-claims/index.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import { misplaced } from '../support/claim-spans.js';
import type { ClaimInput, FoundClaim } from '../../src/pipeline/values.js';

const input = (text: string): ClaimInput => ({
  text,
  headline: null,
  source: 'Coastal Courier',
  publishedAt: null,
  language: 'en',
});

function read(text: string): readonly FoundClaim[] {
  const article = input(text);
  return resolveActors(article, findClaims(article).claims).claims;
}

const repeat = (piece: string, length: number): string => piece.repeat(length / piece.length);

/** Texts that no rule expects, by their length in characters. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  'quotation marks': (length) => repeat('"', length),
  'opening quotation marks': (length) => repeat('“', length),
  'one sentence without a cue': (length) => repeat('the dam holds and the mayor left and ', length),
  'one sentence of claims in claims': (length) => repeat('the mayor said that ', length),
  'one sentence of brackets': (length) => repeat('(the mayor said ', length),
  'lines without a full stop': (length) => repeat('the mayor said\n', length),
  'one word': (length) => repeat('a', length),
  hyphens: (length) => repeat('a-', length),
  addresses: (length) => repeat('http://a.b/', length),
  'a quotation that never ends': (length) => '"' + repeat('The mayor said that the dam holds. ', length),
  'openers of blocks': (length) => repeat('The Gazette said:\n\n', length),
  'questions and answers': (length) => repeat('Q: Is it safe?\nA: It is, the mayor said.\n', length),
  'lists of links': (length) => repeat('Ann Lee Ann LeeA bridge falls MORE said ', length),
  posts: (length) => 'It fell.\n\n' + repeat('It is safe. — Ann Lee (@annlee) ', length),
  spaces: (length) => repeat(' ', length) + 'x',
};

/** Least processor time of some rounds, in microseconds: what else the machine does only adds. */
function leastWork(text: string): number {
  let least = Infinity;
  for (let round = 0; round < 3; round += 1) {
    // The text that was read last is kept read: others put it out.
    read('One.');
    read('Two.');
    const since = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(since);
    least = Math.min(least, user + system);
  }
  return least;
}

/** Below this, in microseconds, work is mostly the compiler's and the collector's. */
const measurable = 50_000;

test.each(Object.entries(texts))('%s: four times the length takes no more than eight times the work', (_, make) => {
  let length = 2_000;
  read(make(length));
  let shortWork = leastWork(make(length));
  while (shortWork < measurable && length < 64_000) {
    length *= 2;
    shortWork = leastWork(make(length));
  }
  // Squared, it would be 16.
  expect(leastWork(make(4 * length))).toBeLessThan(8 * Math.max(shortWork, measurable));
});

test.each([
  ['100,000 quotation marks', '"'.repeat(100_000)],
  ['12,000 quotation marks around words', '"the dam and so" '.repeat(6_000)],
  ['a sentence of 200,000 characters', repeat('the mayor said that the dam holds and ', 200_000)],
  [
    'a sentence of 200,000 characters in quotation marks',
    `"${repeat('the mayor said that the dam holds and ', 200_000)}," she said.`,
  ],
])('%s is read to its end, every offset exact', (_, text) => {
  const article = input(text);
  const claims = read(text);
  expect(misplaced(claims, article)).toEqual([]);
});
