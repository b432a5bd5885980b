import { Attitude, CueModality } from '../values.js';

/** What a claim without a proposition is told by. */
export interface Said {
  readonly cue: string;
  readonly content: string;
  readonly speaker: string;
  readonly attitude: Attitude;
  readonly modality: CueModality | null;
  /** Whether the content stands behind its cue. */
  readonly isBehind: boolean;
}

/** A kind of words that say nothing which could be true or false. */
interface NotSaid {
  readonly name: string;
  readonly example: Pick<Said, 'cue' | 'content'> & Partial<Said>;
  /** Whether it holds of all content, of all without quotation marks, or of a bare phrase only, which no "that" opens. */
  readonly of: 'ALL' | 'UNQUOTED' | 'PHRASE';
  readonly test: (said: Said) => boolean;
}

/** Words that alone, or together, say nothing that could be true or false. */
const emptyWords = new Set(
  'a an the this that these those it him her them us me you one ones another other others more most much many some any all none both each such so too as with for of to about on in at by up out off what why how who which when where there here yes no not very quite his its their our my your himself herself itself themselves something anything nothing everything someone anyone otherwise'.split(
    ' ',
  ),
);

/** What is spoken of and stays untold: "her account", "the same". */
const untold =
  /^(?:his|her|their|its|the|this|that|an?) (?:own )?(?:accounts?|story|stories|same|way|point|opposite|name|names|word|words|answer|answers|matter)$/i;

/** What is felt, and for whom. */
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

