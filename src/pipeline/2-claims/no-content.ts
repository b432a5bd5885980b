import { Attitude } from '../values.js';
import type { Attribution } from './attribution.js';

/** Words that alone, or together, say nothing that could be true or false. */
const emptyWords = new Set(
  'a an the this that these those it him her them us me you one ones another other others more most much many some any all none both each such so too as with for of to about on in at by up out off what why how who which when where there here yes no not very quite his its their our my your himself herself itself themselves something anything nothing everything someone anyone otherwise'.split(
    ' ',
  ),
);

/** What is spoken of and stays untold: "her account", "the same". */
const untold =
  /^(?:his|her|their|its|the|this|that|an?) (?:own )?(?:accounts?|story|stories|same|way|point|opposite|name|names|word|words|answer|answers|matter)$/i;

/** Words after which nothing is said: "thanked them for the offer", "expressed sympathy". */
const manners = /^(?:thank|thanks|thanked|thanking)$/i;
const feelings =
  /^(?:(?:his|her|their|its|the|a|an|deep|deepest|great|some|much|heartfelt|sincere|my|our|condolences?|and) )*(?:sympathy|sympathies|condolences?|gratitude|thanks|sorrow|sadness|grief|joy|relief|appreciation|anger|outrage|surprise|shock|regret|interest|frustration|disappointment|optimism|confidence|concerns?|doubts?)(?: (?:for|to|with|in) [^"“”]*)?$/i;
/** Words for what is not known or told: "did not clarify why", "had not determined whether". */
const untoldCues =
  /(?:\bnot|n't|\bnever)\b.*\b(?:clarify|clarified|specify|specified|explain|explained|elaborate|determined?|decided?)$/;
const opens = /^(?:whether|if|how|why|who|what|when|where|which)\b/i;
const silence =
  /^to (?:comment|be (?:named|identified|interviewed|quoted)|answer|respond|elaborate|discuss|speak|talk|say|give (?:details|a reason))\b/i;

/** What is pressed and directed, and told nothing. */
const things =
  /^(?:(?:the|a|an|some|more|its|his|her|their) )?(?:button|key|switch|pedal|trigger|traffic|money|funds?|water|attention|efforts?|resources)\b/;

const bodies =
  /^(?:(?:the|a|an|some|several|two|three|its|his|her|their) )?(?:\p{Ll}+ )?(?:\p{Ll}+(?:ers|ors|men)|people|police|civilians|cars?|vehicles?|homes?|houses?|shops?|stores?|buildings?|bystanders|troops|soldiers|villages?|towns?|cit(?:y|ies)|ships?|convoys?)\b(?! (?:as|for|over)\b)/u;

const legalMatter =
  /^(?:(?:the|that|this|those|these|a|an|his|her|their|its|all|most|two) )?(?:\p{L}+ ){0,2}(?:cases?|suits?|lawsuits?|appeals?|petitions?|charges|complaints?|indictments?|motions?)\b/iu;

/** "you could say", "do you think", "nobody would argue": whoever may say or think so, and nobody who did. */
function isNobody({ cue, attitude }: Attribution, speaker: string): boolean {
  if (!cue) return false;
  const isOpen = cue.grammar.modality !== null || attitude !== Attitude.SPEECH;
  return isOpen && /^(?:you|one|no[ -]one|nobody|anyone|anybody)$/i.test(speaker);
}

/**
 * Whether what a cue introduces holds no proposition, so that there is nothing to line up with other outlets: a lone
 * pronoun, a courtesy, a topic ("talked about the plan"), a refusal to speak.
 * What stands in quotation marks or is a clause always stays.
 * Known failure: a bare noun phrase that does say something ("denied the report") stays, as does one that does not.
 * @param text the normalised text
 */
export function hasNoContent(attribution: Attribution, text: string): boolean {
  if (attribution.content.length !== 1 || attribution.opensBlock) return false;
  const [piece] = attribution.content;
  const content = text.slice(piece!.start, piece!.end).trim();
  // "called 911 after seeing “…”": done, and not said.
  const cueText = attribution.cue ? text.slice(attribution.cue.start, attribution.cue.end) : '';
  if (/\bcall\w*$/i.test(cueText) && /^(?:911|999|112|000|111|101)\b/.test(content)) return true;
  // "frustration at what he described as “…”": the words are told by themselves.
  if (/^\p{L}+ (?:at|over|about|with) what (?:he|she|they|it) (?:called|described|termed)\b/u.test(content))
    return true;
  if (/["“”‘]/.test(content)) return false;
  const words = content.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
  if (words.every((word) => emptyWords.has(word))) return true;
  // "That's according to the school"
  if (untold.test(content) || /^(?:that|this|it)(?:['’]s| is| was)$/i.test(content)) return true;
  const cue = attribution.cue ? text.slice(attribution.cue.start, attribution.cue.end) : '';
  const speaker = attribution.speaker ? text.slice(attribution.speaker.start, attribution.speaker.end) : '';
  if (isNobody(attribution, speaker)) return true;
  if (untoldCues.test(cue) && (opens.test(content) || /\bclarif/.test(cue))) return true;
  // "recalled 3,000 cars", "credited 500 crowns to it", "pressed the button to start": done, and not said.
  if (
    /\b(?:recall|credit)\w*$/.test(cue) &&
    /^(?:[$£€]?\d|(?:its|the|an?) (?:ambassadors?|envoys?|cars?|vehicles?|products?)\b)/.test(content)
  )
    return true;
  if (/\b(?:press|direct)\w*$/.test(cue) && things.test(content)) return true;
  if (/\bview\w*$/.test(cue) && / as part of /.test(content)) return true;
  // "granted anonymity to discuss it"
  if (/^anonymity\b/i.test(content)) return true;
  // "attacking drivers": no words were used.
  if (/\battack\w*$/.test(cue) && bodies.test(content)) return true;
  // "backed themselves into a corner"
  if (/^(?:them|him|her|it|our|my|your)sel(?:f|ves)\b/i.test(content) && /\b(?:support|back|defend)\w*$/.test(cue))
    return true;
  // "The court dismissed the case"
  if (
    /\bdismiss\w*$/.test(cue) &&
    legalMatter.test(content) &&
    /\b(?:courts?|judges?|justices?|panel|tribunal)\b/i.test(speaker)
  )
    return true;
  if (/^that\b/i.test(content)) return false;
  // "said nothing more about it"
  if (/^(?:nothing|little|no more|not much)\b/i.test(content) && /\b(?:say|says|said|saying)$/i.test(cue)) return true;
  // "tell different stories"
  if (
    /^(?:different|two|conflicting|contradictory|similar|another) (?:stor(?:y|ies)|tales?|accounts?|versions?)(?: (?:of|about|on) \p{L}[^,]*)?$/iu.test(
      content,
    )
  )
    return true;
  const last = cue.split(' ').at(-1)!;
  if (manners.test(last)) return true;
  // "what he said about the plan", "spoke about the plan": of what, not what.
  if (/^about\b/i.test(content) && /^(?:say|says|said|saying)$/i.test(last)) return true;
  if (/^(?:about|of|to|with|on)\b/i.test(content) && /^(?:speak\w*|spoke\w*|talk\w*|refer\w*)$/i.test(last))
    return true;
  if (/^(?:express|expressed|expresses|expressing|voice|voiced|voicing|voices)$/i.test(last) && feelings.test(content))
    return true;
  // "was first to report the memo"
  const isBehind = attribution.cue !== null && attribution.cue.end <= piece!.start;
  if (isBehind && /\bfirst to report$/.test(cue) && words.length <= 4) return true;
  // "did not mention the leak", "would not discuss it"
  if (
    /(?:\bnot|n't|\bnever)\b/.test(cue) &&
    /\b(?:mention|discuss|address|cite|name|describe|detail|outline|reveal|disclose|specify)\w*$/i.test(cue)
  )
    return true;
  if (attribution.attitude === Attitude.INTENTION && /^(?:declin|refus)/i.test(last) && silence.test(content))
    return true;
  return false;
}
