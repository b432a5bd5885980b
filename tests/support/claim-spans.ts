import { TextPart, type ClaimInput, type FoundClaim } from '../../src/pipeline/values.js';

/** What of some claims does not stand where it says it does, in words; empty when all is right. */
export function misplaced(claims: readonly FoundClaim[], input: Pick<ClaimInput, 'text' | 'headline'>): string[] {
  const problems: string[] = [];
  for (const claim of claims) {
    const text = claim.in === TextPart.TEXT ? input.text : (input.headline ?? '');
    for (const [what, extract] of [
      ['content', claim],
      ['cue', claim.cue],
      ['speaker', claim.speaker],
      ...claim.chain.map((hop) => ['hop', hop] as const),
    ] as const) {
      if (extract === null) continue;
      const { start, end } = extract;
      if (!(start >= 0 && start <= end && end <= text.length && text.slice(start, end) === extract.text))
        problems.push(`${what} ${start}–${end} is not ${JSON.stringify(extract.text.slice(0, 40))}`);
    }
    let last = claim.start;
    for (const { start, end } of claim.spans ?? []) {
      if (start < last || end <= start || end > claim.end)
        problems.push(`piece ${start}–${end} of ${claim.start}–${claim.end}`);
      last = end;
    }
    if (claim.end <= claim.start) problems.push(`empty content at ${claim.start}`);
  }
  return problems;
}
