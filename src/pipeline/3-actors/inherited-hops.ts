import type { FoundClaim } from '../values.js';

/** Claims with one hop that are looked at: the outer ones come first, and a block of thousands may have one. */
const mostSharing = 8;

/** Claims by where their hops stand. @param claims in the order of the text, of two at one place the longer first */
export function claimsByHop(claims: readonly FoundClaim[]): ReadonlyMap<number, readonly FoundClaim[]> {
  const found = new Map<number, FoundClaim[]>();
  for (const claim of claims)
    for (const { start } of claim.chain) {
      const sharing = found.get(start) ?? [];
      if (sharing.length < mostSharing) sharing.push(claim);
      found.set(start, sharing);
    }
  return found;
}

/** Whether one of the claims with the same hop stands around this one: the hop is that one's. */
export const isInherited = (claim: FoundClaim, sharing: readonly FoundClaim[]): boolean =>
  sharing.some(
    (outer) =>
      outer !== claim &&
      outer.in === claim.in &&
      outer.start <= claim.start &&
      claim.end <= outer.end &&
      outer.end - outer.start > claim.end - claim.start,
  );
