import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { runStage } from '../../src/commands/stage.js';
import { explainClaim } from '../../src/pipeline/2-claims/explain.js';
import { findClaims } from '../../src/pipeline/2-claims/index.js';
import { claimRules, hopRules } from '../../src/pipeline/2-claims/rules/table.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import type { ClaimInput, FoundClaim } from '../../src/pipeline/values.js';

function input(text: string, headline: string | null = null): ClaimInput {
  return { text, headline, source: 'Coastal Courier', publishedAt: null, language: 'en' };
}

function claimsOf(article: ClaimInput): readonly FoundClaim[] {
  return resolveActors(article, findClaims(article).claims).claims;
}

/** An example without its strokes, and what stands between them. */
function marked(example: string): { text: string; inside: string } {
  const [before, inside, after] = example.split('|') as [string, string, string];
  return { text: before + inside + after, inside };
}

test.each(Object.entries(claimRules))('the rule %s makes the claim of its example', (rule, { example }) => {
  const { text, inside } = marked(example);
  const isHeadline = rule === 'headline-colon';
  const claims = claimsOf(isHeadline ? input('The talks failed.', text) : input(text));
  // A colon makes no claim: those below it do, by the rule of blocks.
  const made = rule.endsWith('colon') && !isHeadline ? 'block' : rule;
  expect(claims.map((claim) => [claim.rule, claim.text.replace(/^that /, '').replace(/\.$/, '')])).toContainEqual([
    made,
    inside.replace(/\.$/, ''),
  ]);
});

test.each(Object.entries(hopRules))('the rule %s makes the hop of its example', (rule, { example }) => {
  const { text, inside } = marked(example);
  const hops = claimsOf(input(text)).flatMap(({ chain }) => chain.map((hop) => [hop.rule, hop.text]));
  expect(hops).toContainEqual([rule, inside]);
});

test('a claim is explained by its rule, its cue, its speaker, its cuts and its hops', () => {
  const article = input(
    'Ann Lee lives in Orrel. In a letter to the council, she did not say whether the bridge was safe, the Gazette reported.',
  );
  const claim = claimsOf(article).find(({ cue }) => cue?.text === 'did not say')!;
  const lines = explainClaim(claim, article);
  expect(lines).toEqual([
    'INDIRECT, SPEECH, confidence 0.8',
    expect.stringMatching(/^rule speaker-cue-content: A speaker, a cue, .* E\.g\.: The mayor said/),
    expect.stringMatching(
      /^cue “did not say” \(\d+–\d+\): cues\.txt, line \d+: NEUTRAL, SPEECH, may be followed by a quotation; .*; negated, past, simple, active$/,
    ),
    expect.stringMatching(/^speaker “she” \(\d+–\d+\) is Ann Lee \(PERSON\): whom the pronoun means/),
    expect.stringMatching(/^content \d+–\d+: ….*did not say │whether the bridge was safe│, the Gazette reported\.…$/),
    expect.stringMatching(/^hop 1 “the Gazette” .*rule around: /),
    expect.stringMatching(/^hop 2 “a letter to the council” .*through “in”: rule document-before: /),
  ]);
});

describe('parallax stage claims --explain', () => {
  const row = { id: 'one', text: 'The mayor said that the bridge was safe.' };
  async function run(stage: string): Promise<{ rows: string; read: string }> {
    const [output, reading] = [new PassThrough(), new PassThrough()];
    const [rows, read] = [textOf(output), textOf(reading)];
    await runStage(stage, Readable.from([JSON.stringify(row) + '\n']), output, reading);
    output.end();
    reading.end();
    return { rows: await rows, read: await read };
  }

  test('answers the lines of JSON alone, and tells the reader the same beside them', async () => {
    const { rows, read } = await run('claims');
    const { claims } = JSON.parse(rows) as { claims: { text: string; explanation: string[] }[] };
    expect(claims).toHaveLength(1);
    expect(read).toBe(
      `one: 1 claims\n\n“${claims[0]!.text}”\n${claims[0]!.explanation.map((line) => `    ${line}\n`).join('')}\n`,
    );
  });

  test('is refused by a stage that explains nothing', async () => {
    await expect(run('match')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
