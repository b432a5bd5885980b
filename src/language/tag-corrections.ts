import { countryOf } from './en/gazetteer/index.js';
import type { Token } from './tokens.js';

/** What stands around a token whose tag is looked over. */
interface Around {
  readonly before: Token | undefined;
  /** Universal and Penn tag of the word after it. */
  readonly next: { readonly pos: string; readonly xpos: string; readonly text: string } | undefined;
  /** Whether a capital in the middle of a sentence tells a name here: not in titles and shouting. */
  readonly capitalsTell: boolean;
  /** Whether the document has the word with a capital in the middle of a sentence, and never without. */
  readonly isCapitalElsewhere: boolean;
}

const isCapitalised = (text: string): boolean => /^\p{Lu}[\p{Ll}\p{M}'-]/u.test(text);

/** Whether a capital stands where no sentence begins: "said Skelly", "Instead, Will called". */
const isMidSentence = (before: Token | undefined): boolean =>
  before !== undefined && (/^\p{L}/u.test(before.text) || before.text === ',');

const isSource = (word: string): boolean =>
  /^(?:people|persons?|sources?|officials?|someone|somebody|those|executives|insiders|friends)$/.test(word);

/**
 * Mends what the tagger gets wrong for want of cases in the treebanks, by the words around and the document.
 * Known failure: names that are common words and stand only at the beginning of sentences ("Cook said").
 * @returns the universal part of speech
 */
export function correctTag(token: Token, { before, next, capitalsTell, isCapitalElsewhere }: Around): string {
  const { text, lower, pos, relation } = token;
  // The World Health Organization, not the pronoun.
  if (text === 'WHO' && capitalsTell) return 'PROPN';
  // "Will wrote": after an auxiliary stands no finite verb.
  if (/^(?:Will|May)$/.test(text) && pos === 'AUX' && /^(?:VB[DZ]|NNP)$/.test(next?.xpos ?? '')) return 'PROPN';
  // "Velden's managing director"
  if (
    (/^(?:managing|acting|founding|leading)$/.test(lower) || (token.xpos === 'VBG' && relation === 'amod')) &&
    /^(?:NOUN|PROPN)$/.test(next?.pos ?? '') &&
    /^(?:PART|DET|PROPN|PRON)$/.test(before?.pos ?? '')
  )
    return 'ADJ';
  if (/^(?:NOUN|VERB|ADJ|ADV|X|INTJ)$/.test(pos) && capitalsTell && isCapitalised(text) && countryOf(text) === null) {
    if (isMidSentence(before) || isCapitalElsewhere) return 'PROPN';
  }
  // "Wschód TV": no preposition has a capital inside a sentence.
  if (pos === 'ADP' && capitalsTell && /^\p{Lu}\p{Ll}*[^\p{ASCII}]/u.test(text) && isMidSentence(before))
    return 'PROPN';
  // "the Dutch daily Noorderkrant"
  if (
    /^(?:daily|weekly|monthly)$/.test(lower) &&
    /^AD[JV]$/.test(pos) &&
    capitalsTell &&
    isCapitalised(next?.text ?? '')
  )
    return 'NOUN';
  // "the mine's owners"
  if (lower === 'mine' && before?.pos === 'DET') return 'NOUN';
  // "people close to both companies"
  if (
    lower === 'close' &&
    pos === 'VERB' &&
    token.xpos === 'VBP' &&
    next?.text === 'to' &&
    before &&
    isSource(before.lower)
  )
    return 'ADJ';
  // "the accused | could be heard"
  if (pos === 'VERB' && token.xpos === 'VBN' && before?.pos === 'DET' && /^(?:AUX|VERB)$/.test(next?.pos ?? ''))
    return 'NOUN';
  // "revealed to | Marketline": no infinitive.
  if (lower === 'to' && pos === 'PART' && /^NNP/.test(next?.xpos ?? '') && capitalsTell) return 'ADP';
  // "the coast guard": names have capitals.
  if (pos === 'PROPN' && capitalsTell && /^\p{Ll}{4}/u.test(text)) return 'NOUN';
  // "said in an editorial": an adjective where a noun stands is one.
  if (pos === 'ADJ' && /^(?:nsubj|obj|iobj|obl|nmod)(?:$|:pass)/.test(relation)) return 'NOUN';
  return pos;
}
