import { readFeedDate } from '../../../src/readers/feed/date.js';

const time = '2024-03-04T10:05:00.000Z';

test.each([
  // RFC 822 and 2822
  ['Mon, 04 Mar 2024 10:05:00 GMT', time],
  ['Mon, 4 Mar 2024 10:05 +0000', time],
  ['04 Mar 24 10:05 UT', time],
  ['Mon 4 March 2024 11:05:00 CET', time],
  ['Monday, 4-Mar-2024 05:05:00 EST', time],
  ['Mon,04 Mar 2024 10:05:00Z', time],
  ['Mon, 04 Mar 2024 12:05:00 +02:00', time],
  ['Mon, 04 Mar 2024 12:05:00 GMT+2', time],
  ['Mon, 04 Mar 2024 05:05:00 -0500 (EST)', time],
  ['  Mon,\n 04 Mar 2024\t10:05:00  ', time],
  ['Wed, 04 Mar 2024 10:05:00 GMT', time],
  ['Mon, 04 Mar 2024 24:00:00 GMT', '2024-03-05T00:00:00.000Z'],
  ['Sat, 01 Jan 94 00:00:00 GMT', '1994-01-01T00:00:00.000Z'],
  ['04 Mar 2024', '2024-03-04'],
  ['Mon, 04 Mar 2024 GMT', '2024-03-04'],
  // Unix, American, with words around
  ['Mon Mar  4 10:05:00 2024', time],
  ['Mon Mar 4 10:05:00 UTC 2024', time],
  ['March 4th, 2024 10:05 AM', time],
  ['March 4, 2024, 12:05 am', '2024-03-04T00:05:00.000Z'],
  ['4 Mar 2024 at 10:05 p.m.', '2024-03-04T22:05:00.000Z'],
  // Other languages
  ['Mo, 04 März 2024 11:05:00 +0100', time],
  ['lun., 4 mars 2024 10:05:00 GMT', time],
  ['mar., 5 mars 2024', '2024-03-05'],
  ['4 de marzo de 2024', '2024-03-04'],
  ['Пн, 4 марта 2024 10:05:00 GMT', time],
  // W3CDTF
  ['2024-03-04T10:05:00Z', time],
  ['2024-03-04T10:05Z', time],
  ['2024-03-04T12:05:00.25+02:00', '2024-03-04T10:05:00.250Z'],
  ['2024-03-04 10:05:00', time],
  ['2024-03-04 05:05:00 -0500', time],
  ['20240304T100500Z', time],
  ['2024-3-4', '2024-03-04'],
  ['2024/03/04', '2024-03-04'],
])('%s', (text, expected) => {
  expect(readFeedDate(text)).toBe(expected);
});

test.each([
  '',
  'yesterday',
  '2 hours ago',
  'Mon, 04 Mar',
  'March 2024',
  '2024',
  '2024-03',
  '04/03/2024',
  '4.3.2024',
  '10:05',
  'Mon, 31 Feb 2024 10:00 GMT',
  '2024-13-01',
  '2024-03-04T25:00:00Z',
  'Mon, 04 Mar 2024 10:05:00 IST',
  'Mon, 04 Mar 2024 13:05 pm',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '0001-01-01T00:00:00Z',
  'Mon, 04 Nam 2024 10:00 GMT',
  'Mon, 04 Mar 2024 10:05:00 +9900',
  '1709550000',
  '04 Mar 2024 05 Mar 2024',
  `04 Mar 2024 ${'x'.repeat(200)}`,
])('no date is guessed of "%s"', (text) => {
  expect(readFeedDate(text)).toBeNull();
});
