import { instant, type PublicationTime } from './date.js';
import { TimePrecision } from '../values.js';
import { monthNumber } from './months.js';

/** Characters; bounds the work on one line. */
const LONGEST_LINE = 200;

const yearFirst = /(?<!\p{N})(\d{4})\s?(?:[-/.]|年|년)\s?(\d{1,2})\s?(?:[-/.]|月|월)\s?(\d{1,2})(?:日|일|(?!\p{N}))/u;
const dayFirst =
  /(?<!\p{N})(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s{0,2}(?:de |of |-)?\s?(\p{L}{3,12})\.?,?\s{0,2}(?:de |del |-)?\s?(\d{4})(?!\p{N})/iu;
const monthFirst = /(?<!\p{L})(\p{L}{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})(?!\p{N})/iu;
const numeric = /(?<![\p{N}./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?![\p{N}/-])/u;
const time = /^(?:[^\p{N}]{1,15})(\d{1,2})[:.h](\d{2})(?::\d{2})?(?!\p{N})\s?([ap]\.?m\b)?/iu;

/** Countries that write the month first, and those of English that do not. */
const monthFirstTags = /^en-(?:US|PH|PR|GU)\b/i;
const dayFirstEnglish = /^en-(?:GB|IE|AU|NZ|IN|ZA|KE|NG|SG|MT|PK)\b/i;

type Fields = readonly [year: number, month: number, day: number];

/** "12/03/2024": read when only one order is possible, or when the language of the page has one; a full stop goes with day first. */
function readNumeric(
  first: number,
  mark: string,
  second: number,
  year: number,
  language: string | null,
): Fields | null {
  if (first > 12 || first === second) return [year, second, first];
  if (second > 12) return [year, first, second];
  if (language !== null && monthFirstTags.test(language)) return [year, first, second];
  const isDayFirst =
    mark === '.' || (language !== null && (!/^en\b/i.test(language) || dayFirstEnglish.test(language)));
  return isDayFirst ? [year, second, first] : null;
}

function findFields(line: string, language: string | null): { fields: Fields; end: number } | null {
  const at = (match: RegExpExecArray): number => match.index + match[0].length;
  const year = yearFirst.exec(line);
  if (year) return { fields: [Number(year[1]), Number(year[2]), Number(year[3])], end: at(year) };
  const day = dayFirst.exec(line);
  const dayMonth = day ? monthNumber(day[2] ?? '') : null;
  if (day && dayMonth) return { fields: [Number(day[3]), dayMonth, Number(day[1])], end: at(day) };
  const month = monthFirst.exec(line);
  const named = month ? monthNumber(month[1] ?? '') : null;
  if (month && named) return { fields: [Number(month[3]), named, Number(month[2])], end: at(month) };
  const digits = numeric.exec(line);
  if (!digits) return null;
  const fields = readNumeric(Number(digits[1]), digits[2] ?? '', Number(digits[3]), Number(digits[4]), language);
  return fields && { fields, end: at(digits) };
}

/**
 * The first date in a line that may say more: "Von Jana Weber, Stand: 03.05.2024, 14:30 Uhr", "Publié le 12 juin 2019",
 * "2022年04月17日 17:20 来源". A time without zone counts as UTC. Null when there is none, or when day and month could be
 * exchanged and `language` (BCP 47 of the page) does not tell: no guess.
 * Known failures: calendars other than the Gregorian; years of two figures.
 */
export function findDate(text: string, language: string | null): PublicationTime | null {
  const line = text.slice(0, LONGEST_LINE).replace(/\s+/g, ' ');
  const found = findFields(line, language);
  if (!found) return null;
  const clock = time.exec(line.slice(found.end));
  const half = clock?.[3]?.[0]?.toLowerCase();
  const hour = Number(clock?.[1] ?? 0);
  const hours = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  const exact = clock ? instant([...found.fields, hours, Number(clock[2]), 0], 0, 0) : null;
  if (exact) return { publishedAt: exact, precision: TimePrecision.SECOND };
  const publishedAt = instant(found.fields, 0, 0);
  return publishedAt === null ? null : { publishedAt, precision: TimePrecision.DAY };
}
