import { datelineEnd } from '../../src/language/dateline.js';
import { readDocument } from '../../src/language/document.js';

test.each([
  ['DUNMARROW, March 25 (Fairwater Wire) — A tank burst.', 'A tank burst.'],
  ['WASHINGTON (Reuters) - The senate met.', 'The senate met.'],
  ['NEW ORREL — Two ferries sank.', 'Two ferries sank.'],
  ['OLDHAVEN, Norway (AP) -- The ferry sank.', 'The ferry sank.'],
  ['Orrel (Fairwater Wire) - Two people left.', 'Two people left.'],
  ['NATO — the alliance — said so.', 'NATO — the alliance — said so.'],
  ['Orrel — A tank burst.', 'Orrel — A tank burst.'],
  ['The bridge is safe — Ann Lee said so.', 'The bridge is safe — Ann Lee said so.'],
  ['', ''],
])('%s', (text, rest) => expect(text.slice(datelineEnd(text, 0, text.length))).toBe(rest));

test('a dateline is part of no sentence, in any paragraph', () => {
  const { sentences, source } = readDocument('ORREL — One.\n\nVELDEN, May 3 (AP) — Two “three”.');
  expect(sentences.map(({ start, end }) => source.text.slice(start, end))).toEqual(['One.', 'Two “three”.']);
});

test('long runs of capitals are read in linear time', () => {
  expect(datelineEnd('A'.repeat(200_000), 0, 200_000)).toBe(0);
  expect(datelineEnd('AB CD, '.repeat(30_000), 0, 210_000)).toBe(0);
});
