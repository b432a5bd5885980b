import { documentsWith, isDocument, parseDocuments } from '../../../src/language/en/documents.js';

test('a noun has the letters of its line, in the singular and the plural, alone and as the last word', () => {
  expect(isDocument('letter', 'i')).toBe(true);
  expect(isDocument('memos', 'o')).toBe(true);
  expect(isDocument('op-ed', 'm')).toBe(true);
  expect(isDocument('news-report', 'd')).toBe(true);
  expect(isDocument('website', 'i')).toBe(false);
  expect(isDocument('briefing', 'd')).toBe(true);
  expect(isDocument('mayor', 'd')).toBe(false);
});

test('whatever is said in a document is an actor of its own kind too', () => {
  expect([...documentsWith('i')].filter((noun) => !documentsWith('d').has(noun))).toEqual([]);
});

test.each([
  ['x | letter', /list:1: a line is letters/],
  ['# a comment\n\nid | letter | memo', /list:3: a line is letters/],
  ['id | Letter', /list:1: nouns are words in small letters/],
  ['id | letter\nd | memo letter', /list:2: "letter" stands in a line above/],
  ['id |', /list:1: nouns are words/],
])('a line that cannot be read is refused with its number: %j', (text, message) => {
  expect(() => parseDocuments(text, 'list')).toThrow(message);
});
