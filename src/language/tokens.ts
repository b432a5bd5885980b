import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

/** A word or a punctuation mark. Offsets count in the normalised text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  /** Universal part of speech (UD): NOUN, VERB, AUX, PROPN, … */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

// Only the tagger: wink's own sentence boundaries and entities are not used.
const nlp = winkNLP(model, ['pos']);

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
/** Words that the tokenizer takes for abbreviations where they end a sentence: "He was ill." */
const wordsWithStop = new Set(['ill.', 'in.', 'no.', 'sat.', 'sun.', 'miss.', 'mass.', 'wash.', 'ark.']);
const subordinators = new Set(['because', 'although', 'though', 'while', 'whereas', 'unless', 'if', 'whether']);

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

/**
 * Splits English text into tagged tokens (wink-nlp with wink-eng-lite-web-model; linear in the length).
 * @param text normalised text
 */
export function tokenize(text: string): Token[] {
  const items = nlp.readDoc(text).tokens();
  const words = items.out() as string[];
  const tags = items.out(nlp.its.pos) as unknown as string[];
  const tokens: Token[] = [];
  let capitals = 0;
  for (const word of words) if (/^\p{Lu}/u.test(word)) capitals += 1;
  // In running text a capital after a name goes on with the name ("Colorado Springs"); in titles every word has one.
  const isTitle = capitals * 2 > words.length;
  let cursor = 0;
  for (const [index, word] of words.entries()) {
    const start = text.indexOf(word, cursor);
    // A token that wink rewrote stands nowhere in the text; it can bear no offsets and is passed over.
    if (word === '' || start < 0 || start - cursor > 1000) continue;
    cursor = start + word.length;
    const lower = word.toLowerCase();
    let pos = tags[index] ?? 'X';
    if (alwaysVerbs.has(lower)) pos = 'VERB';
    else if (subordinators.has(lower)) pos = 'SCONJ';
    else if (!isTitle && /^(?:VERB|ADJ|ADV)$/.test(pos) && /^\p{Lu}/u.test(word) && tokens.at(-1)?.pos === 'PROPN')
      pos = 'PROPN';
    // "Will Young", "May Lin": names that are also auxiliaries.
    else if (/^(?:Will|May)$/.test(word) && tags[index + 1] === 'PROPN') pos = 'PROPN';
    if (pos === 'ADJ' && nounsAsAdjectives.has(lower) && /^(?:PUNCT|VERB|AUX)$/.test(tags[index + 1] ?? 'PUNCT'))
      pos = 'NOUN';
    if (word === "'" && isPossessive(tokens, start, tags[index + 1])) pos = 'PART';
    const next = words[index + 1];
    if (wordsWithStop.has(word) && (next === undefined || /^(?:\p{Lu}|\p{P}|\s)/u.test(next))) {
      const bare = word.slice(0, -1);
      tokens.push({ text: bare, lower: bare, pos: 'ADJ', start, end: cursor - 1 });
      tokens.push({ text: '.', lower: '.', pos: 'PUNCT', start: cursor - 1, end: cursor });
    } else tokens.push({ text: word, lower, pos, start, end: cursor });
  }
  return tokens;
}
