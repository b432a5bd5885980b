import type { Word } from '../../language/en/words.js';
import { stopWords } from '../../language/en/stop-words.js';
import { groupStem } from './synonyms.js';

/** How a sentence stands to what it tells: denied, doubted, asked, or told as a fact. */
export interface Stance {
  /** Stems that stand under a negation ("did not tell": tell). */
  readonly negated: ReadonlySet<string>;
  /** Words that deny the whole: "hoax", "denies", a leading "No,". */
  readonly denial: string | null;
  /** The noun that a falsehood is said of ("fake passports": passport); null when it is said of the whole. */
  readonly denied: string | null;
  /** What stands before a negated main verb ("The mayor did not …": mayor); null when none is negated early on. */
  readonly negatedSubject: ReadonlySet<string> | null;
  /** Has some word of a negative sense, a negation or another ("without", "unable", "stopped"). */
  readonly isNegative: boolean;
  /** Words that leave open whether it is so: "reportedly", "may", "rumours", a question mark. */
  readonly hedge: string | null;
}

const negations: ReadonlySet<string> = new Set(
  'not no never neither nor none cannot nobody nothing nope 0 dont didnt doesnt isnt wasnt arent werent cant couldnt wont wouldnt hasnt havent'.split(
    ' ',
  ),
);
// Verbs that, before "to" or an object, say that something did not happen ("failed to meet", "skipped work").
const implicitNegations: ReadonlySet<string> = new Set(
  'fail fails failed failing refuse refuses refused decline declines declined skip skips skipped skipping'.split(' '),
);
// Words that leave it unclear whether something happened, so that a negation on the other side proves nothing.
const negativeSense: ReadonlySet<string> = new Set(
  (
    'without unable unknown prevent prevents prevented preventing avoid avoids avoided avoiding lack lacks lacked lacking miss misses missed missing ' +
    'hardly nowhere barely rarely little few failure refusal abolish abolished stop stops stopped stopping end ends ended block blocks blocked blocking ' +
    'free against ruled rule drop drops dropped remove removed oppose opposed resist resisted out unlikely'
  ).split(' '),
);
const denyingVerbs: ReadonlySet<string> = new Set(
  (
    'deny denies denied denying denial debunk debunks debunked debunking refute refutes refuted rebut rebuts rebuffs dispel dispels ' +
    'disprove disproves disproved disputes rejects dismisses dismissed retracts retracted'
  ).split(' '),
);
const falsehoods: ReadonlySet<string> = new Set(
  (
    'hoax hoaxes fake faked fakes fakery bogus untrue false falsely incorrect inaccurate rubbish nonsense myth satire satirical fabricated ' +
    'misinformation fiction fictional misreported prank pranked spoof fooled duped baseless unfounded'
  ).split(' '),
);
// What "not" denies the whole with: "is not true", "isn't real", "never happened".
const truths: ReadonlySet<string> = new Set(
  'true real happen happening happened accurate correct confirmed'.split(' '),
);
const hedges: ReadonlySet<string> = new Set(
  (
    'reportedly allegedly apparently supposedly purportedly possibly perhaps maybe may might could alleged purported rumored rumoured rumor rumors ' +
    'rumour rumours speculation unconfirmed unverified unclear claim claims claimed claiming report reports reported suspected probe believed ' +
    'suggests likely potentially potential says say said source sources talks considering considers'
  ).split(' '),
);

// "false reports", "hoax claims": said of the telling, so of all that is told.
const tellings: ReadonlySet<string> = new Set(
  'rumor rumors rumour rumours report reports claim claims story stories news alarm alarms account accounts allegation allegations photo photos video image'.split(
    ' ',
  ),
);
const auxiliaries: ReadonlySet<string> = new Set(
  'is are was were has have had do does did will would can could'.split(' '),
);
// Adjectives: they say something only of the noun they stand before.
const falseAdjectives: ReadonlySet<string> = new Set(
  'fake faked bogus untrue false incorrect inaccurate satirical fabricated fictional baseless unfounded'.split(' '),
);
const longestSubject = 6;

