import type { LanguageDocument } from '../../language/document.js';
import { piecesOf } from '../../language/cut.js';
import { firstBehind } from '../../language/halving.js';
import { ActorKind, Attitude, ClaimKind, TextPart, type FoundClaim } from '../values.js';
import type { Attribution, Stretch } from './attribution.js';
import { contains } from './overlap.js';

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A quotation of no more words may be a name or a title: “Harbour Sunday”. */
const longestTitle = 5;

/** Whether each word of a short quotation begins with a capital: “Harbour Sunday” was named, and not said. */
const isTitled = (text: string): boolean =>
  text
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word.length > 3)
    .every((word) => /^[\p{Lu}\p{N}]/u.test(word));

/** DIRECT when all words stand in quotation marks, MIXED when some do (titles apart), else INDIRECT: as PARC 3.0 (Pareti 2016). */
function kindOf(document: LanguageDocument, content: readonly Stretch[], cue: Stretch | null): ClaimKind {
  let all = 0;
  let quoted = 0;
  let isSaid = false;
  for (const piece of content) all += letters(document.source.text.slice(piece.start, piece.end));
  const { quotations } = document;
  const first = firstBehind(quotations.length, (index) => quotations[index]!.end <= content[0]!.start);
  for (let k = first; k < quotations.length; k += 1) {
    const quotation = quotations[k]!;
    if (quotation.start >= content.at(-1)!.end) break;
    // "“He said it's not us,” she told them": his words are told in hers.
    if (cue && contains(quotation, cue)) continue;
    for (const piece of content) {
      const start = Math.max(piece.start, quotation.innerStart);
      const end = Math.min(piece.end, quotation.innerEnd);
      if (start >= end) continue;
      quoted += letters(document.source.text.slice(start, end));
      isSaid ||=
        quotation.words > longestTitle ||
        !isTitled(document.source.text.slice(quotation.innerStart, quotation.innerEnd));
    }
  }
  if (quoted === 0) return ClaimKind.INDIRECT;
  if (quoted === all) return ClaimKind.DIRECT;
  return isSaid ? ClaimKind.MIXED : ClaimKind.INDIRECT;
}

/** Turns what the rules found into claims whose offsets count in the original text. */
export function toClaims(
  document: LanguageDocument,
  attributions: readonly Attribution[],
  part: TextPart,
): FoundClaim[] {
  const { source } = document;
  const extract = (piece: Stretch): { start: number; end: number; text: string } => {
    const span = source.toOriginal(piece.start, piece.end);
    return { ...span, text: source.original.slice(span.start, span.end) };
  };
  // A name, a cue or a hop has one span: it ends before furniture behind which only a party or an apposition follows.
  const extractFirst = (piece: Stretch): { start: number; end: number; text: string } => {
    const [first, next] = piecesOf(source, piece);
    return extract(next && /^[(,]/.test(source.text.slice(next.start)) ? first! : piece);
  };
  const claims: FoundClaim[] = [];
  for (const attribution of attributions) {
    const content = attribution.content.flatMap((piece) => piecesOf(source, piece));
    if (content.length === 0) continue;
    const whole = extract({ start: content[0]!.start, end: content.at(-1)!.end });
    claims.push({
      ...whole,
      // Posts stand in the text word for word, without marks.
      kind: attribution.rule === 'embedded-post' ? ClaimKind.DIRECT : kindOf(document, content, attribution.cue),
      attitude: attribution.attitude,
      in: part,
      ...(content.length > 1 ? { spans: content.map((piece) => source.toOriginal(piece.start, piece.end)) } : {}),
      cue: attribution.cue
        ? {
            ...extractFirst(attribution.cue),
            class: attribution.cue.class,
            entry: attribution.cue.entry,
            ...attribution.cue.grammar,
          }
        : null,
      speaker: attribution.speaker
        ? { ...extractFirst(attribution.speaker), name: null, kind: null, actor: null }
        : null,
      chain: attribution.hops.map((hop, index) => ({
        ...extractFirst(hop),
        depth: index + 1,
        name: null,
        kind: hop.kind === 'MEDIUM' || hop.kind === 'TOLD' ? ActorKind.ORGANIZATION : null,
        actor: null,
        cue: hop.cue,
        owner: null,
        held: false,
        rule: hop.rule,
      })),
      confidence: attribution.confidence,
      rule: attribution.rule,
    });
  }
  return claims;
}

/** A sentence in the outlet's own voice. The outlet is named nowhere in it, so that its mention is the empty span at the sentence's start. */
export function toAssertion(document: LanguageDocument, content: Stretch, outlet: string | null): FoundClaim {
  const { source } = document;
  const span = source.toOriginal(content.start, content.end);
  const pieces = piecesOf(source, content);
  return {
    ...span,
    text: source.original.slice(span.start, span.end),
    kind: ClaimKind.ASSERTION,
    attitude: Attitude.SPEECH,
    in: TextPart.TEXT,
    ...(pieces.length > 1 ? { spans: pieces.map((piece) => source.toOriginal(piece.start, piece.end)) } : {}),
    cue: null,
    speaker: outlet
      ? { start: span.start, end: span.start, text: '', name: outlet, kind: ActorKind.ORGANIZATION, actor: null }
      : null,
    chain: [],
    confidence: 0.5,
    rule: 'own-voice',
  };
}
