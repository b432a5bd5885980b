import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConllu } from '../../../src/language/syntax/conllu.js';
import { learnLemmas, LemmaRules } from '../../../src/language/syntax/lemmas.js';

const own = [...readConllu(readFileSync(join(__dirname, 'own.conllu'), 'utf8'))];

describe('lemmas', () => {
  const rules = learnLemmas(own);

  it('gives every word of the training its lemma', () => {
    for (const { words, upos, xpos, lemmas } of own)
      words.forEach(({ text }, at) =>
        expect([text, rules.lemmaOf(text, upos[at], xpos[at])]).toEqual([text, lemmas[at]]),
      );
  });

  it('does to a new word as to those with its ending', () => {
    expect(rules.lemmaOf('Ministers', 'NOUN', 'NNS')).toBe('minister');
    expect(rules.lemmaOf('Harbin', 'PROPN', 'NNP')).toBe('Harbin');
  });

  it('keeps exceptions, and the shape of apostrophes does not matter', () => {
    expect(rules.lemmaOf('said', 'VERB', 'VBD')).toBe('say');
    expect(rules.lemmaOf('PEOPLE', 'NOUN', 'NNS')).toBe('person');
    expect(rules.lemmaOf('n’t', 'PART', 'RB')).toBe('not');
  });

  it('is the same after a way through text', () => {
    expect(LemmaRules.fromText(rules.toText()).toText()).toBe(rules.toText());
  });

  it('puts in lower case what it has no rule for', () => {
    expect(rules.lemmaOf('Foo', 'X', 'FW')).toBe('foo');
    expect(rules.lemmaOf('', 'X', 'FW')).toBe('');
  });
});
