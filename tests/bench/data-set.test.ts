import { makeDataSet } from '../../bench/data/data-set';
import { countsOf, eventSizes, shapeOfScale } from '../../bench/data/shape';
import { TextPart } from '../../src/pipeline/values';
import { digest } from '../../src/store/identity';

const digestOf = (seed: number) => {
  const dataSet = makeDataSet(shapeOfScale(0.01, seed));
  return digest(dataSet.shape.sizes.map((_, number) => dataSet.event(number)));
};

test('a seed gives the same news again, another seed gives other news', () => {
  expect(digestOf(5)).toBe(digestOf(5));
  expect(digestOf(5)).not.toBe(digestOf(6));
});

test.each([1, 10, 0.1])('at scale %d there is as much as the scale says', (scale) => {
  expect(countsOf(shapeOfScale(scale, 3))).toEqual({
    sources: 100 * scale,
    articles: 10_000 * scale,
    claims: 100_000 * scale,
    actors: 2_000 * scale,
    events: 500 * scale,
  });
});

test('most events are small and a few have hundreds of articles', () => {
  const sizes = eventSizes(500, 20).sort((a, b) => a - b);
  expect(sizes[0]).toBe(3);
  expect(sizes[250]).toBeLessThan(10);
  expect(sizes[499]).toBeGreaterThan(300);
});

test('every claim stands where it says, and so do its speaker, cue and hop', () => {
  const dataSet = makeDataSet(shapeOfScale(0.01, 5));
  const articles = dataSet.shape.sizes.flatMap((_, number) => dataSet.event(number).articles);
  for (const { clean, claims, facts } of articles) {
    expect(facts).toHaveLength(claims.length);
    for (const claim of claims) {
      const text = claim.in === TextPart.HEADLINE ? clean.headline : clean.text;
      const pieces = (claim.spans ?? [claim]).map(({ start, end }) => text.slice(start, end));
      expect(pieces.join(' ')).toBe(claim.text);
      for (const part of [claim.cue, claim.speaker, ...claim.chain]) {
        if (part) expect(text.slice(part.start, part.end)).toBe(part.text);
      }
    }
  }
});

test('articles are as long as news is', () => {
  const dataSet = makeDataSet(shapeOfScale(0.01, 5));
  for (const { clean } of dataSet.event(0).articles) {
    const words = clean.text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(400);
    expect(words).toBeLessThan(640);
  }
});
