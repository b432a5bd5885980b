import type { Unit } from '../../language/document.js';
import type { Range } from '../../language/noun-phrase.js';
import { isComma, isDash } from '../../language/words.js';
import { isDocumentPhrase } from './documents.js';

/** A relative clause of more units than this tells a story of its own and names nobody. */
const longestRelative = 10;

const circumstance = /^(?:in|at|on|during|after|before|once|however|though|meanwhile|for|when|while|asked|too)$/;

/**
 * The words that name the speaker, without what is only told of them: "Ann Lee, in Oldhaven," -> "Ann Lee";
 * "the agency, which fell short of its goal," -> "the agency". Appositions and short who-clauses stay: they say who it is.
 * Known failure: a long who-clause that does say who it is.
 */
export function speakerSpan(units: readonly Unit[], range: Range): Range {
  // "this week, | Ann Lee": when somebody came forward.
  if (
    /^(?:this|last|next)$/.test(units[range.start]!.lower) &&
    isComma(units[range.start + 2]) &&
    range.start + 3 < range.end
  )
    return speakerSpan(units, { start: range.start + 3, end: range.end });
  for (let k = range.start + 1; k + 1 < range.end; k += 1) {
    // "the traders | — along with the pilots —"
    if (isDash(units[k]) && /^(?:along|like|including|and)$/.test(units[k + 1]!.lower))
      return { start: range.start, end: k };
    if (!isComma(units[k])) continue;
    const { lower } = units[k + 1]!;
    const isStory =
      lower === 'which' ||
      // "the survey, conducted by the institute Demos,"
      (units[k + 1]!.xpos === 'VBN' && units[k + 1]!.pos === 'VERB') ||
      circumstance.test(lower) ||
      /^(?:speaking|talking|acting|writing|testifying|addressing|appearing)$/.test(lower) ||
      (/^(?:who|whose)$/.test(lower) && range.end - k - 1 > longestRelative);
    if (isStory) return { start: range.start, end: k };
  }
  // "Ann Lee | in a statement | accused": the document is a hop.
  for (let k = range.end - 2; k > range.start; k -= 1)
    if (units[k]!.lower === 'in' && units[k - 1]!.pos === 'PROPN' && isDocumentPhrase(units, k + 1, range.end))
      return { start: range.start, end: k };
  return range;
}
