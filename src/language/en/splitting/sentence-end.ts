import { speechForms } from '../../speech.js';
import type { Word } from '../../syntax/values.js';
import { beforeName, generalAbbreviations, sentenceStarters, states } from './abbreviations.js';

/** No more marks than this close after a final mark, and no more references stand there. */
const mostClosing = 8;

const finalMark = /^[.?!…]+$/;
const closing = /^(?:["”’'»)\]}]|''|’’|-R[RSC]B-)$/;
const dayOrMonth =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;
const timeZone = /^(?:[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Pacific|Central|local)$/;

const isSmall = (text: string): boolean => /^\p{Ll}/u.test(text);
const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/**
 * Whether a sentence ends with a word, and where: -1 where it does not, else the index of its last word, with the
 * quotation marks and brackets that close after it.
 * @param words the words of a paragraph @param index the word looked at @param first where the sentence began
 */
export function sentenceEnd(text: string, words: readonly Word[], index: number, first: number): number {
  const word = words[index];
  const isMark = finalMark.test(word.text);
  if (!isMark && !isAbbreviation(word.text)) return -1;
  let last = index;
  while (last + 1 < words.length && last < index + mostClosing && closes(text, words, last + 1, first)) last += 1;
  const isQuoted = last > index;
  if (isMark) last = pastReferences(words, last);
  const next = words[last + 1];
  if (!next) return last;
  if (isMark && isListNumber(words, index, first)) return -1;
  const begins = isMark
    ? endsAfterMark(words, index, last, isQuoted)
    : endsAfterAbbreviation(word.text, wordToRead(words, last + 1), isQuoted);
  return begins ? last : -1;
}

/** The abbreviation whose full stop is also the end of the sentence: its index, or -1. */
export function lastWordBeforeStop(sentence: readonly Word[]): number {
  let index = sentence.length - 1;
  while (index > 0 && closing.test(sentence[index].text)) index -= 1;
  const { text } = sentence[index];
  return isAbbreviation(text) && text.indexOf('.') === text.length - 1 && index > 0 ? index : -1;
}

function isAbbreviation(text: string): boolean {
  return text.length > 1 && text.endsWith('.') && /^\p{L}/u.test(text) && !beforeName.has(bareForm(text));
}

/** Whether a mark closes what was opened: a straight one does where no blank is before it. */
function closes(text: string, words: readonly Word[], index: number, first: number): boolean {
  const { text: mark, start } = words[index];
  if (!closing.test(mark)) return false;
  if (mark !== '"' && mark !== "'") return true;
  if (words[index - 1].end === start) return true;
  // Apart on both sides, as a tokeniser leaves it: it closes where an odd number stands before it in the sentence.
  let count = 0;
  for (let before = index - 1; before >= first; before -= 1) if (words[before].text === mark) count += 1;
  return count % 2 === 1 && /\s/.test(text[start + 1] ?? ' ');
}

/** "… in 2014. [4] [7]": references belong to the sentence before them. */
function pastReferences(words: readonly Word[], last: number): number {
  let at = last;
  for (let count = 0; count < mostClosing && words[at + 1]?.text === '['; count += 1) {
    let end = at + 2;
    while (end < words.length && end < at + 8 && words[end].text !== ']') end += 1;
    if (words[end]?.text !== ']' || !/^(?:\d+|citation|better|note)$/.test(words[at + 2].text)) break;
    at = end;
  }
  return at;
}

/** "1. Introduction", "B. Cherokee": the full stop after the number of a list. */
function isListNumber(words: readonly Word[], index: number, first: number): boolean {
  if (words[index].text !== '.' || index === 0 || !/^(?:\d{1,2}(?:\.\d{1,2})*|\p{L})$/u.test(words[index - 1].text))
    return false;
  return index - 1 === first || words[index - 2].text === ':';
}

/** The word that tells how the next sentence begins: past marks that open. */
function wordToRead(words: readonly Word[], index: number): string {
  let at = index;
  while (at < words.length - 1 && at < index + 3 && /^["“‘'«([{*_•·-]$|^(?:``|''|‘‘|--)$/.test(words[at].text)) at += 1;
  return words[at].text;
}

function endsAfterMark(words: readonly Word[], index: number, last: number, isQuoted: boolean): boolean {
  const mark = words[index].text;
  const next = words[last + 1];
  const hasGap = words[last].end < next.start;
  if (/^[,;:)\]}%/]/.test(next.text) || finalMark.test(next.text)) return false;
  const read = wordToRead(words, last + 1);
  if (/^(?:\.\.+|…\.*)$/.test(mark)) return isCapital(read) && read !== 'I' && index > 0;
  if (isQuoted && isSmall(read)) return false;
  if (mark !== '.' && isQuoted) return !speechFollows(words, last + 1);
  if (isSmall(read)) return hasGap;
  return hasGap || isCapital(read);
}

/** Whether a sentence ends with "a.m." or "p.m." before a word: "11 p.m. | Police came", not "at 9 p.m. Eastern", "5 a.m. Friday". */
export const endsAfterTime = (next: string): boolean =>
  isCapital(next) && !dayOrMonth.test(next) && !timeZone.test(next);

function endsAfterAbbreviation(form: string, next: string, isQuoted: boolean): boolean {
  if (!isCapital(next)) return false;
  if (isQuoted) return true;
  if (/^[ap]\.?m ?\.$/i.test(form)) return endsAfterTime(next);
  if (bareForm(form) === 'etc') return true;
  const bare = bareForm(form);
  if (generalAbbreviations.has(bare) || states.has(bare) || bare.includes('.')) {
    return sentenceStarters.has(next.toLowerCase());
  }
  return false;
}

/** "Is it?" Ann Lee said: a verb of speech within a few words, before the next mark. */
function speechFollows(words: readonly Word[], from: number): boolean {
  for (let index = from; index < Math.min(words.length, from + 6); index += 1) {
    const lower = words[index].text.toLowerCase();
    if (speechForms.has(lower)) return true;
    if (/^[\p{P}]/u.test(lower)) return false;
  }
  return false;
}

/** "Gov.", and "Gov ." as a tokeniser leaves it -> "gov". */
function bareForm(abbreviation: string): string {
  return abbreviation.slice(0, -1).trimEnd().toLowerCase();
}
