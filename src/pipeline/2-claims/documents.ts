import type { Unit } from '../../language/document.js';
import { phraseEnd } from '../../language/noun-phrase.js';
import type { Hop } from './attribution.js';

/** Kinds of document and occasion through which something is said; each is a hop of the chain. */
export const documentNouns = new Set(
  'editorial interview statement report article column op-ed book letter memo email e-mail tweet post blog podcast documentary video broadcast testimony affidavit complaint lawsuit filing speech address study paper survey poll release transcript essay story commentary press memoir briefing conference'.split(
    ' ',
  ),
);

/** Occasions: skipped between cue and content as documents are, but no hop of their own. */
export const eventNouns = new Set(
  'meeting hearing rally debate call appearance visit trip event summit forum dinner breakfast segment exchange message message series remarks comments court session part response reply'.split(
    ' ',
  ),
);

/** The head of a phrase: its last noun before a preposition, a comma or a verb. */
export function headOf(units: readonly Unit[], start: number, end: number): string {
  let head = '';
  for (let k = start; k < end; k += 1) {
    const unit = units[k]!;
    if (/^(?:NOUN|PROPN)$/.test(unit.pos)) head = unit.lower;
    else if (head !== '' && unit.text !== '-' && unit.pos !== 'PART') break;
  }
  return head;
}

export const isDocumentPhrase = (units: readonly Unit[], start: number, end: number): boolean =>
  documentNouns.has(headOf(units, start, end).replace(/s$/, '')) || documentNouns.has(headOf(units, start, end));
export const isOccasionPhrase = (units: readonly Unit[], start: number, end: number): boolean => {
  const head = headOf(units, start, end);
  return isDocumentPhrase(units, start, end) || eventNouns.has(head);
};

/** "In an interview with Harbour Radio, …": the document a sentence begins with. */
export function frontedDocument(units: readonly Unit[]): Hop | null {
  const [first] = units;
  if (!first || !/^(?:in|during|through|via)$/.test(first.lower)) return null;
  const end = phraseEnd(units, 1);
  if (end === 1 || !isDocumentPhrase(units, 1, end)) return null;
  return { start: units[1]!.start, end: units[end - 1]!.end, cue: first.lower };
}
