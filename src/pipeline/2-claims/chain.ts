import type { Attribution, Hop } from './attribution.js';
import { isJoint } from './documents.js';
import type { LanguageDocument } from '../../language/document.js';
import { isMedium, isOwnOutlet } from './media.js';
import { holdsClaim } from './overlap.js';
import { isToldMedium } from './told-media.js';

/** Claims inside claims inside claims: news has four of them at most, endless sentences thousands. */
const deepest = 10;

const size = (attribution: Attribution): number =>
  attribution.content.reduce((sum, piece) => sum + piece.end - piece.start, 0);

/** Hops that a rule named and that are one: people spoken to only when they are a medium. */
function ownHops(attribution: Attribution, document: LanguageDocument): Hop[] {
  const { hops } = attribution;
  const { text } = document.source;
  // "an e-mailed statement | to Radio Orrel": two hops.
  const partAddressee = (hop: Hop): Hop[] => {
    const found = hop.kind === 'DOCUMENT' ? / to (?=(.+)$)/s.exec(text.slice(hop.start, hop.end)) : null;
    const isOwn = found !== null && isOwnOutlet(found[1]!);
    if (!found || !(isOwn || isMedium(found[1]!))) return [hop];
    const end = hop.start + found.index;
    if (isOwn) return [{ ...hop, end }];
    return [
      { ...hop, start: hop.end - found[1]!.length, kind: 'MEDIUM', cue: 'to', rule: 'told' },
      { ...hop, end },
    ];
  };
  return hops.flatMap(partAddressee).filter((hop) => hop.kind !== 'TOLD' || isToldMedium(hop, attribution, document));
}

/**
 * Gives each attribution the hops between the outlet and its speaker, outermost first: those of the attribution it stands
 * in, that one's document, or where it has none its speaker, then its own. "told Reuters" and "in an interview" are hops of
 * the claim they stand beside. What stands too deep is left out. Runs over attributions sorted by start, the longer first, with a stack: linear.
 */
export function linkChains(attributions: readonly Attribution[], document: LanguageDocument): Attribution[] {
  const { text } = document.source;
  const order = [...attributions].sort(
    (a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || size(b) - size(a),
  );
  const stack: Attribution[] = [];
  const depths = new Map<Attribution, number>();
  const linked: Attribution[] = [];
  for (const attribution of order) {
    if (attribution.content.length === 0) continue;
    while (stack.length > 0 && stack.at(-1)!.content.at(-1)!.end <= attribution.content[0]!.start) stack.pop();
    let outer: Attribution | undefined;
    for (let k = stack.length - 1; k >= Math.max(0, stack.length - 4) && !outer; k -= 1) {
      if (size(stack[k]!) > size(attribution) && holdsClaim(stack[k]!, attribution)) outer = stack[k];
    }
    const depth = outer ? depths.get(outer)! + 1 : 0;
    if (depth > deepest) continue;
    const hops: Hop[] = outer ? [...outer.hops] : [];
    // A document stands for its owner; an interview is the medium's as much as his who speaks in it.
    const hasDocument =
      outer !== undefined &&
      outer.hops.some((hop) => hop.kind === 'DOCUMENT' && !isJoint(text.slice(hop.start, hop.end)));
    // "I wanted to know why A": the outlet itself.
    const isOwn = outer?.speaker ? /^(?:i|we|you)$/i.test(text.slice(outer.speaker.start, outer.speaker.end)) : false;
    if (outer?.speaker && !hasDocument && !isOwn)
      hops.push({
        ...outer.speaker,
        cue: outer.cue ? text.slice(outer.cue.start, outer.cue.end) : null,
        kind: 'PERSON',
        rule: 'around',
      });
    // "saying that he wants no “crap,” in an interview": what stands behind both is the outer one's.
    const named = new Set(outer?.hops.map(({ start }) => start));
    const own = ownHops(attribution, document).filter(({ start }) => !named.has(start));
    // "A video showed the general saying that A": the video is his.
    if (own.some(({ start }) => hops.at(-1)?.rule === 'around' && hops.at(-1)!.start === start)) hops.pop();
    hops.push(...own);
    const withHops = { ...attribution, hops };
    linked.push(withHops);
    depths.set(withHops, depth);
    stack.push(withHops);
  }
  return linked;
}
