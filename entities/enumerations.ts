import { registerEnumType } from 'type-graphql';
import {
  ActorKind,
  ActorScope,
  Attitude,
  ClaimKind,
  CueAspect,
  CueClass,
  CueModality,
  CueTense,
  CueVoice,
  Genre,
  LanguageBasis,
  PropositionAgreement,
  PropositionRelationKind,
  PropositionStatus,
  Reliability,
  SourceKind,
  TextPart,
  TimePrecision,
} from '../src/pipeline/values.js';
import { Scope } from './scope.js';

export { Scope } from './scope.js';

/** What happened to a Claim, as the log of changes tells it. */
export enum ClaimChangeKind {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  RETRACTED = 'RETRACTED',
}

/** What somebody decided about who is who. */
export enum ActorDecisionKind {
  MERGE = 'MERGE',
  SPLIT = 'SPLIT',
}

/** How far the analysis of an ArticleVersion has come. */
export enum AnalysisState {
  PENDING = 'PENDING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  SUPERSEDED = 'SUPERSEDED',
}

/** The body of a named CHECK constraint that keeps a text column to the values of an enumeration. */
export function oneOf(column: string, enumeration: Record<string, string>): string {
  const values = Object.values(enumeration).map((value) => `'${value}'`);
  return `"${column}" IN (${values.join(', ')})`;
}

function describe<T extends Record<string, string>>(
  enumeration: T,
  name: string,
  description: string,
  values: { readonly [K in keyof T]: string },
): void {
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { description: text }]));
  registerEnumType(enumeration, { name, description, valuesConfig: valuesConfig as never });
}

