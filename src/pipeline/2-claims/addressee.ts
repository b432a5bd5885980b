import type { Unit } from '../../language/document.js';
import { chunkEnd, phraseEnd } from '../../language/noun-phrase.js';
import { isComma, isTime } from '../../language/words.js';
import { contentBegins } from './adverbials.js';

/** Whom "told" names, without what is only said of him and without how and where: "the Gazette | , a weekly", "the Post | by telephone". */
export function toldEnd(units: readonly Unit[], start: number, end: number): number {
  for (let k = start + 1; k < end; k += 1)
    if (isComma(units[k]) || /^(?:by|via|over|from|at|during|through|in|on)$/.test(units[k]!.lower)) return k;
  return end;
}

/** The short phrase after "told", or a longer one when the content begins right after it. */
export function addresseeEnd(units: readonly Unit[], start: number): number {
  // "told anyone who listens | that"
  const who = [start + 1, start + 2].find((k) => units[k]?.lower === 'who') ?? units.length;
  for (let k = who + 1; k < who + 8 && k < units.length && !isComma(units[k]); k += 1)
    if (units[k]!.lower === 'that' && units[k]!.pos === 'SCONJ') return k;
  const long = phraseEnd(units, start);
  if (
    long > start &&
    (contentBegins(units, long) || isTime(units[long]) || isComma(units[long]) || units[long]?.pos === 'ADP')
  )
    return long;
  let short = chunkEnd(units, start);
  // "told the radio host | Ann Lee"
  while (short > start && units[short]?.pos === 'PROPN' && chunkEnd(units, short) > short)
    short = chunkEnd(units, short);
  // "Far & | Slow"
  return units[short - 1]?.text === '&' && /^\p{Lu}/u.test(units[short]?.text ?? '') ? short + 1 : short;
}
