import { Kept } from '../../src/server/look-ahead/answer/kept';

/** Says which of the keys had to be made when they were asked for. */
function keeper(most: number, characters: number) {
  const kept = new Kept<string>(most, () => characters);
  return (...keys: string[]): string[] => {
    const made: string[] = [];
    for (const key of keys) {
      const value = kept.get(key, () => {
        made.push(key);
        return `of ${key}`;
      });
      expect(value).toBe(`of ${key}`);
    }
    return made;
  };
}

test('what was made is kept', () => {
  expect(keeper(3, 10)('a', 'b', 'a', 'c', 'b', 'a')).toEqual(['a', 'b', 'c']);
});

test('more than one plan may keep begin anew', () => {
  expect(keeper(3, 10)('a', 'b', 'c', 'd', 'd', 'a', 'b')).toEqual(['a', 'b', 'c', 'd', 'a', 'b']);
});

test('all plans together keep so much, and what was not asked for longest goes first', () => {
  const used = keeper(16, 1_000_000);
  const unused = keeper(16, 1_000_000);
  expect([used('a'), unused('a', 'b')]).toEqual([['a'], ['a', 'b']]);
  for (let number = 0; number < 30; number += 1) {
    expect(keeper(16, 1_000_000)('a')).toEqual(['a']);
    expect(used('a')).toEqual([]);
  }
  expect(unused('a', 'b', 'b')).toEqual(['a', 'b']);
});

test('what was made anew is not lost with what it stands for', () => {
  const kept = keeper(2, 1_000_000);
  kept('a', 'b', 'c', 'a');
  for (let number = 0; number < 7; number += 1) keeper(1, 1_000_000)('x');
  expect(kept('a', 'c')).toEqual([]);
});
