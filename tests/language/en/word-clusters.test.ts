import { clusterOf } from '../../../src/language/en/word-clusters.js';
import { packWordTable } from '../../../src/language/en/word-table.js';

describe('word clusters', () => {
  it('gives words of like company the same cluster around them, whatever their case', () => {
    const around = (word: string): number => (clusterOf(word) - 1) >> 4;
    expect(around('Monday')).toBe(around('THURSDAY'));
    expect(around('insisted')).toBe(around('denied'));
    expect(around('insisted')).not.toBe(around('cheese'));
  });

  it('has none for a word that no one writes', () => {
    expect(clusterOf('zzqxv')).toBe(0);
    expect(clusterOf('')).toBe(0);
  });

  it('packs words in two bytes more than the differences of their hashes', () => {
    const packed = packWordTable(['one', 'two', 'One'], [1, 1024, 7]);
    expect(packed.subarray(0, 4)).toEqual(Uint8Array.of(2, 0, 0, 0));
    expect([...packed.subarray(-4)].sort((a, b) => a - b)).toEqual([0, 0, 1, 4]);
  });
});
