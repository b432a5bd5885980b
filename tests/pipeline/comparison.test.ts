import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareEvent } from '../../src/pipeline/6-comparison/index.js';
import { drawResamples, percentileEstimate, percentiles } from '../../src/pipeline/6-comparison/bootstrap.js';
import { entropy, gini, jensenShannon } from '../../src/pipeline/6-comparison/diversity.js';
import { divergenceExcess } from '../../src/pipeline/6-comparison/divergence.js';
import { seededRandom } from '../../src/pipeline/6-comparison/random.js';
import { PropositionStatus, Reliability, type Comparison, type ComparisonInput } from '../../src/pipeline/values.js';

interface Expected {
  readonly coverage: Record<string, object>;
  readonly wireGroups: string[][];
  readonly voices: Record<string, Record<string, number | null>>;
  readonly statuses: Record<string, Record<string, PropositionStatus>>;
  readonly agreement: Record<string, [string, number]>;
  readonly blindspots: [source: string, proposition: string][];
  readonly limits: string[];
}

const folder = join(__dirname, '../cases/comparison');

describe.each(readdirSync(folder))('case %s', (name) => {
  const input = JSON.parse(readFileSync(join(folder, name, 'input.json'), 'utf8')) as ComparisonInput;
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
  const comparison: Comparison = compareEvent(input);

  test('coverage and wire groups', () => {
    for (const [sourceId, figures] of Object.entries(expected.coverage)) {
      expect(comparison.coverage.find((each) => each.sourceId === sourceId)).toMatchObject(figures);
    }
    expect(comparison.wireGroups.map((group) => [...group.articleIds].sort())).toEqual(expected.wireGroups);
  });

  test('voices', () => {
    for (const [sourceId, figures] of Object.entries(expected.voices)) {
      const voices = comparison.voices.find((each) => each.sourceId === sourceId)!;
      const { claims, ...estimates } = figures;
      expect(voices.claims).toBe(claims);
      for (const [figure, value] of Object.entries(estimates)) {
        expect({ figure, value: voices[figure as 'entropy'].value }).toEqual({ figure, value });
      }
    }
  });

  test('propositions by outlet, and whether they agree', () => {
    const statuses = Object.fromEntries(
      Object.entries(expected.statuses).map(([propositionId, bySource]) => {
        const cells = comparison.propositions.find((row) => row.propositionId === propositionId)!.cells;
        const found = Object.keys(bySource).map((id) => [id, cells.find((cell) => cell.sourceId === id)!.status]);
        return [propositionId, Object.fromEntries(found)];
      }),
    );
    expect(statuses).toEqual(expected.statuses);
    const agreement = Object.fromEntries(
      Object.keys(expected.agreement).map((id) => {
        const row = comparison.propositions.find(({ propositionId }) => propositionId === id)!;
        return [id, [row.agreement, row.independentSources]];
      }),
    );
    expect(agreement).toEqual(expected.agreement);
  });

  test('blindspots and limits', () => {
    expect(comparison.blindspots.map((spot) => [spot.sourceId, spot.propositionId])).toEqual(expected.blindspots);
    expect(comparison.limits.map(({ code }) => code)).toEqual(expect.arrayContaining(expected.limits));
  });

  test('every cell leads to evidence that stands where it says, or tells what was searched', () => {
    const articles = new Map(input.articles.map((article) => [article.id, article]));
    for (const { cells } of comparison.propositions) {
      for (const cell of cells) {
        const isReported = ['ASSERTED', 'ATTRIBUTED', 'DENIED'].includes(cell.status);
        expect(cell.claimIds.length + cell.passages.length > 0).toBe(isReported);
        if (!isReported && cell.status !== PropositionStatus.NO_COVERAGE) {
          expect(cell.searchedArticleIds).toEqual(
            input.articles.filter(({ sourceId }) => sourceId === cell.sourceId).map(({ id }) => id),
          );
        }
        for (const passage of [...cell.passages, ...(cell.nearest ? [cell.nearest] : [])]) {
          expect(articles.get(passage.articleId)!.text.slice(passage.start, passage.end)).toBe(passage.text);
        }
      }
    }
  });

  test('a second computation gives the same, also from shuffled input, and it is plain JSON', () => {
    const shuffled = { ...input, articles: [...input.articles].reverse(), claims: [...input.claims].reverse() };
    expect(compareEvent(shuffled)).toEqual(comparison);
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });
});

