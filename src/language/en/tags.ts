import { LemmaRules } from '../syntax/lemmas.js';
import { readTagger } from '../syntax/tagger/model-file.js';
import { Tagger } from '../syntax/tagger/tagger.js';
import type { Tags } from '../syntax/values.js';
import { weightsFile } from './weights.js';
import { vocabulary } from './vocabulary.js';

let tagger: Tagger | undefined;
let rules: LemmaRules | undefined;

/** Universal and Penn tags of the words of one English sentence. The first call loads the weights. */
export function tagWords(words: readonly string[]): Tags {
  tagger ??= new Tagger(readTagger(weightsFile('tagger.bin')), vocabulary);
  return tagger.tag(words);
}

/** The lemma of an English word that bears these tags: "said", VERB, VBD -> "say". The first call loads the rules. */
export function lemmaOf(form: string, upos: string, xpos: string): string {
  rules ??= LemmaRules.fromText(new TextDecoder().decode(weightsFile('lemmas.tsv')));
  return rules.lemmaOf(form, upos, xpos);
}
