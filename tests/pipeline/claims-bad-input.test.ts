import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from '../../bench/data/random.js';
import { findClaims } from '../../src/pipeline/2-claims/index.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import { ClaimKind, TextPart, type ClaimInput, type FoundClaim } from '../../src/pipeline/values.js';
import { misplaced } from '../support/claim-spans.js';

function input(text: string, language: string | null = null): ClaimInput {
  return { text, headline: text.slice(0, 90), source: 'Coastal Courier', publishedAt: null, language };
}

function read(article: ClaimInput): readonly FoundClaim[] {
  return resolveActors(article, findClaims(article).claims).claims;
}

/** Texts of our own: the cases of this stage, the chains, the demo. */
function ownTexts(): string[] {
  const root = join(__dirname, '../..');
  const cases = join(root, 'tests/cases/claims');
  const texts = readdirSync(cases).map(
    (name) => (JSON.parse(readFileSync(join(cases, name, 'input.json'), 'utf8')) as { text: string }).text,
  );
  for (const file of ['development', 'typography'])
    for (const line of readFileSync(join(root, `eval/chains/${file}.jsonl`), 'utf8')
      .trim()
      .split('\n'))
      texts.push((JSON.parse(line) as { text: string }).text);
  const daily = join(root, 'demo/articles/kethria-daily');
  for (const name of readdirSync(daily).filter((file) => file.endsWith('.txt')))
    texts.push(readFileSync(join(daily, name), 'utf8'));
  return texts;
}

type Mutation = (text: string, at: number) => string;
const splice = (text: string, at: number, removed: number, added: string): string =>
  text.slice(0, at) + added + text.slice(at + removed);
/** Changes the first place behind `at` that a pattern finds. */
const near =
  (pattern: RegExp, change: (found: string) => string): Mutation =>
  (text, at) => {
    const found = pattern.exec(text.slice(at));
    return found ? splice(text, at + found.index, found[0].length, change(found[0])) : text;
  };

