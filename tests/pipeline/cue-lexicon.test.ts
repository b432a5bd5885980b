import { cueLexicon, nounSense, parseCues } from '../../src/pipeline/2-claims/cue-lexicon.js';
import { cueForms } from '../../src/pipeline/2-claims/verb-forms.js';
import { Attitude, CueClass } from '../../src/pipeline/values.js';

test('a list is read by its lines, the upper sense of a verb first', () => {
  const { verbs, idioms, nouns, irregular, doubling } = parseCues(
    [
      '# a remark',
      'verb | NEUTRAL | SPEECH | qc n f:to,at | foretell tip',
      'verb | PREDICTION | BELIEF | i | foretell',
      'idiom | NEUTRAL | SPEECH | - | tip over',
      'noun | DENIAL | SPEECH | | refutation',
      'noun | DIRECTIVE | SPEECH | i f:for | entreaty',
      'forms | foretell | foretold',
      'doubles | tip',
    ].join('\n'),
    'mine.txt',
  );
  const { SPEECH, BELIEF } = Attitude;
  const first = { class: CueClass.NEUTRAL, attitude: SPEECH, frames: 'qcnf', prepositions: ['to', 'at'], line: 2 };
  expect(verbs.get('foretell')).toEqual([
    first,
    { class: CueClass.PREDICTION, attitude: BELIEF, frames: 'i', prepositions: [], line: 3 },
  ]);
  expect(verbs.get('tip')).toEqual([first]);
  expect(idioms).toMatchObject([{ verb: 'tip', words: ['over'], frames: '', line: 4 }]);
  expect(nouns.get('refutation')).toMatchObject({ class: CueClass.DENIAL, frames: 't', prepositions: [], line: 5 });
  expect(nouns.get('entreaty')).toMatchObject({ frames: 'tif', prepositions: ['for'], line: 6 });
  expect([...irregular]).toEqual([['foretell', ['foretold', undefined]]]);
  expect([...doubling]).toEqual(['tip']);
});

test.each([
  ['verb | NEUTRAL | SPEECH | q', '"verb" has 5 fields parted by |, here are 4.'],
  ['verb | LOUD | SPEECH | q | shout', 'there is no class "LOUD".'],
  ['verb | NEUTRAL | SPEAKING | q | shout', 'there is no attitude "SPEAKING".'],
  ['verb | NEUTRAL | SPEECH | qx | shout', '"qx" are no frames.'],
  ['verb | NEUTRAL | SPEECH | | shout', '"" are no frames.'],
  ['verb | NEUTRAL | SPEECH | q | Shout', 'the last field must be words in small letters.'],
  ['verb | NEUTRAL | SPEECH | q |', 'the last field must be words in small letters.'],
  ['idiom | NEUTRAL | SPEECH | q | point', 'an idiom has a verb and the words after it.'],
  ['noun | NEUTRAL | SPEECH | q | word', 'of frames a noun has i and f besides its that-clause, not "q".'],
  ['noun | NEUTRAL | SPEECH | | word word', '"word" is a noun already.'],
  ['forms | go | went gone goes', 'past and past participle are two words.'],
  ['adverb | allegedly', '"adverb" is none of verb, idiom, adjective, noun, forms, doubles.'],
])('%s is refused with its place', (line, why) => {
  expect(() => parseCues(`# one\n\n${line}\n`, 'mine.txt')).toThrow(new Error(`mine.txt:3: ${why}`));
});

test('forms of a verb that the list does not have are refused', () => {
  expect(() => parseCues('forms | go | went gone', 'mine.txt')).toThrow('mine.txt: "go" has forms');
});

test('our own list has every class and attitude, and the forms of its verbs', () => {
  const senses = [...cueLexicon.verbs.values()].flat();
  expect(new Set(senses.map((sense) => sense.class))).toEqual(new Set(Object.values(CueClass)));
  expect(new Set(senses.map((sense) => sense.attitude))).toEqual(new Set(Object.values(Attitude)));
  expect(['wrote', 'admitted', 'pushing', 'denies'].map((form) => cueForms.get(form)?.lemma)).toEqual([
    'write',
    'admit',
    'push',
    'deny',
  ]);
});

test('a noun is known in the plural too', () => {
  expect(nounSense('denials')).toBe(nounSense('denial'));
  expect(nounSense('denials')).toMatchObject({ class: CueClass.DENIAL, prepositions: ['of'] });
  expect(nounSense('bridges')).toBeUndefined();
});