describe('statistics', () => {
  test('entropy, Gini and Jensen–Shannon against values computed by hand', () => {
    expect(entropy([1, 1, 1, 1])).toBeCloseTo(2);
    expect(entropy([3, 1])).toBeCloseTo(0.8113, 4);
    expect(entropy([])).toBe(0);
    expect(gini([2, 2, 2])).toBeCloseTo(0);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75);
    // Mean absolute difference of 1, 3 over twice the mean: (|1−3|·2/4) / (2·2).
    expect(gini([1, 3])).toBeCloseTo(0.25);
    const map = (entries: Record<string, number>): Map<string, number> => new Map(Object.entries(entries));
    expect(jensenShannon(map({ a: 2 }), map({ a: 5 }))).toBeCloseTo(0);
    expect(jensenShannon(map({ a: 2 }), map({ b: 5 }))).toBeCloseTo(1);
    // Shares (1, 0) and (½, ½): ½·log2(1/¾) + ½·(½·log2(½/¾) + ½·log2(½/¼)).
    expect(jensenShannon(map({ a: 4 }), map({ a: 1, b: 1 }))).toBeCloseTo(0.3113, 4);
    expect(jensenShannon(map({}), map({ a: 1 }))).toBeNull();
  });

  test('percentiles of 0, 1, …, 40 are 1 and 39', () => {
    expect(percentiles(Array.from({ length: 41 }, (_, index) => index))).toEqual([1, 39]);
    expect(percentiles([null, null])).toBeNull();
  });

  test('the bootstrap of a mean comes near the interval of the exact resampling distribution', () => {
    // Ten articles, five with share 0 and five with share 1: the resampled mean is Binomial(10, ½)/10, whose 2.5th and
    // 97.5th percentiles are 0.2 and 0.8.
    const shares = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    const draws = drawResamples(shares.length, seededRandom('hand'));
    const means = draws.map((draw) => [...draw].reduce((sum, at) => sum + shares[at]!, 0) / draw.length);
    const estimate = percentileEstimate(0.5, shares.length, means, 'mean');
    expect(estimate.low).toBeCloseTo(0.2);
    expect(estimate.high).toBeCloseTo(0.8);
    expect(estimate.reliability).toBe(Reliability.SUFFICIENT);
  });

  test('under five articles an estimate is insufficient, under two it has no interval', () => {
    expect(percentileEstimate(0.5, 4, [0.4, 0.6], 'm')).toMatchObject({ reliability: Reliability.INSUFFICIENT, n: 4 });
    expect(percentileEstimate(0.5, 1, [0.5], 'm')).toMatchObject({ low: null, high: null });
  });

  test('one outlet split in two diverges no more than by chance, two different ones do', () => {
    const speakers = ['a', 'b', 'c', 'd', 'e'];
    const random = seededRandom('outlet');
    const outlet = Array.from({ length: 40 }, () => {
      const pick = (): string => speakers[Math.floor(random() * speakers.length)]!;
      return new Map([
        [pick(), 2],
        [pick(), 1],
      ]);
    });
    const within = divergenceExcess(outlet.slice(0, 20), outlet.slice(20), 'within');
    expect(Math.abs(within.value!)).toBeLessThan(0.05);
    expect(within.low!).toBeLessThan(0.02);
    const other = Array.from(
      { length: 20 },
      () =>
        new Map([
          ['x', 2],
          ['a', 1],
        ]),
    );
    const between = divergenceExcess(outlet.slice(0, 20), other, 'between');
    expect(between.value!).toBeGreaterThan(0.2);
    expect(between.low!).toBeGreaterThan(0.1);
  });

  test('the seeded generator repeats itself and spreads evenly', () => {
    const draw = (seed: string): number[] => Array.from({ length: 1000 }, seededRandom(seed));
    expect(draw('x')).toEqual(draw('x'));
    expect(draw('x')).not.toEqual(draw('y'));
    const mean = draw('x').reduce((sum, value) => sum + value, 0) / 1000;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });
});

test('an event without articles, claims or outlets is compared all the same', () => {
  const empty = { eventId: 'e', sources: [], articles: [], claims: [], actors: [], propositions: [], relations: [] };
  expect(compareEvent(empty)).toMatchObject({ coverage: [], voices: [], propositions: [], blindspots: [] });
});

describe('a sentence that retells a proposition around something else', () => {
  const text = 'About 350 pupils of the Harrow Lane school were told to stay at home because of the frost';
  const statusOf = (sentence: string): PropositionStatus => {
    const sources = ['one', 'other'].map((id) => ({ id, name: id, kind: 'NEWSPAPER', country: null }));
    const articles = [`${text}.`, sentence].map((body, at) => ({
      ...{ id: `${at}`, sourceId: sources[at]!.id, headline: 'Frost', text: body, genre: 'REPORTAGE', copyOf: null },
      ...{ publishedAt: '2025-03-03T06:00:00.000Z', publishedAtPrecision: 'SECOND', isTruncated: false },
    }));
    const claim = {
      ...{ id: 'c', articleId: '0', propositionId: 'p', kind: 'ASSERTION', attitude: 'SPEECH', text },
      ...{ cueClass: null, cue: null, inHeadline: false, start: 0, end: text.length, speakerId: null, chainLength: 0 },
    };
    const input = { eventId: 'e', sources, articles, claims: [claim], actors: [], relations: [] };
    const comparison = compareEvent({ ...input, propositions: [{ id: 'p', text }] } as unknown as ComparisonInput);
    return comparison.propositions[0]!.cells.find(({ sourceId }) => sourceId === 'other')!.status;
  };

  test('is found by the figure that both have', () => {
    const told = (figure: string): string =>
      `Parents of the Harrow Lane school, some ${figure} of whose pupils were kept at home on Monday, complained that they had been told nothing for hours.`;
    expect(statusOf(told('350'))).toBe(PropositionStatus.ASSERTED);
    expect(statusOf(told('90'))).toBe(PropositionStatus.NOT_REPORTED);
    expect(statusOf('Some 350 gulls were counted on the pier.')).toBe(PropositionStatus.NOT_REPORTED);
  });
});
