import type { Token } from './tokens.js';

/** Words that the tagger often takes for nouns or adverbs, and that are verbs wherever news uses them. */
const alwaysVerbs = new Set([
  'said',
  'says',
  'told',
  'tells',
  'wrote',
  'writes',
  'added',
  'argued',
  'insisted',
  'explained',
  'tweeted',
  'tweets',
]);
/** Nouns for people that the tagger takes for adjectives before a comma or a verb: "Esker's fire chief, Mina Tarrow". */
const nounsAsAdjectives = new Set(['chief', 'executive', 'official', 'representative', 'elder', 'deputy', 'general']);
const subordinators = new Set(['because', 'although', 'though', 'while', 'whereas', 'unless', 'if', 'whether']);

/** What stands around a token whose tag is looked over. */
interface Around {
  /** The tokens before it, their tags corrected. */
  readonly before: readonly Token[];
  /** Tag of the token after it, as the tagger gave it. */
  readonly next: string | undefined;
  /** Whether most words of the text are capitalised: capitals tell nothing then. */
  readonly isTitle: boolean;
}

/** "the Port Workers' Union": a lone apostrophe right after a plural and before a noun. */
function isPossessive(tokens: readonly Token[], start: number, next: string | undefined): boolean {
  const before = tokens.at(-1);
  return (
    before !== undefined &&
    before.end === start &&
    before.lower.endsWith('s') &&
    /^(?:NOUN|PROPN)$/.test(before.pos) &&
    /^(?:NOUN|PROPN|ADJ)$/.test(next ?? '')
  );
}

/** A capital right after a word in small letters is no sentence's: "said Skelly", "Instead, Will called". */
const isMidSentence = (token: Token, last: Token | undefined): boolean =>
  last !== undefined && (/^\p{Ll}/u.test(last.text) || last.text === ',') && token.start - last.end <= 1;

/** "according to exit polls": the tagger takes "to" for that of an infinitive and the noun for a verb. */
const followsAccordingTo = (before: readonly Token[]): boolean =>
  before.at(-1)?.lower === 'to' && before.at(-2)?.lower === 'according';

/**
 * Mends what the tagger is known to get wrong in news, by the words around.
 * Known failure: names that are verbs at the beginning of a sentence ("Cook said").
 * @returns the universal part of speech
 */
export function correctTag(token: Token, { before, next, isTitle }: Around): string {
  const { text, lower, pos } = token;
  const last = before.at(-1);
  const isCapital = /^\p{Lu}/u.test(text);
  if (alwaysVerbs.has(lower)) return 'VERB';
  if (subordinators.has(lower)) return 'SCONJ';
  if (lower === 'to' && last?.lower === 'according') return 'ADP';
  if (pos === 'VERB' && !isCapital && !lower.endsWith('ing') && followsAccordingTo(before)) return 'NOUN';
  if (!isTitle && isCapital) {
    if (/^(?:VERB|ADJ|ADV)$/.test(pos) && last?.pos === 'PROPN') return 'PROPN';
    if (pos === 'VERB' && isMidSentence(token, last) && last!.text !== ',') return 'PROPN';
    // "the Ninth Post", "the Early Herald": a word that the tagger doesn't know, or takes for another, in a name.
    if (pos === 'ADV' && last?.pos === 'DET' && isMidSentence(token, last) && next === 'PROPN') return 'PROPN';
    // "Will Young", "May Lin": names that are also auxiliaries.
    if (/^(?:Will|May)$/.test(text) && (next === 'PROPN' || (next === 'VERB' && isMidSentence(token, last))))
      return 'PROPN';
  }
  // "An earlier report in": no verb follows an article and a word that describes.
  const article =
    last?.pos === 'DET'
      ? last
      : /^(?:earlier|later|recent|new|previous|separate)$/.test(last?.lower ?? '')
        ? before.at(-2)
        : undefined;
  if (
    pos === 'VERB' &&
    article !== undefined &&
    /^(?:the|an?)$/.test(article.lower) &&
    !/(?:ed|ing|en|wn)$/.test(lower) &&
    /^(?:ADP|VERB|AUX|PUNCT)$/.test(next ?? '')
  )
    return 'NOUN';
  if (
    /^(?:managing|acting|founding|leading)$/.test(lower) &&
    /^(?:NOUN|PROPN)$/.test(next ?? '') &&
    /^(?:PART|DET|PROPN|PRON)$/.test(last?.pos ?? '')
  )
    return 'ADJ';
  if (/^(?:earlier|later)$/.test(lower) && last?.pos === 'DET') return 'ADJ';
  if (pos === 'ADJ' && nounsAsAdjectives.has(lower) && /^(?:PUNCT|VERB|AUX)$/.test(next ?? 'PUNCT')) return 'NOUN';
  if (text === "'" && isPossessive(before, token.start, next)) return 'PART';
  return pos;
}
