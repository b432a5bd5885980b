import { notSaid, type Said } from '../../src/pipeline/2-claims/not-said.js';
import { Attitude } from '../../src/pipeline/values.js';

const plain: Omit<Said, 'cue' | 'content'> = {
  speaker: 'she',
  attitude: Attitude.SPEECH,
  modality: null,
  isBehind: true,
};

test.each(notSaid.map((row) => [row.name, row] as const))('%s says nothing', (_name, { example, test: says }) => {
  expect(says({ ...plain, ...example })).toBe(true);
});

test('what is said is said', () => {
  for (const [cue, content] of [
    ['said', 'the bridge was shut'],
    ['spoke', 'the bridge was shut'],
    ['called', 'the bridge unsafe'],
    ['declined', 'to shut the bridge'],
  ] as const)
    expect(notSaid.filter(({ test: says }) => says({ ...plain, cue, content })).map(({ name }) => name)).toEqual([]);
});
