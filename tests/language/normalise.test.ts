import { normalise } from '../../src/language/normalise.js';

test.each([
  ["`` We do n't know , '' he said .", '“ We don\'t know, " he said.'],
  ["It was n't Ann 's boat .", "It wasn't Ann's boat."],
  ['„Ja“, he said', '“Ja“, he said'],
  ['It’s a ‘test’', "It's a ‘test'"],
  ['-LRB- sic -RRB-', '( sic )'],
  ['Germany ’ s minister doesn ’ t agree', "Germany's minister doesn't agree"],
  ['They did n ’ t call Mary O ’ Hara', "They didn't call Mary O'Hara"],
  ['the residents ’ boats', "the residents' boats"],
  ['plain text', 'plain text'],
])('%s', (original, expected) => expect(normalise(original).text).toBe(expected));

test('every character leads back to what it was made from', () => {
  const original = "“A” `` b '' do n't , ’ -LRB- c -RRB- 😀 D ’ s E ’ Fa .";
  const { text, toOriginal } = normalise(original);
  let last = 0;
  for (let index = 0; index < text.length; index += 1) {
    const { start, end } = toOriginal(index, index + 1);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    if (/[A-Za-z]/.test(text[index]!)) expect(original[start]).toBe(text[index]);
    last = end;
  }
  expect(toOriginal(0, text.length)).toEqual({ start: 0, end: original.length });
});
