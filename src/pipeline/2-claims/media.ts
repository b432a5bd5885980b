import {
  agencyNames,
  airNouns,
  mediumNouns,
  nameWords,
  otherBodies,
  otherHeads,
  platformNames,
} from './media-lexicon.js';

const named = new RegExp(`\\b(?:${nameWords})\\b`, 'i');
const agencies = new RegExp(`(?:^|[^\\p{L}])(?:${agencyNames})(?![\\p{L}])`, 'u');
const common = new RegExp(`\\b(?:${mediumNouns})\\b`, 'i');
const others = new RegExp(`\\b(?:${otherBodies})\\b`, 'g');
const otherHead = new RegExp(`\\b(?:${otherHeads})$`, 'i');
const platforms = new RegExp(`(?:^|[^\\p{L}])(?:${platformNames})(?![\\p{L}])`, 'u');
const aired = new RegExp(`\\b(?:${airNouns})(?: \\p{Lu}.*)?$`, 'u');

/** "this newspaper", "our reporter": the outlet itself, which is no hop of its own article. */
export const isOwnOutlet = (text: string): boolean => /^(?:this|our|us|the present)\b/i.test(text);

/** Who works for a medium is spoken to and carries nothing by himself: "told the radio host". */
const staff =
  /\b(?:hosts?|anchors?|presenters?|reporters?|correspondents?|editors?|journalists?|columnists?|interviewers?)\b/i;

/** Whether a phrase names a medium other than the outlet. Known failure: media with a name of their own kind ("Vesper"). */
export function isMedium(text: string): boolean {
  if (isOwnOutlet(text) || staff.test(text) || otherHead.test(text)) return false;
  const rest = text.replace(others, '');
  return agencies.test(rest) || common.test(rest) || (/\p{Lu}/u.test(rest) && named.test(rest));
}

/** Whether what follows "on" is a broadcast or a platform: "state television", "his Telegram channel", "Facebook". */
export const isAired = (text: string): boolean =>
  !isOwnOutlet(text) && (platforms.test(text) || aired.test(text) || (isMedium(text) && /\p{Lu}/u.test(text)));
