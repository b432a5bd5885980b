import { RandomNumbers } from '../../../src/language/syntax/learning/random.js';
import { recased } from '../../../src/language/syntax/recasing.js';

const sentence = ['Nine', 'ferries', 'left', 'Aldmoor', 'on', 'time'];

test('a share of the sentences is read in each of three other ways, the rest as it is', () => {
  const random = new RandomNumbers(4);
  const counts = new Map<string, number>();
  for (let round = 0; round < 3_000; round++) {
    const read = (recased(sentence, 0.1, random) ?? sentence).join(' ');
    counts.set(read, (counts.get(read) ?? 0) + 1);
  }
  const others = [
    'NINE FERRIES LEFT ALDMOOR ON TIME',
    'nine ferries left aldmoor on time',
    'Nine Ferries Left Aldmoor on Time',
  ];
  expect([...counts.keys()].sort()).toEqual([...others, sentence.join(' ')].sort());
  for (const other of others) expect(Math.abs(counts.get(other)! / 3_000 - 0.1)).toBeLessThan(0.03);
});

test('what is not cased as a sentence stays', () => {
  const random = new RandomNumbers(4);
  for (let round = 0; round < 50; round++) expect(recased(['ALL', 'GONE'], 0.3, random)).toBeNull();
});
