import { parts, readOptions } from '../../bench/options';

test('without options everything is measured, beside everything', () => {
  expect(readOptions([])).toEqual({
    scale: 1,
    seed: 1,
    only: parts,
    withPostGraphile: true,
    isOnOwnNode: false,
    isRecorded: true,
  });
});

test('options leave things out', () => {
  const words = ['--only', 'reads, growth', '--no-postgraphile', '--own-node', '--no-record', '--scale', '0.1'];
  expect(readOptions(words)).toMatchObject({
    scale: 0.1,
    only: ['reads', 'growth'],
    withPostGraphile: false,
    isOnOwnNode: true,
    isRecorded: false,
  });
});

test.each([
  ['--scale', '0'],
  ['--seed', '1.5'],
  ['--only', 'writes'],
])('%s %s is answered with what can be typed', (name, value) => {
  expect(() => readOptions([name, value])).toThrow(value);
});
