import { compareEvent } from '../../src/pipeline/6-comparison/index';
import { Genre, SourceKind, TimePrecision, type ComparisonInput } from '../../src/pipeline/values';

/** One article an outlet: its time, and whether only the day of it is known. */
function lags(articles: Record<string, [publishedAt: string, precision: TimePrecision | null]>) {
  const input: ComparisonInput = {
    eventId: 'e',
    sources: Object.keys(articles).map((id) => ({ id, name: id, kind: SourceKind.UNKNOWN, country: null })),
    articles: Object.entries(articles).map(([id, [publishedAt, publishedAtPrecision]]) => ({
      id: `article of ${id}`,
      sourceId: id,
      headline: 'A dam holds',
      text: `The dam of ${id} holds.`,
      genre: Genre.REPORTAGE,
      publishedAt,
      publishedAtPrecision,
      copyOf: null,
      isTruncated: false,
      isUnread: false,
    })),
    claims: [],
    actors: [],
    propositions: [],
    relations: [],
  };
  return Object.fromEntries(compareEvent(input).coverage.map(({ sourceId, lagHours }) => [sourceId, lagHours]));
}

const { DAY, SECOND } = TimePrecision;

test('exact times give exact lags', () => {
  expect(lags({ a: ['2025-03-03T06:00:00.000Z', SECOND], b: ['2025-03-03T09:30:00.000Z', SECOND] })).toEqual({
    a: { low: 0, high: 0 },
    b: { low: 3.5, high: 3.5 },
  });
});

test('where only a day is known, the lag is as uncertain as the day is long', () => {
  expect(lags({ a: ['2025-03-03T00:00:00.000Z', DAY], b: ['2025-03-03T09:00:00.000Z', SECOND] })).toEqual({
    a: { low: 0, high: 15 },
    b: { low: 0, high: 9 },
  });
  expect(lags({ a: ['2025-03-03T09:00:00.000Z', SECOND], b: ['2025-03-05T00:00:00.000Z', DAY] })).toEqual({
    a: { low: 0, high: 0 },
    b: { low: 39, high: 63 },
  });
});

test('the only outlet has no lag', () => {
  expect(lags({ a: ['2025-03-03T00:00:00.000Z', DAY] })).toEqual({ a: { low: 0, high: 0 } });
});
