import type { Unit } from './document.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const personalPronouns = set('he she they i we it you');
export const relativePronouns = set('who which that whom');
const pronouns = set('he she they it we i you me us him his her their its who which that whom whose');

/** Whether words are a pronoun that means somebody: "he", "Whose"; "WHO" is the World Health Organization. */
export const isPronoun = (text: string): boolean => text !== 'WHO' && pronouns.has(text.toLowerCase());

export const modals = set("will would can could may might must shall should 'll 'd ca wo");
export const haveForms = set("has have had having 've");
export const beForms = set("is are was were be been being am 's 're 'm");
export const doForms = set('do does did');
/** Words that fix a time: they belong neither to the speaker nor to the content. */
const timeWords = set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight earlier later recently afterward afterwards then once now morning afternoon evening night week month year january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. weekend late early last ago previously separately',
);

export const isTime = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (timeWords.has(unit.lower) || /^(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?$|^(?:19|20)\d\d$/.test(unit.lower));
/** "May" and "April" after another name are names. */
export const isTimeAt = (units: readonly Unit[], index: number): boolean =>
  isTime(units[index]) &&
  units[index - 1]?.text !== '-' &&
  units[index + 1]?.text !== '-' &&
  // "Gala Week"
  !(
    /^(?:Week|Month|Year|Morning|Afternoon|Evening|Night|Weekend)$/.test(units[index]!.text) &&
    units[index - 1]?.pos === 'PROPN' &&
    !isTime(units[index - 1])
  ) &&
  // "the Sunday Chronicle"
  !(units[index - 1]?.lower === 'the' && units[index + 1]?.pos === 'PROPN' && !isTime(units[index + 1])) &&
  !(/^(?:May|March|April|June|August|January)$/.test(units[index]!.text) && units[index - 1]?.pos === 'PROPN');
export const isComma = (unit: Unit | undefined): boolean => unit?.text === ',';
export const isDash = (unit: Unit | undefined): boolean => unit !== undefined && /^(?:[—–―]|--+)$/.test(unit.text);
export const isFinalMark = (unit: Unit): boolean => /^[.!?…;]+$/.test(unit.text);
/** Where a sentence ends without its final marks, at `from` at the least. */
export function endBeforeMarks(units: readonly Unit[], from = 0): number {
  let end = units.length;
  while (end > from && isFinalMark(units[end - 1]!)) end -= 1;
  return end;
}

export const isQuote = (unit: Unit | undefined): boolean => unit?.pos === 'QUOTE';
export const isPunctuation = (unit: Unit | undefined): boolean => unit?.pos === 'PUNCT';
/** A noun or a name, and no word that only stands for one. */
export const isNoun = (unit: Unit | undefined): boolean => unit?.pos === 'NOUN' || unit?.pos === 'PROPN';

/** Whether a unit can stand at the beginning of a noun phrase. */
export function startsNounPhrase(unit: Unit | undefined): boolean {
  if (!unit) return false;
  if (unit.pos === 'PRON') return !relativePronouns.has(unit.lower) || unit.lower === 'that';
  return /^(?:DET|NOUN|PROPN|NUM|ADJ|SYM)$/.test(unit.pos);
}

/** Finite for certain: auxiliaries in finite form, -s forms, pasts after a noun or pronoun. */
export function isFinite(units: readonly Unit[], index: number): boolean {
  const unit = units[index]!;
  if (unit.pos === 'AUX') return !/^(?:be|been|being|having)$/.test(unit.lower);
  if (unit.pos !== 'VERB') return false;
  if (/ing$/.test(unit.lower)) return false;
  const before = units[index - 1];
  if (before && /^(?:be|been|being|having)$/.test(before.lower)) return false;
  if (before?.lower === 'to' || before?.text === '-') return false;
  // "elected officials", "the planned visit": a participle that only describes.
  const after = units[index + 1];
  if (
    /(?:ed|en)$/.test(unit.lower) &&
    /^(?:NOUN|PROPN)$/.test(after?.pos ?? '') &&
    /^(?:DET|ADJ|ADP|PART)$/.test(before?.pos ?? '')
  ) {
    return false;
  }
  return true;
}

/** Whether units[start..end) hold a finite verb; a quotation counts, it may hold one. */
export function hasFiniteVerb(units: readonly Unit[], start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (isFinite(units, i)) return true;
  return false;
}
