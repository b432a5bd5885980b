import { languageTag } from './tag.js';

export { isSameLanguage, languageName, languageTag } from './tag.js';

type Detector = (typeof import('./eld.mjs', { with: { 'resolution-mode': 'import' } }))['eld'];

let loaded: Detector | null = null;

/** Loads the detector when it is first needed: 30 MB of memory and 0.1 s that English texts, told by their small words, do without. */
function detector(): Detector {
  loaded ??= (require('./eld.mjs') as { eld: Detector }).eld;
  return loaded;
}

/** Letters read of a text, in UTF-16 code units, and of each of its pieces: the detector reads 350 bytes. */
const charactersRead = 2_100;
const pieceLength = 350;
/** A last piece shorter than this says less than the others. */
const shortestPiece = 120;
/** In fewer letters related languages are mixed up: of 29 texts 1 was at 30 characters, none from 40 on. */
const fewestLetters = 60;
const fewestDenseLetters = 24;
/** Part of the pieces that must be of one language. */
const majority = 2 / 3;
/** By less than this the text is as likely the next best language, or a relative of both that is not known: Kazakh, Macedonian. */
const margin = 0.02;
/** Hindi and Marathi score nearly alike in all texts, and the best is right. */
const margins: Readonly<Record<string, number>> = { hi: 0.002, mr: 0.002 };

/** Scripts in which a character is a syllable or a word. */
const dense = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const smallWords = new Set(
  'the and of to in that for was with said has been have which were from their would'.split(' '),
);

/** Whether a piece of text is English for certain: three in twenty of its words are its commonest, "the" among them. */
function isEnglish(piece: string): boolean {
  const words: readonly string[] = piece.toLowerCase().match(/\p{L}+/gu) ?? [];
  let small = 0;
  for (const word of words) if (smallWords.has(word)) small += 1;
  return words.includes('the') && small * 20 >= words.length * 3;
}

function piecesOf(text: string): string[] {
  const head = text
    .slice(0, charactersRead)
    .replace(/https?:\/\/\S+|\S+@\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const pieces: string[] = [];
  for (let at = 0; at < head.length; at += pieceLength) pieces.push(head.slice(at, at + pieceLength));
  if (pieces.length > 1 && pieces.at(-1)!.length < shortestPiece) pieces.pop();
  return pieces;
}

function isLongEnough(piece: string): boolean {
  const letters = piece.match(/\p{L}/gu)?.length ?? 0;
  return letters >= fewestLetters || (piece.match(dense)?.length ?? 0) >= fewestDenseLetters;
}

/** The language of one piece; null when it cannot be told. */
function languageOfPiece(piece: string): string | null {
  const result = detector().detect(piece);
  if (result.language === '' || !result.isReliable()) return null;
  const [best = 0, next = 0] = Object.values(result.getScores());
  return best - next < (margins[result.language] ?? margin) ? null : result.language;
}

/**
 * The language that a text reads as, by its first 2,100 characters. Each piece of 350 votes: small words tell English,
 * groups of letters all others.
 * @returns BCP 47, without region; null when the text is short, mixed, or in a language that is not among the 60 known
 * Source: character n-grams of eld (Efficient Language Detector), smallest set.
 * Known failure: languages it does not know may pass for a near relative (Indonesian for Malay, Afrikaans for Dutch).
 */
export function detectLanguage(text: string): string | null {
  const pieces = piecesOf(text);
  const isTelling = pieces.map(isLongEnough);
  const isCertain = pieces.map((piece, index) => isTelling[index] === true && isEnglish(piece));
  if (isCertain.filter(Boolean).length >= Math.max(1, pieces.length * majority)) return 'en';
  const votes = new Map<string, number>();
  for (const [index, piece] of pieces.entries()) {
    const language = isCertain[index] ? 'en' : isTelling[index] ? languageOfPiece(piece) : null;
    if (language !== null) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= pieces.length * majority ? languageTag(best[0]) : null;
}

/** Whether the detector could have found this language: only then does another that it found speak against it. */
export function isKnownLanguage(tag: string): boolean {
  return known.has(new Intl.Locale(tag).language);
}

/** What eld knows, in the tags that `languageTag` gives, with the relatives that it takes for one of them. */
const known = new Set(
  `am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or
  pa pl pt ro ru sk sl sq sr sv ta te th fil tr uk ur vi yo zh nb nn id bs`.split(/\s+/),
);
