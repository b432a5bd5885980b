import { Attitude, CueClass } from '../values.js';
import { verbRows } from './cue-lexicon.js';

export type VerbForm = 'BASE' | 'S' | 'PAST' | 'PARTICIPLE' | 'ING';

/** One reading of a cue verb. A verb may have several: "promise" speaks with a clause and intends with "to". */
export interface CueSense {
  readonly class: CueClass;
  readonly attitude: Attitude;
  /** Letters as in cue-lexicon.ts. */
  readonly frames: string;
  /** Prepositions of frame f. */
  readonly prepositions: readonly string[];
}

export interface CueForm {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly senses: readonly CueSense[];
}

/** Past, then past participle where it differs. */
const irregular: Readonly<Record<string, readonly [string, string?]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  speak: ['spoke', 'spoken'],
  find: ['found'],
  show: ['showed', 'shown'],
  swear: ['swore', 'sworn'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  understand: ['understood'],
  make: ['made'],
  seek: ['sought'],
  retort: ['retorted'],
  rebut: ['rebutted'],
  forecast: ['forecast'],
  brag: ['bragged'],
  plan: ['planned'],
  dub: ['dubbed'],
  quip: ['quipped'],
  admit: ['admitted'],
  refer: ['referred'],
  slam: ['slammed'],
  blog: ['blogged'],
  begin: ['began', 'begun'],
  read: ['read'],
  push: ['pushed'],
};

/** Inflects a verb as regular English verbs are, irregular ones by the table. */
export function inflect(lemma: string): [string, VerbForm][] {
  const s = /(?:s|x|ch|sh)$/.test(lemma)
    ? lemma + 'es'
    : /[^aeiou]y$/.test(lemma)
      ? lemma.slice(0, -1) + 'ies'
      : lemma + 's';
  const doubled = /^(?:plan|dub|quip|admit|refer|slam|brag|blog|rebut)$/.test(lemma) ? lemma + lemma.at(-1)! : lemma;
  const ing = (/[^eyo]e$/.test(lemma) || /ue$/.test(lemma) ? lemma.slice(0, -1) : doubled) + 'ing';
  const [past, participle] = irregular[lemma] ?? [
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

function parseFrames(frames: string): { letters: string; prepositions: string[] } {
  const match = /f:([\w,]+)/.exec(frames);
  return { letters: frames.replace(/f:[\w,]+/, 'f').replaceAll(' ', ''), prepositions: match?.[1]?.split(',') ?? [] };
}

function build(): Map<string, CueForm> {
  const senses = new Map<string, CueSense[]>();
  for (const row of verbRows) {
    const { letters, prepositions } = parseFrames(row.frames);
    for (const verb of row.verbs.split(' ')) {
      const list = senses.get(verb) ?? senses.set(verb, []).get(verb)!;
      list.push({ class: row.class, attitude: row.attitude, frames: letters, prepositions });
    }
  }
  const forms = new Map<string, CueForm>();
  for (const verb of new Set([...senses.keys(), 'make', 'push'])) {
    for (const [form, kind] of inflect(verb)) {
      // "put" and "forecast" are past as well as base; the first reading stays, the tagger's context decides the rest.
      if (!forms.has(form)) forms.set(form, { lemma: verb, form: kind, senses: senses.get(verb) ?? [] });
    }
  }
  return forms;
}

/** Every form of every cue verb. */
export const cueForms: ReadonlyMap<string, CueForm> = build();
