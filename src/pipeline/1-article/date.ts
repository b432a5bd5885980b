import { strict } from 'chrono-node/en';
import { TimePrecision } from '../values.js';

/** A publication time in UTC, e.g. `2023-05-22T00:00:00.000Z`, and how exact it is. */
export interface PublicationTime {
  readonly publishedAt: string;
  readonly precision: TimePrecision;
}

/** No date is longer; bounds the work of the English parser. */
const LONGEST_DATE = 120;

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/** Numbers alone ("05/06/2023") mean different days in different countries. */
const ambiguous = /^\D*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\D*$/;

/** Words that may stand around a date without changing it. */
const around =
  /\b(?:first |last )?(?:published|updated|modified|posted|created|date|on|at|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi;

/** Offset in minutes of `Z`, `+02:00`, `-0500`, `+02`; a time without offset counts as UTC. */
function offsetMinutes(zone: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
  if (!parts) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return parts[1] === '-' ? -minutes : minutes;
}

/** The instant of civil fields, or null where there is no such day or time (30 February, 25:00). */
export function instant(fields: readonly number[], milliseconds: number, offset: number): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (hour > 23 || minute > 59 || second > 60 || month < 1 || month > 12 || year < 1600) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCDate() !== day) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * 60_000;
  return new Date(time).toISOString();
}

function readIso(text: string): PublicationTime | null {
  const parts = iso.exec(text);
  if (!parts) return null;
  const fields = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const milliseconds = Math.floor(Number(`0.${parts[7] ?? 0}`) * 1000);
  const hasTime = parts[4] !== undefined;
  const publishedAt = instant(fields, milliseconds, hasTime ? offsetMinutes(parts[8]) : 0);
  return publishedAt === null ? null : { publishedAt, precision: hasTime ? TimePrecision.SECOND : TimePrecision.DAY };
}

/** RFC 2822 and English dates: chrono's strict grammar, asked for its fields, so that no clock and no local zone take part. */
function readEnglish(text: string): PublicationTime | null {
  if (ambiguous.test(text)) return null;
  const results = strict.parse(text.replaceAll('|', ','), { instant: new Date(0), timezone: 0 });
  const start = results[0]?.start;
  if (results.length !== 1 || !start) return null;
  if (!start.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) return null;
  // Counted from a clock ("2 hours ago"), or with a year of two figures.
  if (!text.includes(String(start.get('year')))) return null;
  const rest = text.replaceAll('|', ',').replace(results[0]?.text ?? '', ' ');
  if (/[\p{L}\p{N}]/u.test(rest.replace(around, ''))) return null;
  const hasTime = start.isCertain('hour');
  const names = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
  const fields = names.map((name, index) => (index < 3 || hasTime ? (start.get(name) ?? 0) : 0));
  const publishedAt = instant(fields, 0, hasTime ? (start.get('timezoneOffset') ?? 0) : 0);
  return publishedAt === null ? null : { publishedAt, precision: hasTime ? TimePrecision.SECOND : TimePrecision.DAY };
}

/**
 * Reads a date: ISO 8601, RFC 2822, or English with the month as a word ("May 22, 2023", "22 May 2023, 10:15 GMT").
 * A time without zone counts as UTC. Null when the text is no date, or says more than a date.
 * Known failures: dates in other languages; a day-first numeric date ("22/05/2023"), refused with its ambiguous kin.
 */
export function readDate(text: string): PublicationTime | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '' || line.length > LONGEST_DATE) return null;
  return readIso(line) ?? readEnglish(line);
}
