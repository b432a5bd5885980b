import { isPlainlyNotEnglish, whyNotEnglish } from '../../src/language/english.js';
import { readDocument } from '../../src/language/document.js';

const sentences = (text: string): string[] => {
  const document = readDocument(text);
  return document.sentences.map(({ start, end }) => document.source.text.slice(start, end));
};
const quotations = (text: string): string[] => {
  const { quotations: found, source } = readDocument(text);
  return found.map(({ innerStart, innerEnd }) => source.text.slice(innerStart, innerEnd));
};

describe('sentences', () => {
  test.each([
    ['Mr. Hale met Gov. Ann Lee on Jan. 3. They spoke.', 2],
    ['He moved to the U.S. in 1990. She stayed in the U.K. The rest left.', 3],
    ['“It is late. We go,” she said. “Now.”', 2],
    ['“Is it late?” Ann Lee asked. Nobody knew.', 2],
    ['“It is late.” The door closed.', 2],
    ['“We go!” she said.', 1],
    ['It cost $3.5 million, or 2.1 per cent. Nobody paid.', 2],
    ['One paragraph\n\nAnother paragraph', 2],
    ['A line that is\nwrapped here. And more.', 2],
  ])('%s', (text, count) => expect(sentences(text)).toHaveLength(count));
});

describe('quotations', () => {
  test.each([
    ['“One,” he said. “Two.”', ['One,', 'Two.']],
    ['"One," he said. "Two."', ['One,', 'Two.']],
    ["``One,'' he said.", ['One,']],
    ["'We will wait,' the minister's aide said.", ['We will wait,']],
    ["The ministers' plan and the mayor's don't differ.", []],
    ['“One.\n\n“Two.”', ['One.', 'Two.']],
    ['A stray “ mark in a sentence.', []],
  ])('%s', (text, expected) => expect(quotations(text)).toEqual(expected));
});

describe('English', () => {
  test.each([
    ['The mayor said that the bridge was safe and that it would be open for all of us by the end of the week.', false],
    [
      'Der Bürgermeister sagte am Dienstag, die Brücke sei sicher und werde bald wieder geöffnet, doch niemand wollte das in der Stadt glauben.',
      true,
    ],
    [
      'Le maire a dit mardi que le pont serait sûr et que la ville rouvrirait bientôt la route du port pour tous les habitants du quartier.',
      true,
    ],
    ['市长周二表示，这座桥是安全的，很快就会重新开放。', true],
    ['Bridge safe', false],
  ])('%s', (text, expected) => expect(isPlainlyNotEnglish(text)).toBe(expected));

  test('a declared language decides', () => {
    expect(whyNotEnglish('The bridge is safe.', 'fr-CA')).toContain('fr-CA');
    expect(whyNotEnglish('The bridge is safe.', 'en-GB')).toBeNull();
    expect(whyNotEnglish('The bridge is safe.', null)).toBeNull();
  });
});
