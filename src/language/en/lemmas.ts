import { LemmaRules } from '../syntax/lemmas.js';
import { weightsFile } from './weights.js';

let rules: LemmaRules | undefined;

/** The lemma of an English word that bears these tags: "said", VERB, VBD -> "say". The first call loads the rules. */
export function lemmaOf(form: string, upos: string, xpos: string): string {
  rules ??= LemmaRules.fromText(new TextDecoder().decode(weightsFile('lemmas.tsv')));
  return rules.lemmaOf(form, upos, xpos);
}
