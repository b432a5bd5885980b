import { hashOfKey, isKeyText, makeKey } from '../../../src/store/keys/key-text';

describe('a new key', () => {
  test('has a prefix, 256 bits in letters and digits, and a checksum', () => {
    const key = makeKey();
    expect(key).toMatch(/^parallax_[0-9A-Za-z]{49}$/);
    expect(isKeyText(key)).toBe(true);
  });

  test('is another each time, and uses the whole alphabet', () => {
    const keys = Array.from({ length: 200 }, makeKey);
    expect(new Set(keys).size).toBe(200);
    expect(new Set(keys.join('').replaceAll('parallax_', '')).size).toBe(62);
  });
});

describe('what is no key', () => {
  test.each<[string, (key: string) => string]>([
    ['with one letter changed', (key) => key.slice(0, 20) + (key[20] === 'a' ? 'b' : 'a') + key.slice(21)],
    ['with two letters swapped', (key) => key.replace(/(.)(?!\1)(.)$/, '$2$1')],
    ['cut short', (key) => key.slice(0, -1)],
    ['with more behind it', (key) => `${key}0`],
    ['with another prefix', (key) => key.replace('parallax_', 'parallel_')],
    ['with a line end', (key) => `${key}\n`],
    ['empty', () => ''],
  ])('a key %s', (_, spoil) => {
    // A key that ends in two equal letters would be the same after the swap.
    const key = makeKey();
    const spoilt = spoil(key);
    expect(spoilt === key || !isKeyText(spoilt)).toBe(true);
  });
});

test('what is kept is SHA-256', () => {
  expect(hashOfKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
