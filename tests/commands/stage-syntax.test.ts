import { Readable, Writable } from 'node:stream';
import { runStage } from '../../src/commands/stage.js';

interface Answer {
  readonly id: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  readonly upos?: string[];
  readonly heads?: number[];
  readonly names?: { readonly start: number; readonly end: number; readonly text: string; readonly kind: string }[];
  readonly sentences?: {
    readonly start: number;
    readonly end: number;
    readonly tokens: { readonly text: string; readonly start: number; readonly end: number; readonly head: number }[];
  }[];
}

/** What the filter answers to rows, in order. */
async function syntax(...rows: readonly unknown[]): Promise<Answer[]> {
  let written = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  await runStage('syntax', Readable.from([lines.join('\n')]), output);
  return written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

describe('the stage syntax', () => {
  it('tags and parses the words of a sentence', async () => {
    const tokens = 'The minister said that the government will close the port .'.split(' ');
    const [answer] = await syntax({ id: 1, tokens });
    expect(answer).toEqual({
      id: 1,
      upos: ['DET', 'NOUN', 'VERB', 'SCONJ', 'DET', 'NOUN', 'AUX', 'VERB', 'DET', 'NOUN', 'PUNCT'],
      xpos: ['DT', 'NN', 'VBD', 'IN', 'DT', 'NN', 'MD', 'VB', 'DT', 'NN', '.'],
      lemmas: ['the', 'minister', 'say', 'that', 'the', 'government', 'will', 'close', 'the', 'port', '.'],
      heads: [2, 3, 0, 8, 6, 8, 8, 3, 10, 8, 3],
      relations: ['det', 'nsubj', 'root', 'mark', 'det', 'nsubj', 'aux', 'ccomp', 'det', 'obj', 'punct'],
    });
  });

  it('reads a text into sentences, tokens with offsets, and names', async () => {
    const text = 'Tunis, 3 May. “It doesn’t hold,” the\nminister said. She visited France on Monday.';
    const [{ id, sentences, names }] = await syntax({ id: 'a', text });
    expect(id).toBe('a');
    expect(sentences!.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Tunis, 3 May.',
      '“It doesn’t hold,” the\nminister said.',
      'She visited France on Monday.',
    ]);
    const last = sentences![2].tokens;
    expect(last.map((token) => token.text)).toEqual(['She', 'visited', 'France', 'on', 'Monday', '.']);
    expect(last[1]).toEqual({
      text: 'visited',
      start: text.indexOf('visited'),
      end: text.indexOf('visited') + 'visited'.length,
      upos: 'VERB',
      xpos: 'VBD',
      lemma: 'visit',
      head: 0,
      relation: 'root',
    });
    const france = text.indexOf('France');
    expect(names).toContainEqual(
      expect.objectContaining({
        start: france,
        end: france + 6,
        text: 'France',
        kind: 'PLACE',
        wikidata: 'Q142',
        iso: 'FR',
      }),
    );
  });

  it('answers what cannot be read with a code and a sentence, and goes on', async () => {
    const answers = await syntax(
      { id: 1 },
      { id: 2, tokens: 'The dam' },
      { id: 3, tokens: ['The', 7] },
      { id: 4, tokens: ['The', ' '] },
      { id: 5, tokens: Array.from({ length: 1_001 }, () => 'dam') },
      { id: 6, text: ['The dam'] },
      'no JSON',
      { id: 8, text: '' },
      { id: 9, tokens: [] },
    );
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((id) => [id, 'BAD_USER_INPUT']),
      [null, 'JSON_MALFORMED'],
      [8, undefined],
      [9, undefined],
    ]);
    expect(answers[0].error!.message).toBe('Give "tokens" or "text".');
    expect(answers[4].error!.message).toMatch(/1001 words.*at most 1000/);
    expect(answers[7]).toEqual({ id: 8, sentences: [], names: [] });
    expect(answers[8]).toEqual({ id: 9, upos: [], xpos: [], lemmas: [], heads: [], relations: [] });
  });
});
