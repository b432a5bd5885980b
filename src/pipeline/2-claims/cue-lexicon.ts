import { Attitude, CueClass } from '../values.js';

/**
 * The words that attribute: our own list, one row for verbs that behave alike.
 *
 * Classes (what the reporting word adds to the content; after Hyland's and Recasens' lists of reporting and factive verbs):
 * NEUTRAL says nothing of its truth ("said"); ASSERTIVE stands up for it ("insisted"); FACTIVE takes it for true
 * ("pointed out"); CONCESSIVE admits it ("acknowledged"); DENIAL, ACCUSATION, DOUBT, DIRECTIVE ("urged"), PREDICTION.
 *
 * Frames (what may follow):
 *   q  a quotation                        "…," she recalled
 *   c  a clause, with or without "that"   said the bridge was safe
 *   t  a clause with "that" or a wh-word  stressed that …
 *   n  a noun phrase                      condemned the plan
 *   i  to and an infinitive               pledged to return
 *   o  somebody, and to and an infinitive urged them to leave
 *   a  somebody told, then the content    told reporters that …
 *   f:x,y  a noun phrase after the preposition x or y   called for calm
 */
interface CueRow {
  readonly class: CueClass;
  readonly attitude: Attitude;
  readonly frames: string;
  readonly verbs: string;
}

const { SPEECH, BELIEF, INTENTION } = Attitude;
const row = (cueClass: CueClass, attitude: Attitude, frames: string, verbs: string): CueRow => ({
  class: cueClass,
  attitude,
  frames,
  verbs,
});

export const verbRows: readonly CueRow[] = [
  row(
    CueClass.NEUTRAL,
    SPEECH,
    'qcn',
    'say state write report announce mention remark observe comment reply respond recall recount relate testify tweet post explain declare reiterate',
  ),
  row(
    CueClass.NEUTRAL,
    SPEECH,
    'qct',
    'add respond reply quip joke proclaim blog intone interject opine muse chime exclaim whisper shout yell lament sigh',
  ),
  row(CueClass.NEUTRAL, SPEECH, 'acq', 'tell inform advise notify brief assure remind'),
  row(CueClass.NEUTRAL, SPEECH, 'qaw', 'ask'),
  // Only beside a quotation: these words mean other things elsewhere.
  row(
    CueClass.NEUTRAL,
    SPEECH,
    'q',
    'begin start continue read conclude echo scream chant laugh cry mutter murmur gush rant text',
  ),
  row(
    CueClass.NEUTRAL,
    SPEECH,
    'n',
    'call describe discuss cite quote outline detail welcome thank offer address invoke label dub compare recommend propose',
  ),
  row(CueClass.NEUTRAL, SPEECH, 'f:about,of,to,with', 'speak talk refer'),
  row(CueClass.NEUTRAL, SPEECH, 'f:to,at,out', 'point'),
  row(CueClass.NEUTRAL, SPEECH, 'cn', 'propose suggest indicate recommend'),
  row(CueClass.NEUTRAL, SPEECH, 'tn', 'express voice reveal disclose'),
  row(CueClass.NEUTRAL, SPEECH, 'cn', 'rule conclude reveal'),
  // Findings: what a study or a figure holds, rather than says.
  row(CueClass.NEUTRAL, BELIEF, 'cn', 'estimate find show determine'),
  row(
    CueClass.ASSERTIVE,
    SPEECH,
    'qctn',
    'claim argue insist maintain assert contend stress emphasize emphasise underscore underline affirm reaffirm confirm vow swear attest contend highlight tout boast brag',
  ),
  row(CueClass.ASSERTIVE, SPEECH, 'qtn', 'defend praise applaud endorse hail laud commend champion'),
  row(CueClass.FACTIVE, SPEECH, 'qctn', 'note'),
  row(CueClass.CONCESSIVE, SPEECH, 'qctn', 'admit acknowledge concede confess grant'),
  row(CueClass.CONCESSIVE, BELIEF, 'qctn f:with,to,on', 'agree'),
  row(CueClass.ASSERTIVE, BELIEF, 'n', 'support back'),
  row(CueClass.DENIAL, BELIEF, 'n', 'oppose'),
  row(CueClass.DENIAL, SPEECH, 'qctn', 'deny'),
  row(CueClass.DENIAL, SPEECH, 'tn', 'reject dispute dismiss refute rebut disavow'),
  row(CueClass.DENIAL, SPEECH, 'qct', 'counter retort'),
  row(CueClass.DENIAL, INTENTION, 'i', 'refuse decline'),
  row(CueClass.ACCUSATION, SPEECH, 'n', 'accuse blame fault'),
  row(CueClass.ACCUSATION, SPEECH, 'qctn', 'allege charge complain protest'),
  row(
    CueClass.ACCUSATION,
    SPEECH,
    'n',
    'criticize criticise condemn denounce slam blast decry mock ridicule attack deride bash rebuke lambaste castigate chide deplore bemoan belittle',
  ),
  row(CueClass.DOUBT, SPEECH, 'nw', 'question doubt'),
  row(CueClass.DOUBT, BELIEF, 'qw', 'wonder'),
  row(CueClass.DIRECTIVE, SPEECH, 'ot', 'urge order instruct implore encourage'),
  row(CueClass.DIRECTIVE, SPEECH, 'o', 'tell ask advise remind beg'),
  row(CueClass.DIRECTIVE, SPEECH, 'tn i', 'demand'),
  row(CueClass.DIRECTIVE, SPEECH, 'qct n f:of,against', 'warn caution'),
  row(CueClass.PREDICTION, SPEECH, 'qctn', 'predict forecast'),
  row(CueClass.NEUTRAL, BELIEF, 'c', 'believe think feel guess suspect assume reckon figure realize realise'),
  row(CueClass.NEUTRAL, BELIEF, 't', 'consider know understand recognize recognise'),
  row(CueClass.NEUTRAL, BELIEF, 'ctn', 'fear'),
  row(CueClass.NEUTRAL, BELIEF, 'ctoi', 'expect hope'),
  row(CueClass.PREDICTION, BELIEF, 'ct', 'anticipate'),
  row(CueClass.NEUTRAL, INTENTION, 'iot', 'promise pledge vow threaten'),
  row(CueClass.NEUTRAL, INTENTION, 'i', 'plan intend aim seek agree decide offer'),
  row(CueClass.NEUTRAL, INTENTION, 'in', 'want'),
];

