import { sentenceStarters } from './en/splitting/abbreviations.js';
import { endsAfterTime } from './en/splitting/sentence-end.js';
import { speechForms } from './speech.js';
import type { Unit } from './document.js';

/** Abbreviations after which a sentence may end; after all others that keep their full stop ("Mr.") it may not. */
const mayEnd = new Set([
  'u.s.',
  'u.k.',
  'u.n.',
  'inc.',
  'corp.',
  'co.',
  'ltd.',
  'jr.',
  'sr.',
  'etc.',
  'd.c.',
  'e.u.',
  'ph.d.',
]);
/** "Ann Lee asked | the mayor.": who was spoken to ends the tag. */
function isAddressed(units: readonly Unit[], verb: number): boolean {
  if (!/^(?:told|tells|asked|asks)$/.test(units[verb]!.lower)) return false;
  for (let k = verb + 1; k < verb + 8; k += 1) {
    if (units[k] === undefined || /^[.,;]$/.test(units[k]!.text)) return k > verb + 1;
    if (!/^(?:DET|NOUN|PROPN|ADJ|PRON|PART)$/.test(units[k]!.pos) || /^(?:that|to|if|whether)$/.test(units[k]!.lower))
      return false;
  }
  return false;
}

/**
 * Whether a short "she said", "said Ann Lee" or "according to the firm" follows: it belongs to the quotation before it.
 * Example: "Is it?" Ann Lee said. Known failure: a name of more than eight words.
 */
function tagFollows(units: readonly Unit[], from: number): boolean {
  for (let i = from; i < Math.min(units.length, from + 9); i += 1) {
    const unit = units[i]!;
    if (unit.pos === 'QUOTE' || /^[.!?;:]$/.test(unit.text)) return false;
    if (unit.lower === 'according') return i === from;
    // A verb before the cue: another sentence.
    if (
      !speechForms.has(unit.lower) &&
      (unit.pos === 'AUX' || (unit.pos === 'VERB' && !/(?:ed|ing)$/.test(unit.lower)))
    )
      return false;
    if (speechForms.has(unit.lower) && unit.pos !== 'NOUN') {
      // "Ann Lee said she …" after a finished quotation is a sentence of its own; so is "Ann Lee wrote on her page that …".
      if (units.slice(i + 1, i + 9).some(({ lower }) => lower === 'that')) return false;
      const next = units[i + 1];
      if (i === from) return true;
      // 'It is over.” | She added: “…”': a colon opens what stands behind it.
      if (next?.text === ':') return false;
      return (
        next === undefined ||
        next.pos === 'PUNCT' ||
        isAddressed(units, i) ||
        next.pos === 'ADP' ||
        next.pos === 'ADV' ||
        /^(?:before|after|as|when|while)$/.test(next.lower) ||
        /day$/.test(next.lower)
      );
    }
  }
  return false;
}

/**
 * No sentence is longer than this many units: rules look from each word over its sentence, and one sentence without an end
 * must not make that quadratic. Longer ones are cut after their last comma.
 */
const longestSentence = 300;

/** "Ann Lee (R-S.C.)": a full stop between brackets that are not far. */
function isInBrackets(units: readonly Unit[], index: number): boolean {
  const before = units.slice(Math.max(0, index - 6), index).findLast((unit) => /^[()]$/.test(unit.text));
  const after = units.slice(index + 1, index + 6).find((unit) => /^[()]$/.test(unit.text));
  return before?.text === '(' && after?.text === ')';
}

/** 'It is over.” | She said in a statement, “…”': whether a quotation of its own follows what might be a tag. */
const opensAnother = (units: readonly Unit[], from: number): boolean => {
  const quotation = units.slice(from, from + 10).findIndex(({ pos }) => pos === 'QUOTE');
  return (
    quotation > 2 &&
    /^[,:]$/.test(units[from + quotation - 1]!.text) &&
    !/[,.]$/.test(units[from + quotation - 2]!.text)
  );
};

/** "at 9 p.m. | New York time" */
const isZone = (units: readonly Unit[], from: number): boolean =>
  units.slice(from, from + 4).some(({ lower }) => lower === 'time' || lower === 'eve');

function endsSentence(units: readonly Unit[], index: number): boolean {
  const unit = units[index]!;
  const next = units[index + 1];
  if (!next) return true;
  const nextIsLower = /^\p{Ll}/u.test(next.text) && next.pos !== 'QUOTE';
  if (unit.pos === 'QUOTE') {
    if (!/[.!?…]['’)]?\s*$/.test(unit.text)) return false;
    if (nextIsLower || next.pos === 'PUNCT') return false;
    // 'Lee asked, "Why now?" Palmer wrote back': the quotation has its tag in front.
    const before = units[index - 1]?.text;
    const isTagged = before === ':' || (before === ',' && speechForms.has(units[index - 2]?.lower ?? ''));
    // 'alleged that they “hate us with a passion.” | The lawmakers responded': a tag has a comma before it.
    const stands = units[index - 1]?.pos ?? 'PUNCT';
    const isPart = /\.\s*$/.test(unit.text) && (/^\p{Ll}/u.test(unit.text) || !/^(?:PUNCT|QUOTE)$/.test(stands));
    return (
      isTagged ||
      isPart ||
      (/\.\s*$/.test(unit.text) && opensAnother(units, index + 1)) ||
      !tagFollows(units, index + 1)
    );
  }
  if (/^[.!?]+$|^…$/.test(unit.text)) {
    if (unit.text === '...' || unit.text === '…') return !nextIsLower && next.pos !== 'PUNCT';
    if (
      unit.text === '.' &&
      /^(?:govs|sens|reps|messrs|gens|drs|profs|nos|vs|fig)$/.test(units[index - 1]?.lower ?? '')
    )
      return false;
    if (unit.text === '.' && isInBrackets(units, index)) return false;
    // "Chris Cole, R-N.Y.,": initials that the tokenizer took apart.
    if (unit.text === '.' && /^\p{Lu}$/u.test(units[index - 1]?.text ?? '') && /^\p{Lu}\.$/u.test(next.text))
      return false;
    // A stray full stop between "!" and the next sentence, a bracket that closes: the sentence goes on to them.
    if (/^[.!?)\]]+$/.test(next.text)) return false;
    return !nextIsLower;
  }
  if (/^[ap]\.m\.$/.test(unit.lower))
    return next.pos !== 'QUOTE' && endsAfterTime(next.text) && !isZone(units, index + 1);
  // "at -35 C. Ann Lee said"
  if (/^[CF]\.$/.test(unit.text) && units[index - 1]?.pos === 'NUM') return !nextIsLower;
  if (mayEnd.has(unit.lower)) return sentenceStarters.has(next.lower) && !nextIsLower;
  return false;
}

/**
 * Splits the units of a paragraph into sentences; never inside a quotation.
 * Source: the tokenizer keeps abbreviations whole, so that full stops left over are ends of sentences.
 */
export function splitSentences(units: readonly Unit[]): Unit[][] {
  const sentences: Unit[][] = [];
  let start = 0;
  for (let i = 0; i < units.length; i += 1) {
    let end = i;
    if (!endsSentence(units, i)) {
      if (i - start + 1 < longestSentence) continue;
      while (end > start && units[end]!.text !== ',') end -= 1;
      if (end === start) end = i;
    }
    sentences.push(units.slice(start, end + 1));
    start = end + 1;
  }
  if (start < units.length) sentences.push(units.slice(start));
  return sentences;
}
