import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filter } from '../../src/commands/stage/claims.js';
import { findClaims, method } from '../../src/pipeline/2-claims/index.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import { TextPart, type ClaimInput, type Extract, type FoundClaim } from '../../src/pipeline/values.js';

/**
 * A case is a folder with input.json (a row as the filter reads it) and expected.json (what it answers, without offsets).
 * `node scripts/add-case.js claims NAME` adds one.
 */
const folder = join(__dirname, '../cases/claims');
const parse = (...path: string[]): Record<string, unknown> => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

async function answer(row: Record<string, unknown>): Promise<Record<string, unknown>> {
  const rows = (async function* () {
    yield { row };
  })();
  for await (const output of filter(rows)) return output;
  throw new Error('The filter answered nothing.');
}

function input(text: string, headline: string | null = null): ClaimInput {
  return { text, headline, source: 'Coastal Courier', publishedAt: null, language: null };
}

/** Every stretch a claim points at, with the text part it counts in. */
function extracts(claim: FoundClaim): Extract[] {
  return [claim, ...claim.chain, ...(claim.cue ? [claim.cue] : []), ...(claim.speaker ? [claim.speaker] : [])];
}

interface Reading {
  readonly claims: readonly FoundClaim[];
  /** Everything that is not where it says it is; empty when all is right. */
  readonly problems: readonly string[];
}

function read(article: ClaimInput): Reading {
  const { actors, claims } = resolveActors(article, findClaims(article).claims);
  const textOf = (part: TextPart): string => (part === TextPart.TEXT ? article.text : (article.headline ?? ''));
  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  const keys = new Set(actors.map((actor) => actor.key));
  check(keys.size === actors.length, 'an actor is listed twice');
  for (const actor of actors) {
    for (const { in: part, start, end, text } of actor.mentions) {
      check(textOf(part).slice(start, end) === text, `mention "${text}" is not at ${start}`);
    }
  }
  for (const claim of claims) {
    for (const { start, end, text } of extracts(claim)) {
      check(textOf(claim.in).slice(start, end) === text, `"${text}" is not at ${start}`);
    }
    let last = claim.start;
    for (const { start, end } of claim.spans ?? []) {
      check(start >= last && end > start && end <= claim.end, `span ${start} to ${end} is out of order`);
      last = end;
    }
    claim.chain.forEach((hop, index) => check(hop.depth === index + 1, `hop ${index} has depth ${hop.depth}`));
    for (const { actor } of [...claim.chain, ...(claim.speaker ? [claim.speaker] : [])]) {
      check(actor === null || keys.has(actor), `${actor} is not listed`);
    }
  }
  return { claims, problems };
}

describe('cases', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    expect(await answer({ id: name, ...parse(name, 'input.json') })).toMatchObject({
      id: name,
      ...parse(name, 'expected.json'),
    });
  });

  test.each(readdirSync(folder))('%s: offsets are exact', (name) => {
    const row = parse(name, 'input.json') as { text: string; headline?: string };
    expect(read(input(row.text, row.headline ?? null)).problems).toEqual([]);
  });
});

