import { Attitude, CueClass } from './values.js';

/** What somebody's words, with their cue, do with the content: say it, say the opposite, or neither. */
export enum Polarity {
  SAID = 'SAID',
  DENIED = 'DENIED',
  /** "did not say that", "did not deny that": it may be so or not. */
  OPEN = 'OPEN',
}

/**
 * The polarity that a cue gives to its content. Who "does not believe" or "does not think" that it is so believes that it is not
 * (neg-raising, Horn 1978); who "did not say" so has said nothing of it.
 */
export function polarityOf(claim: {
  readonly attitude: Attitude;
  readonly cueClass: CueClass | null;
  readonly cueNegated: boolean | null;
}): Polarity {
  const isDenial = claim.cueClass === CueClass.DENIAL;
  if (claim.cueNegated !== true) return isDenial ? Polarity.DENIED : Polarity.SAID;
  return claim.attitude === Attitude.BELIEF && !isDenial ? Polarity.DENIED : Polarity.OPEN;
}
