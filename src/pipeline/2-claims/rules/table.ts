/** What a rule says, in one sentence, and a text in which it makes what is between the strokes. */
export interface RuleEntry {
  readonly says: string;
  readonly example: string;
}

/** Every rule that makes a claim, by the name that the claim then bears. */
export const claimRules = {
  'speaker-cue-content': {
    says: 'A speaker, a cue, and what follows it: a quotation, a clause, or what else the cue may be followed by.',
    example: 'The mayor said that |the bridge was safe|.',
  },
  'content-speaker-cue': {
    says: 'A tag behind a quotation or a clause, or in the middle of it: the speaker, then the cue.',
    example: '|"The bridge is perfectly safe,"| the mayor said.',
  },
  'content-cue-speaker': {
    says: 'A tag behind a quotation or a clause, or in the middle of it: the cue, then the speaker.',
    example: '|"The bridge is perfectly safe,"| said the mayor.',
  },
  'as-speaker-cue': {
    says: '"As", a speaker and a cue in front: what follows the comma.',
    example: 'As the Gazette reported, |the bridge was closed in May|.',
  },
  'according-to': {
    says: '"According to", or "in the words of", and a name: the rest of the sentence.',
    example: '|The bridge is safe|, according to the port authority.',
  },
  'previous-sentence': {
    says: '"That\'s according to" and a name: the sentence before, where nobody speaks in it.',
    example: '|Two people died in the crash on Monday|. That is according to the harbour police.',
  },
  'quoted-as-saying': {
    says: 'Somebody is quoted as saying it: the content is his, and who quotes him a hop.',
    example: 'The Gazette quoted the mayor as saying that |the bridge was safe|.',
  },
  participle: {
    says: 'A participle of a cue behind a clause goes on for the subject of the clause, behind a noun for the noun.',
    example: 'The mayor closed the bridge, arguing that |it was not safe|.',
  },
  purpose: {
    says: 'What is done in order to say something: it is said.',
    example: 'The mayor went on the air on Monday night to say that |the bridge was safe|.',
  },
  'participle-colon': {
    says: 'A participle of a cue and a colon at the end of the paragraph: the paragraphs below it.',
    example: 'The mayor sent the council a letter on Monday, saying:\n\n|"The bridge is not safe to cross."|',
  },
  colon: {
    says: 'A cue and a colon at the end of the paragraph: the paragraphs below it.',
    example: 'The Gazette said in an editorial:\n\n|The bridge is a danger to all.|',
  },
  block: {
    says: 'A sentence below a cue with a colon, up to the one in which its speaker speaks again.',
    example: 'The Gazette said in an editorial:\n\n|The bridge is a danger to all|.',
  },
  passive: {
    says: 'A passive cue with a that-clause: nobody is named.',
    example: 'It was announced that |the bridge would open in May|.',
  },
  'passive-agent': {
    says: 'What somebody is said to judge, in the passive voice: the thing judged, and what it is held to be.',
    example: '|The plan was panned by critics as a gift to the rich|.',
  },
  'court-heard': {
    says: 'What a court or an inquest heard: somebody said it there who is not named.',
    example: '|The bridge had not been tested for years|, an inquest heard.',
  },
  'cue-noun': {
    says: 'A noun that attributes, and its that-clause; the speaker is its possessor, else the subject.',
    example: "Residents laughed at the ministry's claim that |the bridge was safe|.",
  },
  'possessed-noun': {
    says: 'A noun for a denial, a promise or a call, with its possessor and what was denied, promised or called for.',
    example: "They laughed at the ministry's denial of |any fault in the bridge|.",
  },
  'signed-quotation': {
    says: 'A quotation, a dash and a name: who signs it says it.',
    example: '|"The bridge is perfectly safe."| — Ann Lee',
  },
  'named-quotation': {
    says: 'A name or a document, a colon and a quotation.',
    example: 'Ann Lee: |"The bridge is perfectly safe."|',
  },
  'document-quotation': {
    says: 'A document that somebody makes, and its words behind a colon or a comma.',
    example: 'After the storm the mayor issued a statement, |"The bridge is perfectly safe."|',
  },
  'floating-quotation': {
    says: 'A sentence that is a quotation alone: the last speaker goes on, within two paragraphs.',
    example: '"We will rebuild it," the mayor said. |"It will take a year or more."|',
  },
  'headline-colon': {
    says: 'A headline in which a colon parts a name from what it says.',
    example: 'Ministry: |bridge is safe to cross|',
  },
  'embedded-post': {
    says: 'A post from a social network stands in the text, signed with a name and a handle: who signs says it.',
    example: '|The bridge stays closed until further notice|. — Ann Lee (@annlee) May 3, 2019',
  },
  transcript: {
    says: 'A sentence of a turn in a transcript, whose paragraphs begin with who speaks.',
    example: 'TOM BRAND: Is it safe?\n\nANN LEE: |The bridge is safe to cross|.\n\nTOM BRAND: Thank you.',
  },
  'own-voice': {
    says: 'A sentence of the outlet itself, with a finite verb and a number, a date or a name.',
    example: '|The bridge closed in 2019|.',
  },
} as const satisfies Readonly<Record<string, RuleEntry>>;

