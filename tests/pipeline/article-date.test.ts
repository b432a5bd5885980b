import { readDate } from '../../src/pipeline/1-article/date.js';
import { TimePrecision } from '../../src/pipeline/values.js';

const { DAY, SECOND } = TimePrecision;

test.each([
  ['2023-05-22', '2023-05-22T00:00:00.000Z', DAY],
  ['20230522', '2023-05-22T00:00:00.000Z', DAY],
  ['2023-05-22T10:15Z', '2023-05-22T10:15:00.000Z', SECOND],
  ['2023-05-22T10:15:30.123456+02:00', '2023-05-22T08:15:30.123Z', SECOND],
  ['2023-05-22 23:15:30 -0500', '2023-05-23T04:15:30.000Z', SECOND],
  ['2023-05-22T10:15:30', '2023-05-22T10:15:30.000Z', SECOND],
  ['Mon, 22 May 2023 10:15:30 +0200', '2023-05-22T08:15:30.000Z', SECOND],
  ['Mon, 22 May 2023 10:15:30 GMT', '2023-05-22T10:15:30.000Z', SECOND],
  ['May 22, 2023', '2023-05-22T00:00:00.000Z', DAY],
  ['22 May 2023', '2023-05-22T00:00:00.000Z', DAY],
  ['Monday, May 22nd, 2023', '2023-05-22T00:00:00.000Z', DAY],
  ['Updated: May 22, 2023 at 9:05 p.m. EDT', '2023-05-23T01:05:00.000Z', SECOND],
  ['Published 10:15 GMT, 22 May 2023', '2023-05-22T10:15:00.000Z', SECOND],
  ['29 February 2024', '2024-02-29T00:00:00.000Z', DAY],
])('%s', (text, publishedAt, precision) => {
  expect(readDate(text)).toEqual({ publishedAt, precision });
});

test.each([
  '',
  'yesterday',
  '2 hours ago',
  'May 2023',
  '22 May',
  '05/06/2023',
  '2023-02-30',
  '2023-13-01',
  '2023-05-22T25:00',
  'February 30, 2023',
  'The council met on May 22, 2023',
  'May 22, 2023 and May 23, 2023',
  'x'.repeat(100_000),
])('%p is no date', (text) => {
  expect(readDate(text)).toBeNull();
});

test('the zone of the machine takes no part', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = zone;
      expect(readDate('May 22, 2023 10:15')?.publishedAt).toBe('2023-05-22T10:15:00.000Z');
      expect(readDate('May 22, 2023')?.publishedAt).toBe('2023-05-22T00:00:00.000Z');
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
