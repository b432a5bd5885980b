/**
 * Dates of feeds: RFC 822 and its heirs with what is made of them in practice, and W3CDTF (ISO 8601). Only what names a year,
 * a month and a day is a date: anything else is null, never completed from a clock.
 */

/** No date is longer. */
const LONGEST_DATE = 120;

/** Hours east of Greenwich. Names that stand for several zones (IST, AST) are left out: such a time is no time. */
const zones: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, met: 1, mest: 2, mez: 1, mesz: 2, eet: 2, eest: 3,
  msk: 3, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10,
  jst: 9, kst: 9, hkt: 8, sgt: 8, awst: 8, acst: 9.5, acdt: 10.5, aest: 10, aedt: 11, nzst: 12, nzdt: 13, sast: 2,
}; // prettier-ignore

const languages = 'en de fr es it pt nl sv da nb fi pl cs sk hu ro tr ru uk bg el hr sl et lv lt ca id'.split(' ');

/** Letters only, without accents: `März.` and `marz` are one. */
function letters(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

let monthTable: Map<string, number> | null = null;

/** Names of months in the languages above, long and short, in both grammatical forms; one that means two months is no name. */
function monthNames(): Map<string, number> {
  if (monthTable) return monthTable;
  const table = new Map<string, number>();
  const add = (name: string, month: number, isFirm: boolean): void => {
    const known = table.get(name);
    if (name.length < 2 || /^\d*$/.test(name) || (known !== undefined && firm.has(name))) return;
    if (isFirm) firm.add(name);
    table.set(name, known === undefined || known === month || isFirm ? month : Number.NaN);
  };
  const firm = new Set<string>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      const inDate = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const day = new Date(Date.UTC(2024, month - 1, 2));
        const declined = inDate.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
        // English names are what the standard knows: no other language takes them away.
        for (const name of [alone.format(day), declined]) add(letters(name), month, language === 'en');
      }
    }
  }
  table.set('sept', 9);
  monthTable = table;
  return table;
}

function monthOf(word: string): number | null {
  const month = monthNames().get(letters(word));
  return month === undefined || Number.isNaN(month) ? null : month;
}

interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Seconds into the day; null for a date without time. */
  readonly time: number | null;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

/** `2024-03-04`, or `2024-03-04T10:00:00.000Z`; null where there is no such day or time. */
function write({ year, month, day, time, offset }: Fields): string | null {
  // A year before any feed stands for a missing date.
  if (year < 1971 || year > 9999 || month < 1 || month > 12) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  if (time === null) return new Date(midnight).toISOString().slice(0, 10);
  return new Date(midnight + time * 1000 - offset * 60_000).toISOString();
}

/** Seconds into the day. 24:00 is the end of the day, 60 a leap second. */
function timeOf(hour: string, minute: string, second: string | undefined): number | null {
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  return h > 24 || m > 59 || s >= 61 || (h === 24 && m + s > 0)
    ? null
    : h * 3600 + m * 60 + Math.floor(s * 1000) / 1000;
}

/** Minutes of `+0200`, `+02:00`, `+2`, `EST`, `GMT+1`, `+0100 (CET)`, nothing (UTC); null for a zone that is not known. */
function offsetOf(zone: string): number | null {
  const text = zone.replace(/\([^()]*\)/g, '').trim();
  if (text === '') return 0;
  const signed = /^(?:gmt|utc?)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
  if (signed) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
    return minutes > 14 * 60 ? null : signed[1] === '-' ? -minutes : minutes;
  }
  const hours = zones[text.toLowerCase()];
  return hours === undefined ? null : hours * 60;
}

/** W3CDTF, also without separators and with a space for the T. */
function readIso(text: string): string | null {
  const parts =
    /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2}))(?:(?:T|t|\s|,\s?)\s?(\d{1,2}):?(\d{2})(?::?(\d{2}(?:[.,]\d{1,9})?))?\s?(.*))?$/.exec(
      text,
    );
  if (!parts) return null;
  const [, year, m1, d1, m2, d2, m3, d3, hour, minute, second, zone = ''] = parts;
  const day = { year: Number(year), month: Number(m1 ?? m2 ?? m3), day: Number(d1 ?? d2 ?? d3) };
  if (hour === undefined || minute === undefined) return write({ ...day, time: null, offset: 0 });
  const time = timeOf(hour, minute, second?.replace(',', '.'));
  const offset = offsetOf(zone);
  return time === null || offset === null ? null : write({ ...day, time, offset });
}

/** RFC 2822: a year of two figures lies in 1950–2049. */
function yearOf(figures: string): number {
  const year = Number(figures);
  return figures.length > 2 ? year : year + (year < 50 ? 2000 : 1900);
}

const clock = /(?:^|[\s,T])(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?\s?([ap])?\.?(?:m\b\.?)?/i;

/** A month as a word, in any order with day, year, time and zone; the day of the week is not looked at. */
function readWords(text: string): string | null {
  const found = clock.exec(text);
  let time: number | null = null;
  let zone = '';
  let rest = text;
  if (found) {
    const [whole, hour = '', minute = '', second, half] = found;
    if (half !== undefined && Number(hour) > 12) return null;
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    time = timeOf(String(hours), minute, second);
    if (time === null) return null;
    const after = text.slice(found.index + whole.length);
    // "10:00:00 EST 2024": the year of Unix dates stands after the zone.
    const lateYear = /(?:^|\s)(\d{4})$/.exec(after);
    zone = after.slice(0, lateYear?.index ?? after.length);
    rest = `${text.slice(0, found.index)} ${lateYear?.[1] ?? ''}`;
  } else {
    // A zone without a time says nothing.
    rest = rest.replace(/\s(?:GMT|UTC|Z|[+-]\d{4})$/, '');
  }
  const words = rest
    .split(/[\s,/.-]+/)
    .filter((word) => word !== '' && !/^(?:de|del|of|the|at|à|um|om|kl)$/i.test(word));
  const numbers = words.filter((word) => /^\d+(?:st|nd|rd|th)?$/i.test(word)).map((word) => word.replace(/\D/g, ''));
  const names = words.filter((word) => !/\d/.test(word));
  const [first, second] = numbers;
  if (numbers.length !== 2 || words.length !== numbers.length + names.length || names.length > 2) return null;
  // The last word with a meaning: before it only the day of the week can stand.
  const months = names.map(monthOf).filter((month) => month !== null);
  const month = names.length === 2 ? (monthOf(names[1] ?? '') ?? monthOf(names[0] ?? '')) : months[0];
  const offset = offsetOf(zone);
  if (month === null || month === undefined || offset === null || first === undefined || second === undefined)
    return null;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  if (day.length > 2 || year.length === 3 || year.length > 4) return null;
  return write({ year: yearOf(year), month, day: Number(day), time, offset: time === null ? 0 : offset });
}

/**
 * Reads a date of a feed.
 * @returns ISO 8601: the day alone (`2024-03-04`), or with time in UTC (`2024-03-04T10:00:00.000Z`); a time without zone counts
 * as UTC. null for what does not name year, month and day ("yesterday", "2024-03", "12/03/2024", whose order nobody knows).
 */
export function readFeedDate(text: string | null | undefined): string | null {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  if (line === '' || line.length > LONGEST_DATE) return null;
  return readIso(line) ?? readWords(line);
}
