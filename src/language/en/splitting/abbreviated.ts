import {
  beforeName,
  beforeNumber,
  capitalisedAbbreviations,
  generalAbbreviations,
  letterNames,
  sentenceStarters,
  states,
} from './abbreviations.js';

const longest = 8;
const month = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;

/** The next word after a place, with its marks; '' where the text or the line ends before it. */
function wordAfter(text: string, at: number): string {
  return /^[^\S\n]*["“‘'([]?([\p{L}\p{N}'’.,;:–—-]{1,24})/u.exec(text.slice(at, at + 40))?.[1] ?? '';
}

/**
 * Whether the full stop after a run of letters belongs to it: "Mr.", "Inc.", "J." in a name, "No." before a number.
 * @param at @param end the run; @param stop the full stop, mostly `end` @param before the word before it
 */
export function isAbbreviated(text: string, at: number, end: number, stop: number, before?: string): boolean {
  if (end - at > longest) return false;
  const following = text[stop + 1] ?? '';
  const form = text.slice(at, end);
  const lower = form.toLowerCase();
  const isKnown = beforeName.has(lower) || generalAbbreviations.has(lower);
  if (following === '.') return isKnown && text[stop + 2] !== '.';
  if (following === ',' && form.length > 1) return true;
  if (/[\p{L}\p{N}]/u.test(following) && !beforeName.has(lower)) return false;
  const next = wordAfter(text, stop + 1);
  if (form.length === 1) return isInitial(form, next, before);
  const isCapitalised = /^\p{Lu}/u.test(form);
  if (beforeNumber.has(lower) && /^\d/.test(next)) return true;
  if (beforeName.has(lower)) return next !== '' && (isCapitalised || lower === 'vs');
  if (states.has(lower)) return isCapitalised && form !== form.toUpperCase();
  if (capitalisedAbbreviations.has(lower)) return isCapitalised && (/^[,\d\p{Ll}–—-]/u.test(next) || month.test(next));
  return generalAbbreviations.has(lower) && (form === lower || isCapitalised) && form !== 'IE';
}

/** A single letter with a full stop: "J. Smith", "Roe v. Wade", "(b. 1950)", "p. 4"; but "vitamin C.", "and I.". */
function isInitial(letter: string, next: string, before: string | undefined): boolean {
  if (next === '') return false;
  if (/[bcdmpr]/.test(letter) && (/^\d/.test(next) || (before === '(' && month.test(next)))) return true;
  if (letter === 'v') return /^\p{Lu}/u.test(next);
  if (!/\p{Lu}/u.test(letter)) return false;
  if (before !== undefined && letterNames.has(before.toLowerCase())) return false;
  if (letter === 'I' && before !== undefined && /^\p{Ll}/u.test(before)) return false;
  return !sentenceStarters.has(next.toLowerCase());
}

/** Whether what follows looks like the beginning of a sentence; the end of the text or the line does. */
export function beginsSentence(text: string, at: number): boolean {
  const next = wordAfter(text, at);
  return next === '' || sentenceStarters.has(next.toLowerCase());
}
