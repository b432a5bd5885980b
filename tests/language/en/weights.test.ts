import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagAndParse } from '../../../src/language/en/syntax.js';
import { weightsFile } from '../../../src/language/en/weights.js';
import { readConllu } from '../../../src/language/syntax/conllu.js';
import { evaluate } from '../../../src/language/syntax/evaluate.js';

interface Manifest {
  readonly models: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly scores: { readonly own: Readonly<Record<'words' | 'upos' | 'xpos' | 'lemmas' | 'uas' | 'las', number>> };
}

const manifest = JSON.parse(new TextDecoder().decode(weightsFile('manifest.json'))) as Manifest;

describe('the weights that are shipped', () => {
  it('are those that the manifest names, and all of them', () => {
    const there = readdirSync(join(__dirname, '../../../src/language/en/weights')).filter((file) =>
      /\.(bin|tsv)$/.test(file),
    );
    expect(manifest.models.map(({ file }) => file)).toEqual(there.sort());
    for (const { file, bytes, sha256 } of manifest.models) {
      const content = weightsFile(file);
      expect([file, content.length]).toEqual([file, bytes]);
      expect([file, createHash('sha256').update(content).digest('hex')]).toEqual([file, sha256]);
    }
  });

  it('score on our own sentences what the manifest says', () => {
    const own = [...readConllu(readFileSync(join(__dirname, '../syntax/own.conllu'), 'utf8'))];
    const figures = evaluate(
      own,
      own.map(({ words }) => tagAndParse(words.map(({ text }) => text))),
    );
    const { words, ...shares } = manifest.scores.own;
    expect(figures.words).toBe(words);
    for (const layer of ['upos', 'xpos', 'lemmas', 'uas', 'las'] as const)
      expect([layer, figures[layer].toFixed(4)]).toEqual([layer, shares[layer].toFixed(4)]);
  });
});
