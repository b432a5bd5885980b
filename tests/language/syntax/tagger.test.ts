import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from '../../../src/language/en/vocabulary.js';
import { readConllu, TreebankSentence } from '../../../src/language/syntax/conllu.js';
import { evaluate } from '../../../src/language/syntax/evaluate.js';
import { readTagger, writeTagger } from '../../../src/language/syntax/tagger/model-file.js';
import { tagFold, TaggerTraining, trainTagger } from '../../../src/language/syntax/tagger/train.js';
import { Tagger } from '../../../src/language/syntax/tagger/tagger.js';

const own = [...readConllu(readFileSync(join(__dirname, 'own.conllu'), 'utf8'))];
const training: TaggerTraining = {
  vocabulary,
  seed: 1,
  iterations: 5,
  leastInDictionary: 2,
  prune: 0,
  recased: 5,
};
const wordsOf = ({ words }: TreebankSentence): string[] => words.map(({ text }) => text);

describe('tagger', () => {
  const tagger = trainTagger(own, training);

  it('learns its training sentences, far over the tag that most words bear', () => {
    const { upos } = evaluate(
      own,
      own.map((sentence) => tagger.tag(wordsOf(sentence))),
    );
    const nouns = evaluate(
      own,
      own.map((sentence) => ({ upos: sentence.upos.map(() => 'NOUN') })),
    );
    expect(nouns.upos).toBeLessThan(0.4);
    expect(upos).toBeGreaterThan(0.97);
  });

  it('tags a fold by what the others teach', () => {
    const tagged = [...tagFold(own, 0, 2, training), ...tagFold(own, 1, 2, training)].sort(([a], [b]) => a - b);
    expect(tagged.map(([number]) => number)).toEqual(own.map((_, number) => number));
    const { upos } = evaluate(
      own,
      tagged.map(([, tags]) => tags),
    );
    expect(upos).toBeGreaterThan(0.45);
    expect(upos).toBeLessThan(0.97);
  });

  it('gives the same bytes for the same seed, others for another', () => {
    const bytes = writeTagger(tagger.model);
    expect(writeTagger(trainTagger(own, training).model)).toEqual(bytes);
    expect(writeTagger(trainTagger(own, { ...training, seed: 2 }).model)).not.toEqual(bytes);
  });

  it('tags the same after a way through bytes', () => {
    const again = new Tagger(readTagger(writeTagger(tagger.model)), vocabulary);
    for (const sentence of own) expect(again.tag(wordsOf(sentence))).toEqual(tagger.tag(wordsOf(sentence)));
  });

  it('refuses bytes that are none of its own', () => {
    expect(() => readTagger(Uint8Array.of(255, 255, 255, 255))).toThrow(RangeError);
    expect(() => readTagger(writeTagger(tagger.model).subarray(0, -1))).toThrow(RangeError);
  });

  it('takes no word and odd words', () => {
    expect(tagger.tag([])).toEqual({ upos: [], xpos: [] });
    expect(tagger.tag(['', '\u0000', '\ud800', 'ß'.repeat(10_000)]).upos).toHaveLength(4);
  });
});