/**
 * Reads the stance of a sentence off its words. A negated falsehood ("not a hoax") is none, nor is one that is denied
 * ("denies hoax claims"), nor one that is asked about ("Real or hoax?").
 */
export function stanceOf(text: string, words: readonly Word[]): Stance {
  const isQuestion = /\?["'”’)\s]*$/.test(text);
  const negated = new Set<string>();
  let falsehood: string | null = null;
  let denied: string | null = null;
  let isNegative = false;
  let negatedSubject: ReadonlySet<string> | null = null;
  let denyingVerb: string | null = null;
  let hedge: string | null = isQuestion ? '?' : null;
  words.forEach((word, index) => {
    const { lower } = word;
    const isImplicit = implicitNegations.has(lower) && (lower.startsWith('skip') || words[index + 1]?.lower === 'to');
    if (negations.has(lower) || negativeSense.has(lower) || implicitNegations.has(lower)) isNegative = true;
    if (negations.has(lower) || isImplicit) {
      if (lower === 'never' || (lower === 'not' && auxiliaries.has(words[index - 1]?.lower ?? ''))) {
        negatedSubject ??= subjectBefore(words, index);
      }
      if (lower === 'nope' || (lower === 'no' && index === 0 && /^[^\p{L}]*no[,:;.–—-]/iu.test(text)))
        falsehood ??= word.text;
      else if (deniesWhole(words, index)) falsehood ??= `${word.text} ${words[index + 1]!.text}`;
      else for (const focus of focusOf(text, words, index)) negated.add(focus);
    } else if (denyingVerbs.has(lower)) {
      if (!isNegated(words, index)) denyingVerb ??= word.text;
    } else if (falsehoods.has(lower)) {
      if (isNegated(words, index) || falsehood !== null) return;
      falsehood = word.text;
      denied = falseAdjectives.has(lower) ? nounAfter(text, words, index) : null;
    } else if (hedges.has(lower) && !isNegated(words, index)) hedge ??= word.text;
  });
  const isCancelled =
    isQuestion || (denyingVerb !== null && falsehood !== null && /^(den|reject|disput)/i.test(denyingVerb));
  const denial = isCancelled ? null : (falsehood ?? denyingVerb);
  return { negated, denial, denied, negatedSubject, isNegative, hedge };
}

function subjectBefore(words: readonly Word[], index: number): ReadonlySet<string> | null {
  if (index > longestSubject) return null;
  const subject = new Set<string>();
  for (const word of words.slice(0, index)) {
    if (!stopWords.has(word.lower) && !word.lower.endsWith('ly')) subject.add(groupStem(word.stem));
  }
  return subject.size > 0 ? subject : null;
}

/** The noun that an adjective of falsehood stands before, unless it means the telling; null in any other place. */
function nounAfter(text: string, words: readonly Word[], index: number): string | null {
  const next = words[index + 1];
  if (!next || stopWords.has(next.lower) || tellings.has(next.lower)) return null;
  return text.slice(words[index]!.end, next.start) === ' ' ? groupStem(next.stem) : null;
}

function deniesWhole(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  return next !== undefined && truths.has(next.lower);
}

/** What a negation is about: the next two content words, up to five words on, not beyond a comma or a quotation mark. */
function focusOf(text: string, words: readonly Word[], index: number): string[] {
  const focus: string[] = [];
  for (let at = index + 1; at < words.length && at <= index + 5 && focus.length < 2; at += 1) {
    const word = words[at]!;
    if (/[,;:()"“”—]/.test(text.slice(words[at - 1]!.end, word.start))) break;
    // "not only", "nothing but", "no fewer than", "no longer than" deny nothing.
    if (/^(only|just|but|fewer|less|later|matter|wonder|doubt)$/.test(word.lower) && at === index + 1) return [];
    if (!stopWords.has(word.lower)) focus.push(groupStem(word.stem));
  }
  return focus;
}

function isNegated(words: readonly Word[], index: number): boolean {
  return [1, 2].some((back) => {
    const word = words[index - back];
    return word !== undefined && (word.lower === 'not' || word.lower === 'no' || word.lower === 'never');
  });
}
