import {
  canFollow,
  namesOf,
  nameKinds,
  tagCount,
  tagsOf,
  type NameSpan,
} from '../../../../src/language/syntax/names/bilou.js';

const names: NameSpan[] = [
  { start: 0, end: 1, kind: 'PERSON' },
  { start: 1, end: 3, kind: 'PLACE' },
  { start: 4, end: 8, kind: 'ORGANIZATION' },
];

describe('BILOU tags', () => {
  test('give the names back that they were made from', () => {
    expect(namesOf(tagsOf(9, names))).toEqual(names);
  });

  test('follow each other as the tags of real names do', () => {
    const tags = tagsOf(9, names);
    tags.forEach((tag, index) => {
      expect(canFollow(index === 0 ? 0 : tags[index - 1], tag, index === 8)).toBe(true);
    });
  });

  test('a name is neither left open nor changes its kind, and none begins in the middle', () => {
    for (let before = 0; before < tagCount; before += 1) {
      for (let tag = 0; tag < tagCount; tag += 1) {
        if (!canFollow(before, tag, false)) continue;
        // Any two that may follow are read as names without a word in two of them or a kind of its own in between.
        const read = namesOf(Uint8Array.of(before, tag));
        const covered = read.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(covered).toBeLessThanOrEqual(2);
        expect(read.every(({ kind }) => nameKinds.includes(kind))).toBe(true);
      }
      // The last word ends what is open.
      const ends = Array.from({ length: tagCount }, (_, tag) => tag).filter((tag) => canFollow(before, tag, true));
      expect(ends.length).toBeGreaterThan(0);
      for (const tag of ends) expect(canFollow(tag, 0, true)).toBe(true);
    }
  });
});
