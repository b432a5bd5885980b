import type { Unit } from '../../language/document.js';
import { hasFiniteVerb, isComma, isDash } from '../../language/words.js';
import { throughChannel } from './aside-channel.js';
import { interpreted, issuedBy, relayedBy, whoSpokeTo } from './aside-clauses.js';
import { isPause, type Aside, type Match } from './aside-match.js';
import { printedIn } from './aside-printed.js';
import { relayed } from './aside-relayed.js';
import { cited } from './cited-sources.js';

// An aside stands in a sentence beside a claim and names who carried it, who spoke for the speaker or who is cited for it.
// Its kind says what becomes of it in attach-asides.ts: a MEDIUM is the claim's outermost hop, a PERSON its innermost, a TOLD
// is a hop only where the whole document shows a medium (told-media.ts), and a SOURCE is the claim's speaker.

/** Units in front of an aside that are looked at for a verb, at most. */
const longestFront = 30;
/** Asides of one sentence, at most: holds the work linear on endless sentences. */
const most = 40;

/** What may begin at a unit, in the order in which it is asked; the first that fits counts. */
const questions: readonly ((units: readonly Unit[], at: number) => Match | null)[] = [
  // "wrote | in the Guardian": a medium
  printedIn,
  // "a letter | seen by the Post": a medium
  relayed,
  // "a letter | that the Post has seen": a medium
  relayedBy,
  // "two officials | who spoke to the Herald": a medium
  whoSpokeTo,
  // "a statement | released by his lawyer": a mouthpiece
  issuedBy,
  // "on state television", "Speaking through his solicitor,": a medium or a mouthpiece
  throughChannel,
  // ", her granddaughter translating,": a mouthpiece
  interpreted,
  // ", citing two officials,": a source
  cited,
];

function asideAt(units: readonly Unit[], at: number): Match | null {
  for (const ask of questions) {
    const match = ask(units, at);
    if (match) return match;
  }
  return null;
}

const asAside = (units: readonly Unit[], at: number, { end, kind, named }: Match): Aside => ({
  start: units[at]!.start,
  end: units[end - 1]!.end,
  kind,
  cue: units[at]!.lower,
  named: named && { start: units[named.start]!.start, end: units[named.end - 1]!.end },
});

/** Whether the comma behind an aside at `end` goes with it, once what stands in front is kept. */
function takesComma(units: readonly Unit[], end: number, kept: readonly Unit[]): boolean {
  // "denied it, citing its records, and said"
  if (!isComma(units[end]) || units[end + 1]?.pos === 'CCONJ') return false;
  // "According to state media, citing the army, the town …": the phrase in front keeps its comma.
  const isFronted = kept[0]?.pos === 'ADP' || kept[0]?.lower === 'according';
  return !(isFronted && kept.length < longestFront && !hasFiniteVerb(kept, 0, kept.length));
}

/**
 * Takes the asides out of a sentence, so that the templates read what is left: "The Post reported, citing two officials, that
 * A" is read as "The Post reported that A".
 * Offsets of the units that stay are those of the text. Every question looks a bounded way ahead: linear.
 * Known failure: a name that is no source ("citing Article 5") is taken for one.
 */
export function takeOutAsides(units: readonly Unit[]): { units: readonly Unit[]; asides: readonly Aside[] } {
  const asides: Aside[] = [];
  const kept: Unit[] = [];
  for (let k = 0; k < units.length; k += 1) {
    const match = asides.length < most ? asideAt(units, k) : null;
    if (!match) {
      kept.push(units[k]!);
      continue;
    }
    asides.push(asAside(units, k, match));
    k = match.end - 1;
    if (!match.wrapped) continue;
    const before = kept.at(-1);
    if (isPause(before)) kept.pop();
    // "TV Solana – citing two officers – said"
    if ((isDash(before) && isDash(units[match.end])) || takesComma(units, match.end, kept)) k += 1;
  }
  return asides.length === 0 || kept.length === 0 ? { units, asides: [] } : { units: kept, asides };
}