const telephoned = /^\p{Lu}[\p{L}.' -]*? (?:at \d|to \p{Ll}+ (?:him|her|them|his|their|the|a)\b)/u;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];

const isLast = (words: RegExp, cue: string): boolean => words.test(cue.split(' ').at(-1)!);

/** What is done and not said, or said and not told, mostly by the cue it stands beside. */
export const notSaid: readonly NotSaid[] = [
  {
    name: 'a number that is called',
    example: { cue: 'called', content: '911 after seeing “smoke”' },
    of: 'ALL',
    test: ({ cue, content }) => /\bcall\w*$/i.test(cue) && /^(?:911|999|112|000|111|101)\b/.test(content),
  },
  {
    name: 'who is called by telephone',
    example: { cue: 'called', content: 'Leland at 11:45 p.m. to congratulate her' },
    of: 'ALL',
    test: ({ cue, content }) => /\bcall\w*$/i.test(cue) && telephoned.test(content),
  },
  {
    name: 'a feeling about what is quoted, which is a claim by itself',
    example: { cue: 'voiced', content: 'frustration at what he described as “a farce”' },
    of: 'ALL',
    test: ({ content }) =>
      /^\p{L}+ (?:at|over|about|with) what (?:he|she|they|it) (?:called|described|termed)\b/u.test(content),
  },
  {
    name: 'words without a meaning of their own',
    example: { cue: 'said', content: 'it all' },
    of: 'UNQUOTED',
    test: ({ content }) => wordsIn(content).every((word) => emptyWords.has(word)),
  },
  {
    name: 'what is spoken of and stays untold',
    example: { cue: 'told', content: 'his own story' },
    of: 'UNQUOTED',
    test: ({ content }) => untold.test(content),
  },
  {
    name: 'a subject and its verb alone',
    example: { cue: 'according to', content: "That's" },
    of: 'UNQUOTED',
    test: ({ content }) => /^(?:that|this|it)(?:['’]s| is| was)$/i.test(content),
  },
  {
    name: 'what anybody may say or think, and nobody did',
    example: { cue: 'could say', content: 'the plan failed', speaker: 'you', modality: CueModality.POSSIBILITY },
    of: 'UNQUOTED',
    test: ({ cue, modality, attitude, speaker }) =>
      cue !== '' &&
      (modality !== null || attitude !== Attitude.SPEECH) &&
      /^(?:you|one|no[ -]one|nobody|anyone|anybody)$/i.test(speaker),
  },
  {
    name: 'a question that is left open',
    example: { cue: 'had not determined', content: 'whether the valve was shut' },
    of: 'UNQUOTED',
    test: ({ cue, content }) => untoldCues.test(cue) && (opens.test(content) || /\bclarif/.test(cue)),
  },
  {
    name: 'things and envoys that are called back, sums that are credited',
    example: { cue: 'recalled', content: '3,000 cars' },
    of: 'UNQUOTED',
    test: ({ cue, content }) =>
      /\b(?:recall|credit)\w*$/.test(cue) &&
      /^(?:[$£€]?\d|(?:its|the|an?) (?:ambassadors?|envoys?|cars?|vehicles?|products?)\b)/.test(content),
  },
  {
    name: 'things that are pressed or directed',
    example: { cue: 'pressed', content: 'the button to start' },
    of: 'UNQUOTED',
    test: ({ cue, content }) => /\b(?:press|direct)\w*$/.test(cue) && things.test(content),
  },
  {
    name: 'what is looked at',
    example: { cue: 'viewed', content: 'the house as part of the inquiry' },
    of: 'UNQUOTED',
    test: ({ cue, content }) => /\bview\w*$/.test(cue) && / as part of /.test(content),
  },
  {
    name: 'a name that is withheld',
    example: { cue: 'granted', content: 'anonymity to discuss it' },
    of: 'UNQUOTED',
    test: ({ content }) => /^anonymity\b/i.test(content),
  },
  {
    name: 'an attack without words',
    example: { cue: 'attacking', content: 'drivers' },
    of: 'UNQUOTED',
    test: ({ cue, content }) => /\battack\w*$/.test(cue) && bodies.test(content),
  },
  {
    name: 'what is done to oneself',
    example: { cue: 'backed', content: 'themselves into a corner' },
    of: 'UNQUOTED',
    test: ({ cue, content }) =>
      /^(?:them|him|her|it|our|my|your)sel(?:f|ves)\b/i.test(content) && /\b(?:support|back|defend)\w*$/.test(cue),
  },
  {
    name: 'a case that a court closes',
    example: { cue: 'dismissed', content: 'the case', speaker: 'The court' },
    of: 'UNQUOTED',
    test: ({ cue, content, speaker }) =>
      /\bdismiss\w*$/.test(cue) &&
      legalMatter.test(content) &&
      /\b(?:courts?|judges?|justices?|panel|tribunal)\b/i.test(speaker),
  },
  {
    name: 'who is slammed to the ground',
    example: { cue: 'slammed', content: 'him to the ground' },
    of: 'PHRASE',
    test: ({ cue, content }) =>
      /\b(?:slam|bash)\w*$/.test(cue) &&
      /^(?:\p{L}[\p{L}'’.-]* ){1,4}(?:to|into|against|onto|on|through) (?:the|an?|his|her|its|their) (?:\p{L}+ )?(?:ground|floor|wall|door|car|hood|bonnet|table|desk|head|face|barrier|tree|truck|gate|window|island|coast|ice|boards)\b/u.test(
        content,
      ),
  },
  {
    name: 'who is quoted',
    example: { cue: 'quoted', content: 'Ann Lee' },
    of: 'PHRASE',
    test: ({ cue, content }) =>
      /\bquot(?:e|es|ed|ing)$/.test(cue) && /^(?:\p{Lu}[\p{L}.'’-]* ){1,3}\p{Lu}[\p{L}'’-]+$/u.test(content),
  },
  {
    name: 'nothing',
    example: { cue: 'said', content: 'nothing more about it' },
    of: 'PHRASE',
    test: ({ cue, content }) =>
      /^(?:nothing|little|no more|not much)(?: (?:more|else|new|further|publicly))?(?:$|[,;]| (?:about|to|of|on|at|in|when|during|for|as|until)\b)/i.test(
        content,
      ) && /\b(?:say|says|said|saying)$/i.test(cue),
  },
  {
    name: 'stories that are told, without what they tell',
    example: { cue: 'tell', content: 'different stories' },
    of: 'PHRASE',
    test: ({ content }) =>
      /^(?:different|two|conflicting|contradictory|similar|another) (?:stor(?:y|ies)|tales?|accounts?|versions?)(?: (?:of|about|on) \p{L}[^,]*)?$/iu.test(
        content,
      ),
  },
  {
    name: 'thanks',
    example: { cue: 'thanked', content: 'them for the offer' },
    of: 'PHRASE',
    test: ({ cue }) => isLast(/^thank(?:s|ed|ing)?$/i, cue),
  },
  {
    name: 'what was spoken about, not what was said of it',
    example: { cue: 'said', content: 'about the plan' },
    of: 'PHRASE',
    test: ({ cue, content }) => /^about\b/i.test(content) && isLast(/^(?:say|says|said|saying)$/i, cue),
  },
  {
    name: 'a topic',
    example: { cue: 'spoke', content: 'of the plan' },
    of: 'PHRASE',
    test: ({ cue, content }) =>
      /^(?:about|of|to|with|on)\b/i.test(content) && isLast(/^(?:speak\w*|spoke\w*|talk\w*|refer\w*)$/i, cue),
  },
  {
    name: 'a feeling',
    example: { cue: 'expressed', content: 'deep sympathy for the families' },
    of: 'PHRASE',
    test: ({ cue, content }) =>
      isLast(/^(?:express|expressed|expresses|expressing|voice|voiced|voicing|voices)$/i, cue) &&
      feelings.test(content),
  },
  {
    name: 'what somebody was the first to report',
    example: { cue: 'was first to report', content: 'the memo' },
    of: 'PHRASE',
    test: ({ cue, content, isBehind }) => isBehind && /\bfirst to report$/.test(cue) && wordsIn(content).length <= 4,
  },
  {
    name: 'what is not spoken of',
    example: { cue: 'did not mention', content: 'the leak' },
    of: 'PHRASE',
    test: ({ cue }) =>
      /(?:\bnot|n't|\bnever)\b/.test(cue) &&
      /\b(?:mention|discuss|address|cite|name|describe|detail|outline|reveal|disclose|specify)\w*$/i.test(cue),
  },
  {
    name: 'a refusal to speak',
    example: { cue: 'declined', content: 'to comment', attitude: Attitude.INTENTION },
    of: 'PHRASE',
    test: ({ cue, content, attitude }) =>
      attitude === Attitude.INTENTION && isLast(/^(?:declin|refus)/i, cue) && silence.test(content),
  },
];
