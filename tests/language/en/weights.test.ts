import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lemmaOf, tagWords } from '../../../src/language/en/tags.js';
import { weightsFile } from '../../../src/language/en/weights.js';
import { clusterOf } from '../../../src/language/en/word-clusters.js';
import { readConllu } from '../../../src/language/syntax/conllu.js';
import { evaluate } from '../../../src/language/syntax/evaluate.js';
import { readParser } from '../../../src/language/syntax/parser/parser-file.js';
import { Parser } from '../../../src/language/syntax/parser/parser.js';

interface Manifest {
  readonly models: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly scores: { readonly own: Readonly<Record<'words' | 'upos' | 'xpos' | 'lemmas' | 'uas' | 'las', number>> };
}

const manifest = JSON.parse(new TextDecoder().decode(weightsFile('manifest.json'))) as Manifest;

describe('the weights that are shipped', () => {
  it('are those that the manifest names', () => {
    for (const { file, bytes, sha256 } of manifest.models) {
      const content = weightsFile(file);
      expect([file, content.length]).toEqual([file, bytes]);
      expect([file, createHash('sha256').update(content).digest('hex')]).toEqual([file, sha256]);
    }
  });

  it('score on our own sentences what the manifest says', () => {
    const own = [...readConllu(readFileSync(join(__dirname, '../syntax/own.conllu'), 'utf8'))];
    const parser = new Parser(readParser(weightsFile('parser.bin')), clusterOf);
    const figures = evaluate(
      own,
      own.map((sentence) => {
        const words = sentence.words.map(({ text }) => text);
        const tags = tagWords(words);
        const lemmas = words.map((word, at) => lemmaOf(word, tags.upos[at], tags.xpos[at]));
        return { ...tags, lemmas, ...parser.parse(words, tags) };
      }),
    );
    const { words, ...shares } = manifest.scores.own;
    expect(figures.words).toBe(words);
    for (const layer of ['upos', 'xpos', 'lemmas', 'uas', 'las'] as const)
      expect([layer, figures[layer].toFixed(4)]).toEqual([layer, shares[layer].toFixed(4)]);
  });
});
