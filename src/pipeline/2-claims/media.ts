import { countryOf, countryOfSeat, lookUp, meaningsOfText } from '../../language/en/gazetteer/index.js';
import { nameHint } from '../../language/name-hints.js';
import {
  agencyNames,
  airNouns,
  groupPlural,
  bodyHeads,
  compounds,
  mediumNouns,
  nameWords,
  otherBodies,
  kindThenName,
  lastOfName,
  otherHeads,
  person,
  platformNames,
  programme,
  publicBodies,
  staff,
} from './media-lexicon.js';

const capitalised = (words: string): string =>
  words
    .split('|')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|');

const named = new RegExp(`\\b(?:${nameWords})\\b`, 'i');
const agencies = new RegExp(`(?:^|[^\\p{L}])(?:${agencyNames})(?![\\p{L}])`, 'u');
const common = new RegExp(`\\b(?:${mediumNouns})\\b`, 'i');
const others = new RegExp(`\\b(?:${otherBodies})\\b`, 'g');
const bodyHead = new RegExp(`\\b(?:${bodyHeads})$`, 'i');
const otherHead = new RegExp(`\\b(?:${otherHeads})$`, 'i');
const platforms = new RegExp(`(?:^|[^\\p{L}])(?:${platformNames})(?![\\p{L}])`, 'u');
const aired = new RegExp(`\\b(?:${airNouns})(?: \\p{Lu}.*)?$`, 'u');

/** "this newspaper", "our reporter": the outlet itself, which is no hop of its own article. */
export const isOwnOutlet = (text: string): boolean => /^(?:this|our|us|the present)\b/i.test(text);

/** American stations: "WQLT", "KVQX-TV". Known bodies are written so as well ("WADA"). */
const isCallSign = (text: string): boolean =>
  /^(?:the )?[WK][A-Z]{3}(?:-(?:TV|FM|AM|DT))?$/.test(text) && lookUp([text], 0) === 0;

/** A medium named again: "told the paper", "the same station". */
export const isNamedAgain = (text: string): boolean =>
  /^the (?:paper|station|channel|outlet|site|publication|programme|podcast|daily|weekly|monthly)$/i.test(text);

/** A medium that the gazetteer lists under the whole name: "the New Yorker". */
const isListed = (text: string): boolean =>
  /^(?:the )?\p{Lu}/iu.test(text) &&
  /\p{Lu}/u.test(text) &&
  meaningsOfText(text).some(({ kind, isAmbiguous }) => kind === 'MEDIUM' && !isAmbiguous);

/** Whether a phrase names a medium other than the outlet. Known failure: media with a name of their own kind ("Vesper"). */
export function isMedium(text: string): boolean {
  if (isOwnOutlet(text) || staff.test(text) || otherHead.test(text) || person.test(text)) return false;
  if (
    programme.test(text) ||
    isCallSign(text) ||
    /^(?:the|that) same (?:paper|station|channel|site)$/i.test(text) ||
    isListed(text)
  )
    return true;
  const rest = text.replace(others, '');
  return (
    agencies.test(rest) ||
    common.test(rest) ||
    compounds.test(rest) ||
    lastOfName.test(rest) ||
    kindThenName.test(rest) ||
    (/\p{Lu}/u.test(rest) && named.test(rest))
  );
}

const nameWord = new RegExp(`(?:^|[^\\p{L}])(?:${capitalised(nameWords)})(?![\\p{L}])`, 'u');

/** Whether words name a medium somewhere: "the Plains Dispatch first reported". */
export const namesMedium = (text: string): boolean =>
  agencies.test(text) || nameWord.test(text) || kindThenName.test(text);

/** Who speaks to media only: spokesmen, and sources that are not named. */
export const isUnnamedSource = (text: string): boolean =>
  /\b(?:sources?|insiders?|spokes(?:man|woman|person|people))\b|\b(?:people|persons?|officials?|executives?|bankers?|diplomats?)\b.*\b(?:familiar|knowledge|briefed|close to|anonym\w+|not to be (?:named|identified))\b/i.test(
    text,
  );

/** "Folkeposten", "La Voz del Mar", "WQLT": a name and no article; people and bodies have to be told from media besides. */
export const isBareName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\d&’'-]*(?: (?:de|del|di|du|da|la|le|el|al|of|and)){0,2}(?: \p{Lu}[\p{L}\d&’'-]*){0,3}$/u.test(text) &&
  // "I was told"
  /\p{L}{2}/u.test(text) &&
  // "African-Americans"
  !/^\p{Lu}[\p{Ll}]*-\p{Lu}\p{Ll}+s$/u.test(text) &&
  !groupPlural.test(text);

/** Whether whom such a source told can be a medium without a word that tells it: "told Marketline", not "told Congress". */
export const mayBeMedium = (text: string): boolean =>
  (isBareName(text) || /^[Tt]he \p{Lu}[\p{L}\d&’'-]*(?: \p{Lu}[\p{L}\d&’'-]*)?$/u.test(text)) &&
  !person.test(text) &&
  !bodyHead.test(text) &&
  !otherHead.test(text) &&
  !publicBodies.test(text) &&
  text.split(' ').every((word) => nameHint(word) === null) &&
  lookUp(text.split(' '), 0) === 0 &&
  countryOf(text) === null &&
  countryOfSeat(text) === null;

/** Whether what follows "on" is a broadcast or a platform: "state television", "his Telegram channel", "Facebook". */
export const isAired = (text: string): boolean =>
  !isOwnOutlet(text) && (platforms.test(text) || aired.test(text) || (isMedium(text) && /\p{Lu}/u.test(text)));
