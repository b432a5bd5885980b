import type { Aside } from './aside-match.js';
import type { Attribution, Hop, Stretch } from './attribution.js';
import { isContent } from './overlap.js';
import type { ClaimRuleName } from './rules/table.js';

/** Characters between an aside and the speaker or cue it belongs to, at most. */
const reach = 120;

const gap = (a: Stretch, b: Stretch): number => Math.max(0, a.start - b.end, b.start - a.end);

/** Characters between the two; none are near over a semicolon, a medium not over the end of its clause. */
function distanceTo(aside: Aside, span: Stretch, text: string): number {
  const distance = gap(span, aside);
  const from = Math.min(span.end, aside.end);
  if (distance >= reach) return distance;
  const between = text.slice(from, from + distance);
  const isApart = between.includes(';') || (aside.kind !== 'SOURCE' && /, (?:and|but|while|whereas) /.test(between));
  return isApart ? reach : distance;
}

/** Whether an aside stands right behind content: "said that he had seen it | on television". */
function endsContent(aside: Aside, { content }: Attribution, text: string): boolean {
  const last = content.at(-1);
  if (!last || aside.start < last.end || /["”’]$/.test(text.slice(last.start, last.end))) return false;
  return /^\s*,?\s*$/.test(text.slice(last.end, aside.start));
}

/** Whether it does so without a comma, or with one that closes nothing: then it is content. */
function isContentEnd(aside: Aside, attribution: Attribution, text: string): boolean {
  if (aside.kind === 'SOURCE' || !endsContent(aside, attribution, text)) return false;
  const end = attribution.content.at(-1)!.end;
  return !text.slice(end, aside.start).includes(',') || (attribution.cue !== null && attribution.cue.end <= end);
}

/** Whether an aside stands between a speaker and his cue, or between the cue and its content. */
function isBetween({ start, end }: Aside, { speaker, cue, content }: Attribution): boolean {
  const first = content[0];
  return (
    cue !== null &&
    ((speaker !== null && speaker.end <= start && end <= cue.start) ||
      (first !== undefined && cue.end <= start && end <= first.start))
  );
}

/** The attribution whose speaker or cue stands nearest, of two as near the outer one. */
function nearest(aside: Aside, found: readonly Attribution[], text: string): number {
  // "wrote on Twitter, later adding that B": between a speaker and his second cue, but behind his first.
  const isBehindFirst = ({ speaker, cue: own }: Attribution): boolean =>
    speaker !== null &&
    found.some(
      ({ cue, speaker: other }) =>
        cue !== null &&
        own !== null &&
        cue.start < own.start &&
        other?.start === speaker.start &&
        speaker.end <= cue.start &&
        cue.end <= aside.start &&
        aside.start - cue.end <= 1,
    );
  let best = -1;
  let least = reach;
  for (const [index, attribution] of found.entries()) {
    if (isContent(attribution, aside)) continue;
    const spans = [attribution.speaker, attribution.cue].filter((span) => span !== null);
    const isBehind = aside.kind === 'SOURCE' && endsContent(aside, attribution, text);
    // "said that A, | citing records, | and said that B": before B's cue, but A's.
    const distance = isBehind
      ? -1
      : isBetween(aside, attribution) && !(aside.kind === 'MEDIUM' && isBehindFirst(attribution))
        ? 0
        : Math.min(...spans.map((span) => distanceTo(aside, span, text)));
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

const withCiting = (rule: ClaimRuleName): ClaimRuleName =>
  rule.endsWith('+citing') ? rule : (`${rule}+citing` as ClaimRuleName);

function withAside(attribution: Attribution, { kind, cue, named, start }: Aside): Attribution {
  if (!named) return attribution;
  const { hops, speaker } = attribution;
  if (kind === 'MEDIUM' || kind === 'TOLD')
    return { ...attribution, hops: [{ ...named, cue, kind, rule: 'aside-medium' }, ...hops] };
  if (kind === 'PERSON') {
    const mouthpiece: Hop = { ...named, cue, kind, rule: 'aside-mouthpiece' };
    // "a statement | released by her lawyer": the outlet had it from the lawyer.
    const document = hops.at(-1);
    const isGiven = document?.kind === 'DOCUMENT' && document.end < start && start - document.end <= 1;
    return { ...attribution, hops: isGiven ? [...hops.slice(0, -1), mouthpiece, document] : [...hops, mouthpiece] };
  }
  const citing = speaker ? [{ ...speaker, cue: 'citing', kind: 'PERSON' as const, rule: 'citing' as const }] : [];
  return { ...attribution, hops: [...hops, ...citing], speaker: named, rule: withCiting(attribution.rule) };
}

/**
 * Gives each aside to the attribution it stands beside: a medium becomes its outermost hop, a mouthpiece its innermost, and
 * whoever is cited its speaker, with the one who cites as a hop. A second cue with the same speaker has it too.
 * Example: The minister said on state television that A. — state television is the hop.
 * An aside that ends the content is no aside but content, and is given back.
 * Known failure: "He said she had left on television", where the medium is the outer cue's.
 */
export function attachAsides(found: readonly Attribution[], asides: readonly Aside[], text: string): Attribution[] {
  let result = [...found];
  for (const aside of asides) {
    const endsIn = (attribution: Attribution): boolean => isContentEnd(aside, attribution, text);
    if (result.some(endsIn)) {
      result = result.map((attribution) =>
        endsIn(attribution)
          ? {
              ...attribution,
              content: [...attribution.content.slice(0, -1), { ...attribution.content.at(-1)!, end: aside.end }],
            }
          : attribution,
      );
      continue;
    }
    const at = nearest(aside, result, text);
    if (at < 0) continue;
    const isOfOne = aside.kind === 'SOURCE' && endsContent(aside, result[at]!, text);
    const speaker = isOfOne ? null : result[at]!.speaker;
    result = result.map((attribution, index) =>
      index === at || (index > at && speaker !== null && attribution.speaker?.start === speaker.start)
        ? withAside(attribution, aside)
        : attribution,
    );
  }
  return result;
}
