import type { Word } from '../../language/en/words.js';

/** A day or span of days that a sentence names, in days since 1970 (UTC), both ends included. */
export interface NamedDate {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly fromWord: number;
  readonly toWord: number;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const dayMilliseconds = 86_400_000;

/**
 * The dates of a sentence that can be placed on a calendar: "12 May 2023", "May 12", "May 2023", "in 2021", and, where the
 * article's date is known, "Friday", "yesterday", "today", "tomorrow". A weekday is the last one up to the article's date
 * (news reports what was); after "next" or "on" with "will" in the sentence it is the next one.
 * Known failure: a month and day without a year is taken as the one nearest to the article.
 * @param asOf ISO 8601 date of the article; null when unknown: then relative days are not placed
 */
export function namedDates(text: string, words: readonly Word[], asOf: string | null): NamedDate[] {
  const today = asOf === null ? null : Math.floor(Date.parse(asOf) / dayMilliseconds);
  const isFuture = words.some((word) => word.lower === 'will' || word.lower === 'll');
  const found: NamedDate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const date = monthDate(words, at, today) ?? relativeDay(words, at, today, isFuture) ?? yearAlone(words, at);
    if (!date) continue;
    const { from, to, first, last } = date;
    found.push({ text: text.slice(words[from]!.start, words[to]!.end), first, last, fromWord: from, toWord: to });
    at = to;
  }
  return found;
}

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

function monthDate(words: readonly Word[], at: number, today: number | null): Placed | null {
  const before = dayOf(words[at]);
  const monthAt = before !== null && isMonth(words[at + 1]) ? at + 1 : isMonth(words[at]) ? at : null;
  if (monthAt === null) return null;
  const month = monthOf(words[monthAt]!)!;
  const after = monthAt === at ? dayOf(words[monthAt + 1]) : null;
  const day = monthAt === at ? after : before;
  const dayEnd = monthAt + (after !== null ? 1 : 0);
  const written = yearOf(words[dayEnd + 1]);
  const to = written === null ? dayEnd : dayEnd + 1;
  const year = written ?? nearestYear(month, day ?? 15, today);
  if (year === null) return null;
  if (day !== null) {
    const number = days(year, month, day);
    return { from: at, to, first: number, last: number };
  }
  // "may" and "march" are words as well: alone they count only with a year.
  if (written === null && (month === 4 || month === 2)) return null;
  return { from: at, to, first: days(year, month, 1), last: days(year, month + 1, 1) - 1 };
}

function relativeDay(words: readonly Word[], at: number, today: number | null, isFuture: boolean): Placed | null {
  if (today === null) return null;
  const word = words[at]!.lower;
  const fixed = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[word];
  if (fixed !== undefined) return { from: at, to: at, first: today + fixed, last: today + fixed };
  const weekday = weekdays.indexOf(word);
  if (weekday < 0) return null;
  const now = (((today + 4) % 7) + 7) % 7;
  const back = (now - weekday + 7) % 7;
  const isNext = isFuture || words[at - 1]?.lower === 'next';
  const number = isNext ? today + (back === 0 ? 0 : 7 - back) : today - back;
  return { from: at, to: at, first: number, last: number };
}

function yearAlone(words: readonly Word[], at: number): Placed | null {
  const year = yearOf(words[at]);
  const before = words[at - 1]?.lower ?? '';
  if (year === null || !['in', 'since', 'by', 'of', 'from', 'until', 'during', 'late', 'early'].includes(before))
    return null;
  return { from: at, to: at, first: days(year, 0, 1), last: days(year + 1, 0, 1) - 1 };
}

function isMonth(word: Word | undefined): boolean {
  return word !== undefined && monthOf(word) !== null;
}

function monthOf(word: Word): number | null {
  if (!word.isCapitalised) return null;
  const full = months.indexOf(word.lower);
  if (full >= 0) return full;
  const short =
    word.lower === 'sept' ? 8 : word.lower.length === 3 ? months.findIndex((name) => name.startsWith(word.lower)) : -1;
  return short >= 0 ? short : null;
}

function dayOf(word: Word | undefined): number | null {
  const match = word ? /^([0-3]?\d)(st|nd|rd|th)?$/.exec(word.lower) : null;
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

function yearOf(word: Word | undefined): number | null {
  return word && /^(1[89]|20)\d\d$/.test(word.lower) ? Number(word.lower) : null;
}

function nearestYear(month: number, day: number, today: number | null): number | null {
  if (today === null) return null;
  const year = new Date(today * dayMilliseconds).getUTCFullYear();
  const distance = (candidate: number): number => Math.abs(days(candidate, month, day) - today);
  return [year - 1, year, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
}

function days(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month, day) / dayMilliseconds);
}
