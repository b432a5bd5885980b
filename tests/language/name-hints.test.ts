import { weightsFile } from '../../src/language/en/weights';
import { nameHint } from '../../src/language/name-hints';

const { nameHints } = jest.requireActual<{ nameHints(): Record<string, string[]> }>('../../scripts/name-hints.js');

test('the names are those of the list that they come from', () => {
  expect(JSON.parse(new TextDecoder().decode(weightsFile('name-hints.json')))).toEqual(nameHints());
});

test.each([
  ['Maria', 'FEMALE'],
  ['aaron', 'MALE'],
  ['KENYA', 'PLACE'],
  ['Al Pacino', 'FIRST'],
  ['walk', null],
  ['constructor', null],
  ['', null],
])('%j is known as %j', (word, hint) => {
  expect(nameHint(word)).toBe(hint);
});
