import { findByline } from '../../src/pipeline/1-article/byline.js';
import { dateOfAddress } from '../../src/pipeline/1-article/published.js';
import { findDate } from '../../src/pipeline/1-article/visible-date.js';
import { TimePrecision } from '../../src/pipeline/values.js';

const { DAY, SECOND } = TimePrecision;

test.each([
  ['Stand: 03.05.2024, 14:30 Uhr', 'de', '2024-05-03T14:30:00.000Z', SECOND],
  ['Von Jana Weber | 3. Mai 2024', 'de', '2024-05-03T00:00:00.000Z', DAY],
  ['Publié le 12 juin 2019 par Lucie Arnal', 'fr', '2019-06-12T00:00:00.000Z', DAY],
  ['Publié le 1er juin 2019 à 9h05', 'fr', '2019-06-01T09:05:00.000Z', SECOND],
  ['5 de marzo de 2024', 'es', '2024-03-05T00:00:00.000Z', DAY],
  ['14 października 2023', 'pl', '2023-10-14T00:00:00.000Z', DAY],
  ['14 сентября 2021, 11:05', 'ru', '2021-09-14T11:05:00.000Z', SECOND],
  ['8 Μαρτίου 2021', 'el', '2021-03-08T00:00:00.000Z', DAY],
  ['2022年04月17日 17:20 来源', 'zh', '2022-04-17T17:20:00.000Z', SECOND],
  ['입력 2023.04.06 14:10', 'ko', '2023-04-06T14:10:00.000Z', SECOND],
  ['Published: May 3, 2024 at 2:05 p.m.', 'en', '2024-05-03T14:05:00.000Z', SECOND],
  ['Published: 03/12/2024', 'en-US', '2024-03-12T00:00:00.000Z', DAY],
  ['Published: 03/12/2024', 'en-GB', '2024-12-03T00:00:00.000Z', DAY],
  ['Publié le 03/12/2024', 'fr', '2024-12-03T00:00:00.000Z', DAY],
  ['13/03/2024', null, '2024-03-13T00:00:00.000Z', DAY],
  ['03/13/2024', null, '2024-03-13T00:00:00.000Z', DAY],
  ['03/03/2024', 'en', '2024-03-03T00:00:00.000Z', DAY],
])('%s (%s)', (line, language, publishedAt, precision) => {
  expect(findDate(line, language)).toEqual({ publishedAt, precision });
});

test.each([
  ['Published: 03/12/2024', 'en'],
  ['03/12/2024', null],
  ['31.02.2024', 'de'],
  ['30 février 2024', 'fr'],
  ['12 Uhren 2024', 'de'],
  ['Call 030 12 34 56', 'de'],
  ['two hours ago', 'en'],
  ['', 'en'],
])('%s (%s) gives no date', (line, language) => {
  expect(findDate(line, language)).toBeNull();
});

test('a line of digits without end gives no date', () => {
  expect(findDate('1'.repeat(100_000), 'en')).toBeNull();
});

test.each([
  [['Von Jana Weber'], 'Jana Weber'],
  [['By Tess Marlow Published: 03/12/2024', 'By Tess Marlow | Local'], 'Tess Marlow'],
  [['Publié le 12 juin 2019 par Lucie Arnal'], 'Lucie Arnal'],
  [['di Sara Bellini - 18 dicembre 2023'], 'Sara Bellini'],
  [['Text: Ana de la Cruz und Jan Kowal'], 'Ana de la Cruz und Jan Kowal'],
  [['Von hier aus geht es weiter'], null],
  [['By Sunday it was over'], null],
  [['3 May 2024'], null],
])('the byline of %j is %p', (lines, name) => {
  expect(findByline(lines, null)).toBe(name);
});

test('the name of the outlet is no author', () => {
  expect(findByline(['By Harbour Post'], 'Harbour Post')).toBeNull();
});

test.each([
  ['https://post.example/2024/05/03/ferry', '2024-05-03T00:00:00.000Z'],
  ['https://post.example/2024-05/03/ferry', '2024-05-03T00:00:00.000Z'],
  ['https://post.example/2024/5/3/', '2024-05-03T00:00:00.000Z'],
])('the day in %s', (url, publishedAt) => {
  expect(dateOfAddress(url)).toEqual({ publishedAt, precision: DAY });
});

test.each([null, 'https://post.example/2024/05/ferry', 'https://post.example/2024/13/40/ferry'])(
  'no day in %s',
  (url) => {
    expect(dateOfAddress(url)).toBeNull();
  },
);
