import { distantSubject } from '../../src/language/distant-subject.js';
import { readDocument } from '../../src/language/document.js';

function subjectOf(text: string): string | null {
  const { sentences, source } = readDocument(text);
  const { units } = sentences[0]!;
  const range = distantSubject(
    units,
    units.findIndex((unit) => unit.lower === 'said'),
  );
  return range && source.text.slice(units[range.start]!.start, units[range.end - 1]!.end);
}

test.each([
  ['Ann Lee, 59, of Oldhaven, who watched on a screen, said it was over.', 'Ann Lee'],
  ['The head of the harbour board, after a long night, said it was over.', 'The head of the harbour board'],
  ['A report published on Wednesday said it was over.', 'A report'],
  ['On Tuesday, Ann Lee, after a long night, said it was over.', 'Ann Lee'],
  ['Prices rose, and Ann Lee, after a long night, said it was over.', null],
  ['It was over, they said.', null],
])('%s', (text, subject) => expect(subjectOf(text)).toBe(subject));