describe('awkward texts', () => {
  const said = 'Marta Lindqvist, the mayor, said on Monday that “the bridge” was safe. “It is,” she said. “Really.” ';
  test.each([
    ['quotation marks that never close', '“It is safe, Lindqvist said. "Is it? Renn asked. She said that it was.'],
    ['quotation marks that never open', 'It is safe,” Lindqvist said. It was 5" long, she said. So they say."'],
    [
      'quotations in quotations',
      '“He told me, ‘The mayor said, “No.”’ And I left,” Renn said. \'"Odd," he said\', she said.',
    ],
    ['all capitals', said.toUpperCase().repeat(3)],
    ['no capitals', said.toLowerCase().repeat(3)],
    [
      'emoji and combining marks',
      '😀 “We 👩‍👩‍👧 won! 🎉,” Zoë Müller said 😀. E\u0301mile said: “Cafe\u0301 — ﬁne.” 𝒜 official said 𝒷.',
    ],
    [
      'tokenised text',
      "`` It 's safe , '' she said . They do n't , `` he said -LRB- twice -RRB- , '' say so . \n .\n 'No , ' he said .",
    ],
    [
      'line breaks of every kind',
      said.replaceAll('. ', '.\r\n\r\n') + '\r\n\n\n \n .\n' + said.replaceAll(' ', '\u00a0'),
    ],
    ['5,000 quotation marks', '"'.repeat(5000)],
    ['5,000 opening marks with words', '“a '.repeat(5000)],
    ['5,000 single marks with words', "'a b' ".repeat(2500)],
    ['one very long sentence', 'The mayor said that the bridge, the pier, and the port, '.repeat(1500) + 'were safe.'],
    ['a very long coordination', 'The mayor and '.repeat(3000) + 'the captain said the bridge was safe.'],
    ['only cues', 'said '.repeat(3000)],
    ['only commas', 'Renn, '.repeat(3000) + 'said that it was safe.'],
    ['nothing', ''],
    ['spaces', ' \n\n\t '],
    ['one mark', '”'],
    ['lone surrogates', 'Renn said \ud83d that \udc00 it was safe.'],
  ])('%s: offsets are exact', (_, text) => {
    expect(read(input(text, text.slice(0, 200))).problems).toEqual([]);
  });

  test('the same text gives the same claims', () => {
    const article = input(said.repeat(5));
    expect(findClaims(article)).toEqual(findClaims(article));
  });

  test('clean and tokenised text are read alike', () => {
    const clean = '“We don’t know yet,” said Marta Lindqvist, the mayor. She added that nobody’s boat was lost.';
    const tokenised =
      "`` We do n't know yet , '' said Marta Lindqvist , the mayor . She added that nobody 's boat was lost .";
    const told = (text: string): unknown[] =>
      read(input(text)).claims.map(({ kind, rule, speaker, cue }) => [kind, rule, speaker?.name, cue?.text]);
    expect(told(tokenised)).toEqual(told(clean));
    expect(told(clean)).toHaveLength(2);
  });
});

describe('chains', () => {
  test('three deep: an editorial that cites an interview', () => {
    const text =
      'The Coastal Courier said in an editorial that the sale was a mistake and pointed out:\n\n' +
      'The plan was revealed by the head of the harbour board, when he told in a recent interview that the ferry would be sold.\n\n' +
      'In conclusion, the editorial noted that the island has no doctor.';
    const { claims } = read(input(text));
    const sold = claims.find((claim) => claim.text === 'that the ferry would be sold');
    expect(sold).toMatchObject({
      speaker: { text: 'he', name: 'the head of the harbour board' },
      chain: [
        { depth: 1, text: 'an editorial', kind: 'DOCUMENT', owner: 'Coastal Courier' },
        { depth: 2, text: 'a recent interview', kind: 'DOCUMENT', owner: null },
      ],
    });
    expect(claims.at(-1)).toMatchObject({
      speaker: { text: 'the editorial', name: 'Coastal Courier' },
      chain: [{ owner: 'Coastal Courier' }],
    });
  });

  test('a speaker is no hop of their own claim', () => {
    const { claims } = read(input('Marta Lindqvist said she believes that the pier is safe.'));
    expect(claims.map(({ text, chain }) => [text, chain.length])).toEqual([
      ['she believes that the pier is safe', 0],
      ['that the pier is safe', 0],
    ]);
  });
});

test('the method is named', () => expect(method).toEqual({ engine: 'parallax-claims', version: '14' }));

test('a row without a text is refused on its line', async () => {
  expect(await answer({ id: 7 })).toEqual({
    id: 7,
    error: { code: 'BAD_USER_INPUT', message: expect.stringContaining('text') },
  });
});
