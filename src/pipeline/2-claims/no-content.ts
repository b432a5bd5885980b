import type { Attribution, Stretch } from './attribution.js';
import { notSaid, type Said } from './not-said.js';

/**
 * Whether what a cue introduces holds no proposition, so that there is nothing to line up with other outlets: a lone
 * pronoun, a courtesy, a topic ("talked about the plan"), a refusal to speak.
 * What stands in quotation marks or is a clause always stays.
 * Known failure: a bare noun phrase that does say something ("denied the report") stays, as does one that does not.
 * @param text the normalised text
 */
export function hasNoContent(attribution: Attribution, text: string): boolean {
  const { content: pieces, cue, speaker, attitude, opensBlock } = attribution;
  const [piece] = pieces;
  if (!piece || pieces.length > 1 || opensBlock) return false;
  const wordsOf = (span: Stretch | null): string => (span ? text.slice(span.start, span.end) : '');
  const content = wordsOf(piece).trim();
  const said: Said = {
    cue: wordsOf(cue),
    content,
    speaker: wordsOf(speaker),
    attitude,
    modality: cue?.grammar.modality ?? null,
    isBehind: cue !== null && cue.end <= piece.start,
  };
  const isQuoted = /["“”‘]/.test(content);
  const isClause = /^that\b/i.test(content);
  return notSaid.some(
    ({ of, test }) => (of === 'ALL' || (!isQuoted && (of === 'UNQUOTED' || !isClause))) && test(said),
  );
}
