import type { LanguageDocument } from '../../language/document.js';
import { votedKind } from '../../language/name-votes.js';
import { firstBehind } from '../../language/halving.js';
import type { Attribution, Hop, Stretch } from './attribution.js';
import { isBareName, isMedium, isNamedAgain, isUnnamedSource, namesMedium, mayBeMedium } from './media.js';
import { mediaVerbs } from './publishing-verbs.js';

/** Verbs with which one speaks "to" a medium; one is asked by, answers and writes to anybody. */
const telling =
  /\b(?:sa(?:y|id|ys|ying)|confirm\w*|admit\w*|conced\w+|confid\w+|reveal\w*|disclos\w+|acknowledg\w+|complain\w*|den(?:y|ied|ies|ying)|explain\w*|insist\w*|describ\w+|recall\w*|stress\w*|remark\w*|announc\w+|declar\w+|comment\w*|boast\w*|lament\w*)$/i;

/** Whether the words that link a hop to its claim are such as one speaks to media with: "told", "speaking to", "confirmed to". */
const isTelling = (hop: Hop, cue: string): boolean =>
  hop.rule === 'aside-medium' ||
  /^(?:tell|told|tells|telling)$/.test(hop.cue ?? '') ||
  (hop.cue === 'to' && telling.test(cue));

/** Characters before "told the paper" in which the paper is named. */
const mediumReach = 3_000;

/** What the words around a name tell of it, over a whole document. */
interface Surroundings {
  /** Last words of longer names: "Hewitt" of "Hugh Hewitt". */
  readonly surnames: ReadonlySet<string>;
  /** Names that do what media don't: "Hewitt smiled". */
  readonly doers: ReadonlySet<string>;
}

const read = new WeakMap<LanguageDocument, Surroundings>();

function surroundingsIn(document: LanguageDocument): Surroundings {
  const known = read.get(document);
  if (known) return known;
  const surnames = new Set<string>();
  const doers = new Set<string>();
  const { tokens } = document;
  for (const [k, token] of tokens.entries()) {
    if (token.pos !== 'PROPN') continue;
    const before = tokens[k - 1];
    const isLast = tokens[k + 1]?.pos !== 'PROPN';
    if (isLast && before?.pos === 'PROPN') surnames.add(token.text);
    // "Dr. | Woods"
    if (isLast && before?.text === '.' && tokens[k - 2]?.pos === 'PROPN' && before.end === tokens[k - 2]!.end + 1)
      surnames.add(token.text);
    const next = tokens[k + 1];
    if (isLast && before?.pos !== 'PROPN' && next && /^(?:VBD|VBZ|MD)$/.test(next.xpos) && !mediaVerbs.has(next.lower))
      doers.add(token.text);
  }
  const result = { surnames, doers };
  read.set(document, result);
  return result;
}

/** "MatchdayLive": no person, place or body of the state is written so. */
const isWritten = (name: string): boolean =>
  /^(?!(?:Ma?c|De|Du|La|Le|Van|Di|Da|O)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(name);

/** Whether a bare name that somebody was told by is a medium's: nothing in the document may tell that it is a person's or a place's. */
function isUnknownMedium({ start, end }: Stretch, isAsker: boolean, document: LanguageDocument): boolean {
  const told = document.source.text.slice(start, end);
  if (!isBareName(told) || !mayBeMedium(told)) return false;
  const { tokens } = document;
  const first = tokens[firstBehind(tokens.length, (index) => tokens[index]!.start < start)];
  const { surnames, doers } = surroundingsIn(document);
  if (!told.includes(' ') && (surnames.has(told) || doers.has(told) || first?.xpos === 'NNPS')) return false;
  // Who asks or is spoken to at the start is told as a person by his full name elsewhere; the tagger knows little of him here.
  if (isAsker || isWritten(told)) return true;
  const voted = votedKind(document, told);
  return voted === null || voted === 'ORGANIZATION';
}

/**
 * Whether somebody who was spoken to carried it: a medium told by its words or listed, or a bare name that an unnamed source
 * told, or that nothing in the document shows to be a person's, a place's or a body's.
 * Known failure: a company or a surname that is named once ("told Xylos").
 */
export function isToldMedium(hop: Hop, { speaker, cue }: Attribution, document: LanguageDocument): boolean {
  const { text } = document.source;
  // "the Gazette, a weekly": by its name.
  const told = text.slice(hop.start, hop.end).replace(/,.*$/s, '');
  if (/^(?:i|me|we|us|you|he|him|she|her|they|them)$/i.test(told)) return false;
  if (isMedium(told)) return true;
  if (isNamedAgain(told)) return namesMedium(text.slice(Math.max(0, hop.start - mediumReach), hop.start));
  const isAnonymous = speaker !== null && isUnnamedSource(text.slice(speaker.start, speaker.end));
  if (isAnonymous && mayBeMedium(told)) return true;
  const name = { start: hop.start, end: hop.start + told.length };
  return (
    isTelling(hop, cue ? text.slice(cue.start, cue.end) : '') &&
    isUnknownMedium(name, hop.rule === 'aside-medium', document)
  );
}