export type ClaimRule = keyof typeof claimRules;

/** What a rule's name may bear behind it: whoever is cited has the claim, and who cites him is a hop. */
export type ClaimRuleName = ClaimRule | `${ClaimRule}+citing`;
export const citingSays = 'What a medium or an official cites is its source: he owns the claim.';

/** Every rule that makes a hop of a claim's chain. */
export const hopRules = {
  told: {
    says: 'A medium that was told.',
    example: 'The mayor told |Reuters| that the bridge was safe.',
  },
  occasion: {
    says: 'A document behind the cue.',
    example: 'The mayor said in |a statement| that the bridge was safe.',
  },
  'document-before': {
    says: 'A document in front of the speaker.',
    example: 'In |an interview with Harbour Radio|, the mayor said that the bridge was safe.',
  },
  'document-between': {
    says: 'A document between the speaker and the cue.',
    example: 'The Gazette, in |an editorial|, said that the bridge was safe.',
  },
  'document-after': {
    says: 'A document that hangs on the cue in the tree, with other words between.',
    example: '"The bridge is safe," the mayor said on the steps of the town hall in |an interview with Harbour Radio|.',
  },
  showing: {
    says: 'A document that shows or records somebody saying it.',
    example: '|A recording| captured the mayor saying that the bridge was safe.',
  },
  carried: {
    says: 'A medium carried a document in which somebody speaks.',
    example: 'State television read out |a statement| in which the mayor said that the bridge was safe.',
  },
  quoting: {
    says: 'Who quotes somebody "as saying".',
    example: '|The Gazette| quoted the mayor as saying that the bridge was safe.',
  },
  'aside-medium': {
    says: 'A medium beside the speaker or the cue: seen by it, said on it, published by it.',
    example: 'The mayor said on |state television| that the bridge was safe.',
  },
  'aside-mouthpiece': {
    says: 'Through whom the speaker spoke: an interpreter, a spokesman, a lawyer.',
    example: 'The mayor said through |an interpreter| that the bridge was safe.',
  },
  citing: {
    says: 'Who cites somebody for what is said.',
    example: '|The Gazette| reported that the bridge was safe, citing two officials.',
  },
  continuing: {
    says: 'The same speaker goes on ("he added") through the same medium or document.',
    example: '"The bridge is safe," the mayor told |Reuters|. "It will open in May," she added.',
  },
  'shared-speaker': {
    says: 'A second cue of the same speaker in one sentence has the same document.',
    example: 'The Gazette said in |an editorial| that the bridge was unsafe and pointed out that it was old.',
  },
  floating: {
    says: 'A quotation that names nobody has the hops of the speaker that it takes.',
    example: '"The bridge is safe," the mayor told |Reuters|. "It will open again in May or June."',
  },
  around: {
    says: 'Who says the claim in which this one stands, or his document.',
    example: '|The minister| said that the mayor had told her that the bridge was safe.',
  },
  'speaking-document': {
    says: 'A document with an owner that is the subject of the cue: its owner speaks, through it.',
    example: '|An editorial in the Gazette| said that the bridge was unsafe.',
  },
} as const satisfies Readonly<Record<string, RuleEntry>>;

export type HopRule = keyof typeof hopRules;
