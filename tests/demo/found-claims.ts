import { straight } from './line-up';

/** A claim that a careful reader finds in the demo; see demo/README.md. */
export interface ExpectedClaim {
  readonly article: string;
  readonly speaker: string;
  readonly kind: string;
  readonly contains: string;
  readonly chain?: readonly { readonly contains: string; readonly owner?: string }[];
}

/** A claim as it was stored, of any version of its article. */
export interface StoredClaim {
  readonly url: string;
  readonly text: string;
  readonly kind: string;
  readonly speakerText: string | null;
  readonly speakerName: string | null;
  /** Outermost first. */
  readonly chain: readonly { readonly text: string; readonly owner: string | null; readonly name: string | null }[];
}

/** How much of an expected claim was found: each level asks for those before it. */
export interface FoundClaim {
  readonly content: boolean;
  readonly kind: boolean;
  readonly speaker: boolean;
  readonly chain: boolean;
}

/** Looks among the claims of its article for the one that has most of what is expected. */
export function findClaim(expected: ExpectedClaim, claims: readonly StoredClaim[]): FoundClaim {
  const content = claims.filter(({ text }) => straight(text).includes(straight(expected.contains)));
  const kind = content.filter((claim) => claim.kind === expected.kind);
  const speaker = kind.filter((claim) => isNamed(expected.speaker, [claim.speakerName, claim.speakerText]));
  const chain = speaker.filter((claim) => hasChain(expected.chain ?? [], claim.chain));
  return { content: content.length > 0, kind: kind.length > 0, speaker: speaker.length > 0, chain: chain.length > 0 };
}

/** Loosely: one contains the other, or they end in the same name. */
function isNamed(expected: string, found: readonly (string | null)[]): boolean {
  const wanted = straight(expected).replace(/^the /, '');
  return found.some((name) => {
    if (name === null) return false;
    const given = straight(name).replace(/^the /, '');
    return given !== '' && (wanted.includes(given) || given.includes(wanted) || lastWord(wanted) === lastWord(given));
  });
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? '';
}

/** Every expected hop stands in the chain, in that order. */
function hasChain(expected: NonNullable<ExpectedClaim['chain']>, chain: StoredClaim['chain']): boolean {
  let from = 0;
  for (const hop of expected) {
    const at = chain.findIndex(
      ({ text, owner, name }, index) =>
        index >= from &&
        [text, name ?? ''].some((mention) => straight(mention).includes(straight(hop.contains))) &&
        (hop.owner === undefined || isNamed(hop.owner, [owner])),
    );
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
