import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { chunkEnd, possessives } from '../../language/noun-phrase.js';
import { isComma } from '../../language/words.js';
import { isInterpreting } from './aside-clauses.js';
import { boundaryFrom, wordsOf, type Match } from './aside-match.js';
import { isOffice, mediumEnd, mouthpiece } from './aside-phrases.js';
import { isAired, isBareName, isMedium, mayBeMedium } from './media.js';

/** Participles before a speaker that tell through whom he speaks, with their prepositions. */
const openers: ReadonlyMap<string, RegExp> = new Map([
  ['speaking', /^(?:on|through|via|to|with)$/],
  ['talking', /^(?:on|to|with)$/],
  ['appearing', /^on$/],
  ['taking', /^to$/],
  ['writing', /^(?:in|for|on)$/],
  ['interviewed', /^(?:on|by|for)$/],
  ['asked', /^(?:on|by)$/],
  ['quizzed', /^(?:on|by)$/],
  ['grilled', /^(?:on|by)$/],
  ['questioned', /^(?:on|by)$/],
  ['pressed', /^(?:on|by)$/],
  ['challenged', /^(?:on|by)$/],
  ['contacted', /^by$/],
  ['reached', /^by$/],
  ['approached', /^by$/],
]);

/** Through what somebody speaks: "Speaking | through | his solicitor | , Noor Rahmani,". */
interface Channel extends Pick<Match, 'end' | 'named' | 'wrapped'> {
  /** The participle before the preposition: "speaking"; null where there is none. */
  readonly opener: string | null;
  readonly link: string;
  readonly linkAt: number;
  /** What it is, which is always named. */
  readonly named: NonNullable<Match['named']>;
  /** Whether it stands in front of its sentence. */
  readonly isFront: boolean;
}

/** Units of what else the words in front of a speaker tell, at most: "Asked on the radio | about the strike,". */
const longestTail = 8;

/** What stands at `at` behind a preposition by which one speaks through something; null where nothing does. */
function channelAt(units: readonly Unit[], at: number): Channel | null {
  const isFront = at === 0;
  const links = isFront || isComma(units[at - 1]) ? openers.get(units[at]!.lower) : undefined;
  const opener = links ? units[at]!.lower : null;
  const linkAt = opener === null ? at : at + 1;
  const link = units[linkAt]?.lower ?? '';
  if (!(links ?? /^(?:on|over|through|via)$/).test(link)) return null;
  const start = episodeEnd(units, linkAt + 1);
  const end = mediumEnd(units, start);
  if (end === start) return null;
  // "Asked on the radio about the strike, she said": what else the opener holds is taken out with it.
  let close = opener !== null && isFront ? boundaryFrom(units, end, end + longestTail) : end;
  if (!isComma(units[close])) close = end;
  // "speaking through his solicitor, Noor Rahmani, said"
  const name = opener !== null && isComma(units[close]) ? chunkEnd(units, close + 1) : close;
  if (name > close + 1 && units[close + 1]!.pos === 'PROPN' && isComma(units[name]) && !isFront) close = name;
  const wrapped = (opener !== null || isFront) && isComma(units[close]);
  return { opener, link, linkAt, named: { start, end }, end: close, wrapped, isFront };
}

/** Whether somebody speaks for another: "an interpreter", "his office", "a lawyer named Ann Lee", "an aid worker who translated". */
function isMouthpiece(units: readonly Unit[], { linkAt, named: { end } }: Channel): boolean {
  const first = units[linkAt + 1]!.lower;
  return (
    mouthpiece.test(units[end - 1]!.lower) ||
    isInterpreting(units, end) ||
    (possessives.has(first) && isOffice(units[end - 1]!)) ||
    (/^(?:an?|his|her|their|its|the)$/.test(first) &&
      mouthpiece.test(units[linkAt + 2]?.lower ?? '') &&
      units[linkAt + 3]?.pos !== 'PART')
  );
}

/** "Contacted by the Leader": who asks and has a name is a medium. */
const isAsker = (units: readonly Unit[], { link, linkAt, named, isFront }: Channel): boolean =>
  isFront && link === 'by' && units[named.end - 1]!.pos === 'PROPN' && units[linkAt + 1]!.pos === 'DET';

/** "Asked by Starnes", "Speaking to Undertow": the whole document tells whether that is a medium. */
const isName = (units: readonly Unit[], { opener, link, end, isFront }: Channel, text: string): boolean =>
  opener !== null &&
  /^(?:by|to|with)$/.test(link) &&
  (isFront || isComma(units[end])) &&
  isBareName(text) &&
  mayBeMedium(text);

/** "Writing in the Financial Quarter," */
const isPrinted = (units: readonly Unit[], { opener, link, end }: Channel, text: string): boolean =>
  opener !== null && link === 'in' && isComma(units[end]) && /^the /.test(text) && mayBeMedium(text);

/**
 * What somebody speaks through: "on state television", "through an interpreter", and "Speaking" or "Asked" before either.
 * Asked in turn: is there a preposition with a phrase, is that somebody who speaks for another, is it a broadcast, a medium
 * or a name that may be one's?
 */
export function throughChannel(units: readonly Unit[], at: number): Match | null {
  const channel = channelAt(units, at);
  if (!channel) return null;
  const { opener, link, named, end, wrapped, isFront } = channel;
  if (/^(?:through|via)$/.test(link))
    return isMouthpiece(units, channel) ? { end, kind: 'PERSON', named, wrapped } : null;
  // "a post on X" is the document.
  if (opener === null && !isFront && isDocument(units[at - 1]!.lower, 'i')) return null;
  const text = wordsOf(units, named.start, named.end);
  const isPerhaps = isName(units, channel, text);
  const isCarrier =
    /^(?:on|over)$/.test(link) || opener === 'taking'
      ? isAired(text)
      : isMedium(text) || isPerhaps || isAsker(units, channel) || isPrinted(units, channel, text);
  if (!isCarrier) return null;
  return { end, kind: isPerhaps && !isMedium(text) ? 'TOLD' : 'MEDIUM', named, wrapped };
}

/** "on | the latest episode of | the podcast Lantern": where the programme itself is named. */
function episodeEnd(units: readonly Unit[], from: number): number {
  for (let k = from + 1; k < from + 4; k += 1)
    if (
      /^(?:episode|edition|instalment|installment|broadcast)$/.test(units[k]?.lower ?? '') &&
      units[k + 1]?.lower === 'of'
    )
      return k + 2;
  return from;
}
