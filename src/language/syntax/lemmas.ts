import type { Tags } from './values.js';

/** A sentence with its lemmas as people gave them. */
export interface LemmatisedSentence extends Tags {
  readonly words: readonly { readonly text: string }[];
  readonly lemmas: readonly string[];
}

const longestSuffix = 6;

/**
 * Lemmas by rules with exceptions, which are rules themselves (ripple-down rules: J. Plisson, N. Lavrač and
 * D. Mladenić, "A rule based approach to word lemmatization", 2004): of the rules for a word's tags the one with the
 * longest ending of the word holds, the whole word before all.
 *
 * A rule is written "TAGS ending" -> "case strip add": "NOUN NNS ies" -> "l 3 y" puts in lower case, takes three letters
 * off and adds "y"; "k" keeps the case. A whole word is an ending that begins with "^".
 */
export class LemmaRules {
  constructor(private readonly rules: ReadonlyMap<string, string>) {}

  /** The lemma of a word, given its tags; the word in lower case where no rule is known for the tags. */
  lemmaOf(form: string, upos: string, xpos: string): string {
    const straight = form.replace(/[’ʼ]/g, "'");
    const rule = this.find(`${upos} ${xpos} `, straight.toLowerCase());
    // A rule of the empty ending takes letters that a very short word may not have more of.
    return (rule !== undefined && applyRule(rule, straight)) || straight.toLowerCase();
  }

  private find(tags: string, lower: string): string | undefined {
    for (const ending of endingsOf(lower)) {
      const rule = this.rules.get(tags + ending);
      if (rule !== undefined) return rule;
    }
    return undefined;
  }

  /** The rules as text, a line each, sorted. */
  toText(): string {
    return [...this.rules]
      .map(([key, rule]) => `${key}\t${rule}\n`)
      .sort()
      .join('');
  }

  static fromText(text: string): LemmaRules {
    const lines = text.split('\n').filter((line) => line !== '');
    return new LemmaRules(new Map(lines.map((line) => line.split('\t') as [string, string])));
  }
}

/** Learns rules from sentences: an ending gets a rule of its own where it says otherwise than the shorter ones. */
export function learnLemmas(sentences: readonly LemmatisedSentence[]): LemmaRules {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, upos, xpos, lemmas } of sentences)
    words.forEach(({ text }, at) => {
      const form = text.replace(/[’ʼ]/g, "'");
      const rule = ruleOf(form, lemmas[at]);
      for (const ending of endingsOf(form.toLowerCase())) {
        const key = `${upos[at]} ${xpos[at]} ${ending}`;
        let byRule = counts.get(key);
        if (!byRule) counts.set(key, (byRule = new Map<string, number>()));
        byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
      }
    });
  const rules = new Map<string, string>();
  // Shorter endings first, so that a longer one can be compared with what holds without it; whole words last.
  const lengthOf = (key: string): number => {
    const ending = key.slice(key.lastIndexOf(' ') + 1);
    return ending.startsWith('^') ? 100 : ending.length;
  };
  const keys = [...counts.keys()].sort((a, b) => lengthOf(a) - lengthOf(b) || (a < b ? -1 : 1));
  for (const key of keys) {
    const ranked = [...(counts.get(key) ?? [])].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    const [rule, count] = ranked[0];
    const ending = key.slice(key.lastIndexOf(' ') + 1);
    const tags = key.slice(0, key.length - ending.length);
    const inherited = shorterEndings(ending)
      .map((shorter) => rules.get(tags + shorter))
      .find((found) => found !== undefined);
    const least = ending.startsWith('^') || ending === '' ? 1 : 3;
    if (rule !== inherited && count >= least) rules.set(key, rule);
  }
  return new LemmaRules(rules);
}

/** The whole word, then its endings, the longest first, down to the empty one. */
function endingsOf(lower: string): string[] {
  const endings = [`^${lower}`];
  for (let length = Math.min(longestSuffix, lower.length - 1); length > 0; length--) endings.push(lower.slice(-length));
  endings.push('');
  return endings.map((ending) => ending.replace(/\s/g, '_'));
}

function shorterEndings(ending: string): string[] {
  return ending.startsWith('^') ? endingsOf(ending.slice(1)).slice(1) : ending === '' ? [] : endingsOf(ending).slice(1);
}

function ruleOf(form: string, lemma: string): string {
  const keeps = lemma !== lemma.toLowerCase();
  const from = keeps ? form : form.toLowerCase();
  let same = 0;
  while (same < from.length && same < lemma.length && from[same] === lemma[same]) same++;
  return `${keeps ? 'k' : 'l'} ${from.length - same} ${lemma.slice(same)}`;
}

function applyRule(rule: string, form: string): string {
  const [, letter, strip, add] = /^(.) (\d+) (.*)$/s.exec(rule) ?? [];
  const from = letter === 'k' ? form : form.toLowerCase();
  return from.slice(0, from.length - Number(strip)) + add;
}
