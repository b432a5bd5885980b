import { cueLexicon, type CueSense } from './cue-lexicon.js';

export type VerbForm = 'BASE' | 'S' | 'PAST' | 'PARTICIPLE' | 'ING';

export interface CueForm {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly senses: readonly CueSense[];
}

const { irregular, doubling } = cueLexicon;

/** Inflects a verb as regular English verbs are, irregular ones by the list. */
export function inflect(lemma: string): [string, VerbForm][] {
  const s = /(?:s|x|ch|sh|o)$/.test(lemma)
    ? lemma + 'es'
    : /[^aeiou]y$/.test(lemma)
      ? lemma.slice(0, -1) + 'ies'
      : lemma + 's';
  const doubled = doubling.has(lemma) ? lemma + lemma.at(-1)! : lemma;
  const ing = (/[^eyo]e$/.test(lemma) || /ue$/.test(lemma) ? lemma.slice(0, -1) : doubled) + 'ing';
  const [past, participle] = irregular.get(lemma) ?? [
    /e$/.test(lemma) ? lemma + 'd' : /[^aeiou]y$/.test(lemma) ? lemma.slice(0, -1) + 'ied' : doubled + 'ed',
  ];
  return [
    [lemma, 'BASE'],
    [s, 'S'],
    [past, 'PAST'],
    [participle ?? past, 'PARTICIPLE'],
    [ing, 'ING'],
  ];
}

function build(): Map<string, CueForm> {
  const { verbs, idioms } = cueLexicon;
  const forms = new Map<string, CueForm>();
  for (const verb of new Set([...verbs.keys(), ...idioms.map((idiom) => idiom.verb)])) {
    for (const [form, kind] of inflect(verb)) {
      // "put" and "forecast" are past as well as base; the first reading stays, the tagger's context decides the rest.
      if (!forms.has(form)) forms.set(form, { lemma: verb, form: kind, senses: verbs.get(verb) ?? [] });
    }
  }
  return forms;
}

/** Every form of every cue verb. */
export const cueForms: ReadonlyMap<string, CueForm> = build();

/** "is convinced | that", "remains sure | of it": adjectives that attribute, as if they were the base forms of verbs. */
export const adjectiveForms: ReadonlyMap<string, CueForm> = new Map(
  [...cueLexicon.adjectives].map(([lemma, senses]) => [lemma, { lemma, form: 'BASE', senses }]),
);
