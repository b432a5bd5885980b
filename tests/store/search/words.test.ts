import { fold, wordsOf } from '../../../src/store/search/words';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

test.each([
  ['The U.S. said: "We don’t."', ['the', 'u', 's', 'said', 'we', 'don', 't']],
  ['COVID-19 <b>bold</b> a@b.example', ['covid', '19', 'b', 'bold', 'b', 'a', 'b', 'example']],
  ['Ver\u00adband ﬁnance Ｔokyo m² ½', ['verband', 'finance', 'tokyo', 'm²', '½']],
  ['東京2020カメラ', ['東', '京', '2020', 'カ', 'メ', 'ラ']],
  ['हिन्दी привет', ['हिन्दी', 'привет']],
  ['\u0301 \u200d -- 🙂', []],
])('%j', (text, expected) => expect(texts(text)).toEqual(expected));

test('offsets count UTF-16 code units', () => {
  const text = '🙂🙂 Dam, 𝐎ffice e\u0301cole';
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Dam', '𝐎ffice', 'e\u0301cole']);
});

test('an endless word is cut and never in half a character', () => {
  const [word] = texts(`${'a'.repeat(99)}${'𐐨'.repeat(50_000)}`);
  expect(word).toBe('a'.repeat(99));
});

test('accents are folded, other letters are not', () => {
  expect(['é', 'e\u0301', 'ü', 'ñ', 'i\u0307'].map(fold)).toEqual(['e', 'e', 'u', 'n', 'i']);
  expect(fold('кий')).toBe(fold('кий'));
});
