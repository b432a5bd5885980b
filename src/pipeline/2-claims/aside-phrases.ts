import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { chunkEnd } from '../../language/noun-phrase.js';
import { isQuote, isTime, isTimeAt } from '../../language/words.js';
import { paperNouns } from './aside-lexicon.js';
import { mouthpieces } from './media-lexicon.js';
import { titleEnd } from './title.js';

/** A noun for somebody through whom another speaks. */
export const mouthpiece = new RegExp(`^(?:${mouthpieces})s?$`);

/** "through his office", not "through the embassy": whoever owns it speaks. */
export const isOffice = ({ lower }: Unit): boolean =>
  /^(?:office|embassy|foundation|campaign|team|union|lawyers|aides|agents)$/.test(lower);

/** Units between a document's noun and "seen by", at most. */
const paperReach = 8;

/** The phrase at `start` with the name behind it and "of": "the magazine | Lantern", "the Voice | of Orrel". */
export function mediumEnd(units: readonly Unit[], start: number): number {
  let k = chunkEnd(units, start);
  while (k > start && units[k]?.pos === 'PROPN' && chunkEnd(units, k) > k) k = chunkEnd(units, k);
  if (k > start && units[k]?.lower === 'of' && /^\p{Lu}/u.test(units[k + 1]?.text ?? '')) k = chunkEnd(units, k + 1);
  // "the podcast Third and Forever"
  if (units[k]?.lower === 'and' && /^\p{Lu}/u.test(units[k + 1]?.text ?? '') && hasTitle(units, start, k))
    k = titleEnd(units, k - 1);
  // Names whose second word the tagger took for another kind.
  while (
    k > start + 1 &&
    (/^\p{Lu}/u.test(units[k]?.text ?? '') || (units[k]?.text === '&' && /^\p{Lu}/u.test(units[k + 1]?.text ?? ''))) &&
    !isQuote(units[k]) &&
    !isTime(units[k])
  )
    k += 1;
  // "Radio Orrel's Today in the Harbour": the programme.
  if (k > start && units[k - 1]!.pos === 'PART') k = titleEnd(units, k);
  // "the Ledger | shows": a verb taken for a noun behind a name.
  if (k > start + 1 && /^NNS?$/.test(units[k - 1]!.xpos) && units[k - 2]!.pos === 'PROPN' && isShowing(units[k - 1]!))
    k -= 1;
  // "NBC's “Harbour Hour”"
  if (k > start && units[k - 1]!.pos === 'PART' && isQuote(units[k]) && units[k]!.quotation!.words <= 5) k += 1;
  while (k > start && isTimeAt(units, k - 1)) k -= 1;
  return k;
}

/** "the podcast | Third": what bears a title, and the first word of it. */
const hasTitle = (units: readonly Unit[], start: number, end: number): boolean =>
  /^(?:podcast|programme|program|show|series|blog|newsletter)$/.test(units[end - 2]?.lower ?? '') && end - 2 >= start;

const isShowing = ({ text }: Unit): boolean =>
  /^(?:shows?|records?|says?|reveals?|suggests?|states|claims|reports)$/.test(text);

/** Whether what stands shortly before is a piece of research, which a journal publishes as its own. */
export const isStudyBefore = (units: readonly Unit[], at: number): boolean =>
  units
    .slice(Math.max(0, at - paperReach), at)
    .some(({ lower }) =>
      /^(?:stud(?:y|ies)|papers?|articles?|research|analys[ie]s|findings|reviews?|results|trials?)$/.test(lower),
    );

/** Whether a document's noun stands shortly before: "a letter to the board | seen by", not "a boy, | examined by". */
export function isPaperBefore(units: readonly Unit[], at: number): boolean {
  return units.slice(Math.max(0, at - paperReach), at).some(({ lower }) => {
    return isDocument(lower, 'd') || [lower, lower.replace(/s$/, '')].some((word) => paperNouns.has(word));
  });
}
