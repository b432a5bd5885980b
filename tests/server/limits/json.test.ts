import { checkJson, deepestJson, mostJsonValues } from '../../../src/server/limits/json';

const codeOf = (json: string): string => {
  try {
    checkJson(Buffer.from(json));
    return 'passes';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('the JSON of a request', () => {
  test.each([0, 1, 62, 63, 64, 65, 66, 127, 128, 200])(
    'brackets in strings do not count, whatever stands after %i characters',
    (length) => {
      const brackets = '['.repeat(40);
      for (const special of ['', '\\"', '\\\\', '\\\\\\"', '\\"\\"', '\\u0022', 'é']) {
        const text = `${'x'.repeat(length)}${special}${brackets}${special}`;
        // It is JSON, or the case says nothing.
        expect(() => JSON.parse(`{"a":"${text}"}`)).not.toThrow();
        expect(codeOf(`{"a":"${text}"}`)).toBe('passes');
        expect(codeOf(`{"a":"${text}","b":${deep(deepestJson)}}`)).toBe('JSON_TOO_COMPLEX');
        expect(codeOf(`{"a":"${text}","b":${deep(deepestJson - 1)}}`)).toBe('passes');
      }
    },
  );

  test('values are counted to the limit', () => {
    const list = (length: number) => `[${Array.from({ length }, () => 0).join()}]`;
    expect(codeOf(list(mostJsonValues))).toBe('passes');
    expect(codeOf(list(mostJsonValues + 1))).toBe('JSON_TOO_COMPLEX');
  });

  test('what is no JSON is left to the parser', () => {
    for (const text of ['', '"', '"\\', '{"a', ']', `"${'x'.repeat(100)}\\`]) expect(codeOf(text)).toBe('passes');
  });
});
