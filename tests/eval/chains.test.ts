import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarked, toLines } from '../../eval/chains/marks';
import { measure, shapeOf } from '../../eval/chains/measure';

interface Mention {
  start: number;
  end: number;
  text: string;
}
interface Speaker extends Mention {
  name?: string;
  full?: Mention;
}
interface Link extends Mention {
  depth: number;
  owner?: string;
  full?: Mention;
}
interface Claim extends Mention {
  spans?: [number, number][];
  speaker: Speaker | null;
  chain: Link[];
  optional?: boolean;
}
interface Case {
  id: string;
  text: string;
  claims: Claim[];
}

const folder = join(__dirname, '../../eval/chains');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const parse = (lines: string): Case[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
const parts = ['development', 'kept-apart', 'typography', 'fresh'] as const;
const cases = Object.fromEntries(parts.map((part) => [part, parse(read(`${part}.jsonl`))])) as Record<
  (typeof parts)[number],
  Case[]
>;

/** Every span of a case with the words it should have. */
function mentionsOf(claims: readonly Claim[]): Mention[] {
  return claims.flatMap((claim) => [
    claim,
    ...(claim.spans ?? []).map(([start, end]) => ({ start, end, text: '' })),
    ...[claim.speaker, ...claim.chain].flatMap((mention) => (mention ? [mention] : [])),
    ...[claim.speaker, ...claim.chain].flatMap((mention) => (mention?.full ? [mention.full] : [])),
  ]);
}

const isWord = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
const splitsWord = (text: string, at: number): boolean => isWord(text[at - 1]) && isWord(text[at]);

/** What is wrong with a case. */
function faults({ text, claims }: Case): string[] {
  const found: string[] = [];
  const wide = text.replace(/\s+/g, ' ');
  for (const { start, end, text: words } of mentionsOf(claims)) {
    const inside = 0 <= start && start < end && end <= text.length;
    if (!inside) found.push(`${start}..${end} is not in the text`);
    else if (words !== '' && text.slice(start, end) !== words) found.push(`"${words}" is not at ${start}`);
    else if (splitsWord(text, start) || splitsWord(text, end)) found.push(`"${words}" splits a word`);
    else if (/^\s|\s$/.test(text.slice(start, end))) found.push(`"${words}" has space around it`);
  }
  for (const { start, end, spans, speaker, chain } of claims) {
    const pieces = spans ?? [[start, end]];
    if (pieces[0]![0] !== start || pieces.at(-1)![1] !== end) found.push(`spans of ${start}..${end} do not fill it`);
    if (pieces.some(([from], index) => index > 0 && from < pieces[index - 1]![1])) found.push('spans cross');
    if (chain.some(({ depth }, index) => depth !== index + 1)) found.push(`depths ${chain.map((c) => c.depth).join()}`);
    for (const name of [speaker?.name, ...chain.map(({ owner }) => owner)])
      if (name !== undefined && !wide.toLowerCase().includes(name.toLowerCase())) found.push(`${name} is not named`);
  }
  return found;
}

test.each(parts)('%s.jsonl is what its marks say (node eval/chains/build.js writes it)', (part) => {
  expect(read(`${part}.jsonl`)).toBe(toLines(readMarked(read(`${part}.txt`))));
});

test.each(parts)('in %s every span is right, and depths have no gap', (part) => {
  const wrong = cases[part].map((row) => [row.id, faults(row)] as const).filter(([, list]) => list.length > 0);
  expect(wrong).toEqual([]);
});

test('the spans of a broken case are told', () => {
  const words = { start: 4, end: 9, text: 'mayor' };
  const row: Case = {
    id: 'x',
    text: 'The mayor said it.',
    claims: [
      {
        start: 15,
        end: 17,
        text: 'it',
        speaker: { ...words, end: 8, name: 'Ana' },
        chain: [{ ...words, depth: 2 }],
      },
    ],
  };
  expect(faults(row)).toEqual(['"mayor" is not at 4', 'depths 2', 'Ana is not named']);
});

test('the set is large, of many shapes, and a third of it is kept apart in other words', () => {
  const { development, 'kept-apart': keptApart, typography } = cases;
  const all = [...development, ...keptApart];
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(keptApart.length / all.length).toBeGreaterThanOrEqual(1 / 3);
  const ids = [...all, ...typography].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const shapes = (rows: readonly Case[]): string[] => [...new Set(rows.map(({ id }) => shapeOf(id) as string))].sort();
  expect(shapes(development).length).toBeGreaterThanOrEqual(25);
  expect(shapes(keptApart)).toEqual(shapes(development));
  const developmentIds = new Set(development.map(({ id }) => id));
  expect(typography.filter(({ id }) => !developmentIds.has(id.replace('-typography', '')))).toEqual([]);
  const known = new Set(development.flatMap(({ claims }) => claims.map(({ text }) => text)));
  expect(keptApart.flatMap(({ claims }) => claims).filter(({ text }) => known.has(text))).toEqual([]);
});

describe('the scorer', () => {
  const source = `== told-01
{1 "We wait,"} [a Ana Brel] told [b the Beacon], {1 "and we see."} [c She] said in [d a letter] {2 that [e the mayor] knew {3 of the leak in the roof}}.
1: b > a
2: d(Ana Brel) > c=Ana Brel
3?: d(Ana Brel) > e
`;
  const [gold] = readMarked(source) as Case[];
  const found = (claims: readonly Claim[]): unknown => claims.map((claim) => ({ ...claim, attitude: 'SPEECH' }));
  const figures = (claims: readonly Claim[]): Record<string, unknown> =>
    measure([gold!], new Map([['told-01', found(claims)]])).figures as Record<string, unknown>;
  const named = gold!.claims.map((claim) => ({
    ...claim,
    speaker: claim.speaker && { ...claim.speaker, name: claim.speaker.name ?? claim.speaker.text },
  }));
  const whole = { p: 100, r: 100, f1: 100 };

  test('gives everything for the annotation itself, with its optional claims or without', () => {
    const perfect = {
      cases: 1,
      claims: whole,
      speakers: whole,
      links: whole,
      chains: whole,
      names: 100,
      owners: 100,
    };
    expect(figures(named)).toEqual(perfect);
    expect(figures(named.filter(({ optional }) => !optional))).toEqual(perfect);
  });

  test('takes links of another depth, of another place and of claims that nobody made as wrong', () => {
    const [first, second] = named as [Claim, Claim];
    const deeper = { ...first, chain: first.chain.map((link) => ({ ...link, depth: 2 })) };
    expect(figures([deeper, second])['links']).toEqual({ p: 50, r: 50, f1: 50 });
    const elsewhere = { ...first, chain: [{ ...first.chain[0]!, start: 0, end: 5 }] };
    expect(figures([elsewhere, second])['links']).toEqual({ p: 50, r: 50, f1: 50 });
    const invented = { ...second, start: second.start + 100, end: second.end + 100 };
    expect(figures([first, second, invented])['links']).toEqual({ p: 66.7, r: 100, f1: 80 });
    expect(figures([first])['links']).toEqual({ p: 100, r: 50, f1: 66.7 });
  });

  test('leaves out the outlet’s own voice and what is believed or intended', () => {
    const [first, second] = named as [Claim, Claim];
    const others = [
      { ...first, start: 60, end: 70, spans: undefined, attitude: 'INTENTION' },
      { ...first, start: 60, end: 70, spans: undefined, attitude: 'SPEECH', kind: 'ASSERTION' },
    ];
    const answers = new Map([['told-01', [first, second, ...others]]]);
    expect(measure([gold!], answers).figures.claims).toEqual(whole);
  });

  test('takes an owner inside the words of its document, and a mention with its apposition, as the speaker', () => {
    const marked = `== owner-01
[d A report by the Dam Board] says {1 the wall is cracked}. [A [a Ana Brel], who runs the mill], said {2 it is not}.
1: d*the Dam Board
2: a
`;
    const [row] = readMarked(marked) as Case[];
    const [first, second] = row!.claims as [Claim, Claim];
    const owner = { start: 12, end: 25, text: row!.text.slice(12, 25) };
    expect(owner.text).toBe('the Dam Board');
    const claims = [
      { ...first, speaker: owner },
      { ...second, speaker: second.speaker!.full! },
    ];
    expect(measure([row!], new Map([[row!.id, claims]])).figures.speakers).toEqual(whole);
  });
});