const mutations: Readonly<Record<string, Mutation>> = {
  'a mark dropped': near(/["“”‘’']/, () => ''),
  'a mark doubled': near(/["“”‘’']/, (mark) => mark + mark),
  'a mark of another kind': near(/["“”]/, () => '„'),
  'marks as backticks': near(/["“]/, () => '``'),
  'another apostrophe': near(/['’]/, () => 'ʼ'),
  'a mark put in': (text, at) => splice(text, at, 0, '"'),
  'a single mark put in': (text, at) => splice(text, at, 0, "'"),
  'capitals from here': (text, at) => text.slice(0, at) + text.slice(at).toUpperCase(),
  'small letters from here': (text, at) => text.slice(0, at) + text.slice(at).toLowerCase(),
  'a line break': near(/ /, () => '\n'),
  'a word broken over two lines': (text, at) => splice(text, at, 0, '-\n'),
  'a paragraph': near(/ /, () => '\n\n'),
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'a lone CR': near(/ /, () => '\r'),
  'a space that does not break': near(/ /, () => '\u00a0'),
  'a narrow space': near(/ /, () => '\u202f'),
  'no space': near(/ /, () => ''),
  'a tab': near(/ /, () => '\t'),
  'an emoji': (text, at) => splice(text, at, 0, '😀👩‍👧'),
  'half a surrogate pair': (text, at) => splice(text, at, 0, '\ud83d'),
  'a combining accent': (text, at) => splice(text, at, 0, '\u0301'),
  'a space of no width': (text, at) => splice(text, at, 0, '\u200b'),
  'a soft hyphen': (text, at) => splice(text, at, 0, '\u00ad'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'letters written together': near(/fi|ff|fl/, () => 'ﬁ'),
  'letters that grow in small letters': (text, at) => splice(text, at, 0, 'İİ'),
  'a NUL': (text, at) => splice(text, at, 0, '\0'),
  'writing from the right': (text, at) => splice(text, at, 0, ' \u202bقال الوزير\u202c '),
  'cut off': (text, at) => text.slice(0, at),
  markup: (text, at) => splice(text, at, 0, '&quot;<b>'),
};

/** Each damage is done to every sixth text, each to other ones: all to all takes a minute and finds no more. */
const share = 6;

test.each(Object.entries(mutations).map(([name, mutate], number) => ({ name, mutate, number })))(
  '$name: no crash, and every offset exact',
  ({ mutate, number }) => {
    const random = randomOf('bad input');
    const problems = ownTexts()
      .filter((_, index) => index % share === number % share)
      .flatMap((text) => {
        const mutated = mutate(text, random.below(text.length));
        const article = input(mutated, 'en');
        return misplaced(read(article), article).map((problem) => `${problem} in ${JSON.stringify(mutated)}`);
      });
    expect(problems).toEqual([]);
  },
);

test('several changes at once: no crash, and every offset exact', () => {
  const random = randomOf('bad input', 'several');
  const all = Object.values(mutations);
  const problems = ownTexts()
    .filter((_, index) => index % share === 0)
    .flatMap((text) => {
      let mutated = text;
      for (let count = 0; count < 6; count += 1) mutated = random.pick(all)(mutated, random.below(mutated.length + 1));
      const article = input(mutated, 'en');
      return misplaced(read(article), article).map((problem) => `${problem} in ${JSON.stringify(mutated)}`);
    });
  expect(problems).toEqual([]);
});

describe('texts that are no running text', () => {
  const claimsOf = (text: string): readonly FoundClaim[] => {
    const article = input(text, 'en');
    const claims = read(article);
    expect(misplaced(claims, article)).toEqual([]);
    return claims.filter((claim) => claim.in === TextPart.TEXT);
  };

  test('three hundred speakers are three hundred', () => {
    // No two names share a word: surnames would be taken for the same person.
    const name = (at: number): string =>
      ['Ba', 'De', 'Fi', 'Go', 'Lu'][at % 5]! +
      ['rak', 'len', 'mor', 'tis', 'vun', 'zef'][Math.floor(at / 5) % 6]! +
      ['a', 'e', 'i', 'o', 'u', 'y', 'an', 'en', 'in', 'on'][Math.floor(at / 30)]!;
    const text = Array.from({ length: 300 }, (_, at) => `Tom ${name(at)} said that pillar ${at} had moved.`).join(' ');
    const speakers = claimsOf(text).map(({ speaker }) => speaker?.name);
    expect(speakers).toHaveLength(300);
    expect(new Set(speakers).size).toBe(300);
  });

  test('a table and a list of figures are no claims of anybody', () => {
    const claims = claimsOf(
      'Name | Role | Age\nAnn Lee | mayor | 41\nTom Brand | engineer | 52\n\n1. Orrel 12\n2. Varn 14\n',
    );
    expect(claims.filter(({ kind }) => kind !== ClaimKind.ASSERTION)).toEqual([]);
  });

  test('capitals alone are read as small letters are', () => {
    const claims = claimsOf('THE MAYOR SAID ON MONDAY THAT THE BRIDGE WOULD CLOSE. "WE CANNOT WAIT," ANN LEE SAID.');
    expect(claims.map(({ text }) => text)).toEqual(['THAT THE BRIDGE WOULD CLOSE', '"WE CANNOT WAIT,"']);
  });

  test('a text in another language has no claims, and says why', () => {
    const text =
      "Le maire d'Orrel a déclaré lundi que le vieux pont serait fermé aux camions au printemps. « Nous ne pouvons pas attendre », a dit Anne Legrand.";
    expect(findClaims(input(text))).toEqual({ claims: [], notComputed: expect.stringContaining('French') });
  });

  test('a span that is not where it says it is, is found', () => {
    const article = input('The mayor said that the bridge would close.', 'en');
    const [claim] = read(article);
    expect(misplaced([{ ...claim!, start: claim!.start + 1 }], article)).toHaveLength(1);
  });
});

test.each(['Constructor', 'ToString', '__proto__', 'HasOwnProperty'])('%s begins a sentence like any word', (word) => {
  const [claim] = read(input(`${word} on the radio failed, the mayor said.`));
  expect(claim?.speaker?.text).toBe('the mayor');
});