/** Idioms of a verb and a particle or noun; the words after the verb belong to the cue. */
export const idioms: readonly { verb: string; words: string; class: CueClass; attitude: Attitude; frames: string }[] = [
  { verb: 'point', words: 'out', class: CueClass.FACTIVE, attitude: SPEECH, frames: 'qctn' },
  { verb: 'call', words: 'for', class: CueClass.DIRECTIVE, attitude: SPEECH, frames: 'n' },
  { verb: 'call', words: 'on', class: CueClass.DIRECTIVE, attitude: SPEECH, frames: 'o' },
  { verb: 'call', words: 'upon', class: CueClass.DIRECTIVE, attitude: SPEECH, frames: 'o' },
  { verb: 'make', words: 'clear', class: CueClass.ASSERTIVE, attitude: SPEECH, frames: 'ct' },
  { verb: 'make', words: 'it clear', class: CueClass.ASSERTIVE, attitude: SPEECH, frames: 'ct' },
  { verb: 'write', words: 'off', class: CueClass.NEUTRAL, attitude: SPEECH, frames: '' },
  { verb: 'claim', words: 'responsibility for', class: CueClass.ASSERTIVE, attitude: SPEECH, frames: 'n' },
  { verb: 'speak', words: 'out against', class: CueClass.ACCUSATION, attitude: SPEECH, frames: 'n' },
  { verb: 'find', words: 'out', class: CueClass.NEUTRAL, attitude: BELIEF, frames: 'ct' },
  { verb: 'push', words: 'back against', class: CueClass.DENIAL, attitude: SPEECH, frames: 'n' },
];

/** Nouns that carry a that-clause: "the allegation that …". */
export const cueNouns: Readonly<Record<string, { class: CueClass; attitude: Attitude }>> = Object.fromEntries(
  (
    [
      ['statement announcement remark comment testimony report explanation message', CueClass.NEUTRAL, SPEECH],
      ['claim assertion argument insistence contention vow', CueClass.ASSERTIVE, SPEECH],
      ['acknowledgment acknowledgement admission concession', CueClass.CONCESSIVE, SPEECH],
      ['denial rejection', CueClass.DENIAL, SPEECH],
      ['allegation accusation charge complaint', CueClass.ACCUSATION, SPEECH],
      ['warning demand call', CueClass.DIRECTIVE, SPEECH],
      ['prediction forecast', CueClass.PREDICTION, SPEECH],
      ['belief view opinion feeling idea notion sense conviction', CueClass.NEUTRAL, BELIEF],
      ['fear concern worry suspicion', CueClass.NEUTRAL, BELIEF],
      ['hope expectation', CueClass.NEUTRAL, BELIEF],
      ['promise pledge', CueClass.NEUTRAL, INTENTION],
    ] as const
  ).flatMap(([nouns, cueClass, attitude]) => nouns.split(' ').map((noun) => [noun, { class: cueClass, attitude }])),
);