describe(SourceKind, 'SourceKind', 'What sort of outlet a Source is.', {
  WIRE: 'A news agency whose stories other outlets print.',
  NEWSPAPER: 'A newspaper, printed or online.',
  BROADCASTER: 'Radio or television.',
  STATE_MEDIA: 'An outlet run by a state.',
  MAGAZINE: 'A weekly or monthly.',
  DIGITAL: 'An outlet that exists only online.',
  GOVERNMENT: 'A government or public body that publishes itself.',
  UNKNOWN: 'Nobody has said what sort it is.',
});
describe(Genre, 'Genre', 'What sort of piece an Article is.', {
  REPORTAGE: 'News reporting.',
  OPINION: 'An editorial, column or letter.',
  ANALYSIS: 'Background or analysis.',
  UNKNOWN: 'The document does not say.',
});
describe(TimePrecision, 'TimePrecision', 'How exact a publication time is.', {
  DAY: 'Only the day is known; the time of day shown is midnight UTC.',
  SECOND: 'The outlet gave date and time.',
});
describe(LanguageBasis, 'LanguageBasis', 'How the language of an Article is known.', {
  DECLARED: 'Whoever handed it in says so, or the record or feed that it came in.',
  PAGE: 'The page says so of itself.',
  DETECTED: 'The text reads as that language.',
});
describe(TextPart, 'TextPart', 'Which text the offsets of a span count in.', {
  TEXT: 'The body of the article.',
  HEADLINE: 'The headline.',
});
describe(ActorKind, 'ActorKind', 'What sort of actor speaks or is spoken of.', {
  PERSON: 'One human being.',
  ORGANIZATION: 'A company, party, ministry, alliance or other body.',
  COUNTRY: 'A state, speaking as a whole ("Beijing said").',
  GROUP: 'Several people spoken of together ("two officials").',
  DOCUMENT: 'A report, statement or editorial that is made to speak.',
  UNKNOWN: 'It could not be told.',
});
describe(ActorScope, 'ActorScope', 'How far the identity of an Actor reaches.', {
  EVERYWHERE: 'The same Actor in every article.',
  ARTICLE: 'Known only inside one article: an unnamed official, a role without a name.',
});
describe(ClaimKind, 'ClaimKind', 'How the words of a Claim relate to what was said.', {
  DIRECT: 'Verbatim, in quotation marks.',
  MIXED: 'Partly verbatim.',
  INDIRECT: "In the outlet's words, attributed to a speaker.",
  ASSERTION: "In the outlet's own voice.",
});
describe(Attitude, 'Attitude', 'Whether somebody says, believes or intends the content.', {
  SPEECH: 'It is said or written.',
  BELIEF: 'It is believed, feared or hoped.',
  INTENTION: 'It is planned or intended.',
});
describe(CueClass, 'CueClass', 'What the reporting word adds to the content.', {
  NEUTRAL: 'Nothing: "said", "according to".',
  ASSERTIVE: 'Force: "insisted", "stressed".',
  FACTIVE: 'That it is so: "noted", "pointed out".',
  CONCESSIVE: 'That it was given away reluctantly: "admitted", "conceded".',
  DENIAL: 'That it is not so: "denied", "rejected".',
  ACCUSATION: 'Blame: "accused", "alleged".',
  DOUBT: 'That it is uncertain: "questioned".',
  DIRECTIVE: 'That something should be done: "urged", "called for".',
  PREDICTION: 'That it will be so: "predicted", "warned that".',
});
describe(CueTense, 'CueTense', 'When the attributing verb puts the saying (TimeML, tense).', {
  PAST: '"said", "had said".',
  PRESENT: '"says", "has said"; also where a headline tells of what is past.',
  FUTURE: '"will say".',
});
describe(CueAspect, 'CueAspect', 'How the attributing verb sees the saying in time (TimeML, aspect).', {
  SIMPLE: '"said", "says".',
  PERFECT: '"has said", "could have said".',
  PROGRESSIVE: '"is saying".',
  PERFECT_PROGRESSIVE: '"has been saying".',
});
describe(CueModality, 'CueModality', 'With what force a modal verb takes the saying out of what is so (Palmer 2001).', {
  POSSIBILITY: '"can", "could", "may", "might".',
  NECESSITY: '"must", "should", "ought to".',
  HYPOTHETICAL: '"would".',
});
describe(CueVoice, 'CueVoice', 'Whether the attributing verb is active or passive.', {
  ACTIVE: '"said", "has told".',
  PASSIVE: '"it was announced", "was quoted as saying".',
});
describe(PropositionRelationKind, 'PropositionRelationKind', 'How two Propositions relate.', {
  EQUIVALENT: 'They say the same thing.',
  REFINES: 'The first says all that the second says, and more.',
  UPDATES: 'A later figure or state of the same thing.',
  CONTRADICTS: 'A number, a date, the polarity or the attribution cannot be right in both.',
  RELATED: 'About the same thing, no more can be said.',
  UNRELATED: 'About different things.',
});
describe(PropositionStatus, 'PropositionStatus', 'What one outlet does with one Proposition.', {
  ASSERTED: 'It says so in its own voice.',
  ATTRIBUTED: 'It reports that somebody says so.',
  DENIED: 'It reports only that it is denied, or reports it together with its denial.',
  NOT_REPORTED: 'Its full texts on this event held here were searched, and it was not found in them.',
  TRUNCATED: 'It was not found, but a text of this outlet is cut off, so it may stand in the rest.',
  NOT_READ:
    'A text of this outlet could not be read, for want of rules for its language or for its length, so it may stand there.',
  NO_COVERAGE: 'No article of this outlet on this event is held here.',
});
describe(PropositionAgreement, 'PropositionAgreement', 'How the outlets stand to one Proposition.', {
  AGREED: 'Two or more independent outlets report it, and nothing found here conflicts with it.',
  SINGLE: 'One outlet reports it.',
  DISPUTED: 'Something reported elsewhere cannot be right together with it.',
  UPDATED: 'A later report gives another state of it.',
});
describe(Reliability, 'Reliability', 'Whether an estimate can be leaned on.', {
  SUFFICIENT: 'Five or more independent articles stand behind it.',
  INSUFFICIENT: 'Fewer than five independent articles stand behind it.',
});
describe(ClaimChangeKind, 'ClaimChangeKind', 'What happened to a Claim.', {
  ADDED: 'It was found for the first time, or stands in the article again.',
  CHANGED: 'Its speaker, cue, kind, proposition, event or place changed.',
  RETRACTED: 'The latest version of its article no longer holds it.',
});
describe(ActorDecisionKind, 'ActorDecisionKind', 'What somebody decided about who is who.', {
  MERGE: 'Several Actors are one.',
  SPLIT: 'What some Claims, Articles or Sources say of an Actor is said of another.',
});
describe(Scope, 'Scope', 'What a key allows.', {
  READ: 'To read everything, subscriptions and the schema included.',
  INGEST: 'To take documents in; includes READ.',
  CURATE: 'To correct and take out what is here; includes READ.',
  ADMIN: 'Everything, keys included.',
});
describe(AnalysisState, 'AnalysisState', 'How far the analysis of a version has come.', {
  PENDING: 'Accepted and stored; its claims are not yet found.',
  DONE: 'Its claims are found.',
  FAILED: 'The analysis failed on this text; the text is kept and will be tried again.',
  SUPERSEDED: 'A newer version came before this one was analysed.',
});
