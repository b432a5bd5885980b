import { isParallaxError } from '../../../src/errors';
import { parseSearch } from '../../../src/store/search/parse-search';

/** Alternatives as text: exact terms in quotation marks, excluded ones behind a minus. */
function read(text: string): string[] {
  return parseSearch(text).map(({ required, excluded }) =>
    [...required.map((term) => ({ ...term, sign: '' })), ...excluded.map((term) => ({ ...term, sign: '-' }))]
      .map(({ words, isExact, isPrefix, sign }) => {
        const quote = isExact ? '"' : '';
        return `${sign}${quote}${words.join('+')}${quote}${isPrefix ? '*' : ''}`;
      })
      .join(' '),
  );
}

function refusal(text: string): string {
  try {
    parseSearch(text);
  } catch (error) {
    if (isParallaxError(error)) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error(`"${text}" was taken.`);
}

test.each([
  ['dam safe', ['dam safe']],
  ['"liaison office" -tank', ['"liaison+office" -tank']],
  ['dam -"burst tank" -fire', ['dam -"burst+tank" -fire']],
  ['elect*', ['elect*']],
  ['"liaison off"*', ['"liaison+off"*']],
  ['state-owned', ['state+owned']],
  ["don't l’école", ['don+t l+école']],
  ['dam or tank OR pipe burst', ['dam', 'tank', 'pipe burst']],
  ['or dam or or tank or', ['dam', 'tank']],
  ['dam or !!! or tank', ['dam', 'tank']],
  ['"or"', ['"or"']],
  ['“liaison office” «zone»', ['"liaison+office" "zone"']],
  ['dam "liaison office', ['dam "liaison+office"']],
  ['dam"liaison"office', ['dam "liaison" office']],
  ['--dam tank', ['tank -dam']],
  ['dam - tank', ['dam tank']],
  ['DAM Überfahrt İstanbul', ['dam überfahrt i̇stanbul']],
  ['北京 協議', ['北+京 協+議']],
  ["a:b & !(c | 'd') <-> \\e", ['a+b c d e']],
  ['U.S. 3.5', ['u+s 3+5']],
  ['ta\u0000nk \ud83d dam', ['ta+nk dam']],
])('%j', (text, expected) => expect(read(text)).toEqual(expected));

test.each([
  ['', 'BAD_USER_INPUT `text` holds no word to look for.'],
  ['  "" * - ?! 🙂 \u0000 \udc00', 'BAD_USER_INPUT `text` holds no word to look for.'],
  ['-tank', 'only says what to leave out'],
  ['dam or -tank', 'only says what to leave out'],
  ['a*', 'give at least 2 letters before `*`'],
  ['x'.repeat(501), '501 characters; 500 are the most'],
  [Array.from({ length: 33 }, (_, index) => index).join(' '), 'more than 32 words'],
  ['北'.repeat(33), 'more than 32 words'],
])('%j is refused with the reason', (text, reason) => expect(refusal(text)).toContain(reason));
