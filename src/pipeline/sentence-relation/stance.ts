import type { Word } from '../../language/en/words.js';
import { stopWords } from '../../language/en/stop-words.js';
import { groupStem } from './synonyms.js';

/** How a sentence stands to what it tells: denied, doubted, asked, or told as a fact. */
export interface Stance {
  /** Stems that stand under a negation ("did not tell": tell). */
  readonly negated: ReadonlySet<string>;
  /** Words that deny the whole: "hoax", "denies", a leading "No,". */
  readonly denial: string | null;
  /** Words that leave open whether it is so: "reportedly", "may", "rumours", a question mark. */
  readonly hedge: string | null;
}

const negations: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'without',
  'neither',
  'nor',
  'none',
  'cannot',
  'nobody',
  'nothing',
]);
const denials: ReadonlySet<string> = new Set(
  (
    'deny denies denied denying denial hoax hoaxes hoaxer fake faked fakes fakery bogus untrue debunk debunks debunked debunking false falsely ' +
    'refute refutes refuted rebut rebuts rebuffs dispel dispels disprove disproves disproved myth satire satirical fabricated fiction fictional ' +
    'misreported disputes rejects dismisses dismissed prank fooled duped pranked spoof'
  ).split(' '),
);
const hedges: ReadonlySet<string> = new Set(
  (
    'reportedly allegedly apparently supposedly purportedly possibly perhaps maybe may might could alleged purported rumored rumoured rumor rumors ' +
    'rumour rumours speculation unconfirmed claim claims claimed claiming report reports reported suspected probe investigate investigates ' +
    'investigating believed suggests likely potentially potential says say said source sources fears feared plan plans'
  ).split(' '),
);

/** Reads the stance of a sentence off its words. A negated denial ("not a hoax", "cannot deny") is none. */
export function stanceOf(text: string, words: readonly Word[]): Stance {
  const negated = new Set<string>();
  let denial: string | null = null;
  let hedge: string | null = /\?["'”’)]*\s*$/.test(text) ? '?' : null;
  words.forEach((word, index) => {
    if (negations.has(word.lower) || word.stem === 'not') {
      if (word.lower === 'no' && index === 0 && /^[^\p{L}]*no[,:;.–—-]/iu.test(text)) denial ??= word.text;
      for (const focus of focusOf(text, words, index)) negated.add(focus);
    } else if (denials.has(word.lower) && !isNegated(words, index)) denial ??= word.text;
    else if (hedges.has(word.lower) && !isNegated(words, index)) hedge ??= word.text;
  });
  return { negated, denial, hedge };
}

/** What a negation is about: the next two content words, up to five words on, not beyond a comma or a quotation mark. */
function focusOf(text: string, words: readonly Word[], index: number): string[] {
  const focus: string[] = [];
  for (let at = index + 1; at < words.length && at <= index + 5 && focus.length < 2; at += 1) {
    const word = words[at]!;
    if (/[,;:()"“”—]/.test(text.slice(words[at - 1]!.end, word.start))) break;
    if (word.lower === 'only' || word.lower === 'just') return [];
    if (!stopWords.has(word.lower)) focus.push(groupStem(word.stem));
  }
  return focus;
}

function isNegated(words: readonly Word[], index: number): boolean {
  return [1, 2].some((back) => {
    const word = words[index - back];
    return word !== undefined && (word.stem === 'not' || word.lower === 'no' || word.lower === 'never');
  });
}
