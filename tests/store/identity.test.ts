import { TextPart } from '../../src/pipeline/values';
import {
  articleIdentity,
  claimIdentifier,
  normaliseUrl,
  normaliseWords,
  sourceKey,
  stableId,
} from '../../src/store/identity';

test('a stable id is a UUID, the same for the same values and another for others', () => {
  expect(stableId('claim', 'a', 1)).toBe(stableId('claim', 'a', 1));
  expect(stableId('claim', 'a', 1)).not.toBe(stableId('claim', 'a', '1'));
  expect(stableId('claim', 'ab', '')).not.toBe(stableId('claim', 'a', 'b'));
  expect(stableId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a source is known by its domain, else by its name however it is written', () => {
  expect(sourceKey({ name: 'The Ninefold Post', domain: null })).toBe(
    sourceKey({ name: 'THE  NINEFOLD POST', domain: null }),
  );
  expect(sourceKey({ name: 'Ninefold', domain: 'ninefold.example' })).toBe(
    sourceKey({ name: 'The Ninefold Post', domain: 'ninefold.example' }),
  );
});

test('addresses differ by what leads to another page, not by fragment or tracking', () => {
  expect(normaliseUrl('HTTPS://News.Example/a?utm_source=x&id=3#top')).toBe('https://news.example/a?id=3');
  expect(normaliseUrl('javascript:alert(1)')).toBeNull();
  expect(normaliseUrl('not an address')).toBeNull();
});

test('an article is known by its address, else the caller’s id, else headline and date', () => {
  const article = {
    url: 'https://a.example/1',
    externalId: '7',
    headline: 'A Dam',
    publishedAt: '2025-03-04T10:00:00.000Z',
  };
  expect(articleIdentity(article)).toBe('url:https://a.example/1');
  expect(articleIdentity({ ...article, url: null })).toBe('id:7');
  expect(articleIdentity({ ...article, url: null, externalId: null })).toBe('headline:a dam|2025-03-04');
});

test('a claim keeps its id while its words do, and repeats are told apart by their order', () => {
  const first = claimIdentifier('article');
  const second = claimIdentifier('article');
  const a = first(TextPart.TEXT, 'The office “will” open.');
  expect(second(TextPart.TEXT, 'the office will open')).toBe(a);
  expect(first(TextPart.TEXT, 'The office will open')).not.toBe(a);
  expect(claimIdentifier('article')(TextPart.HEADLINE, 'the office will open')).not.toBe(a);
});

test('normalised words keep letters of every script', () => {
  expect(normaliseWords('Ça—va, Überfahrt 12·5 北京!')).toBe('ca va uberfahrt 12 5 北京');
});
