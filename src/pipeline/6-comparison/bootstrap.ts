import { Reliability, type Estimate } from '../values.js';
import type { Random } from './random.js';

/** Fewer independent articles than this cannot carry an estimate. */
export const fewestArticles = 5;
const resamples = 1000;

/** Which articles (by position) each resample drew, with replacement. Drawn once per outlet, used for all its figures. */
export function drawResamples(articles: number, random: Random, count = resamples): Uint32Array[] {
  return Array.from({ length: count }, () =>
    Uint32Array.from({ length: articles }, () => Math.floor(random() * articles)),
  );
}

/**
 * An estimate with its 95 % percentile interval.
 *
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13. Whole articles are drawn, not
 * claims: the claims of one article depend on each other.
 * Known failure: with few articles the interval is too narrow; that is why `reliability` says so.
 * @param values the statistic in each resample; null where it could not be counted
 */
export function percentileEstimate(
  value: number | null,
  articles: number,
  values: readonly (number | null)[],
  method: string,
): Estimate {
  const interval = articles < 2 || value === null ? null : percentiles(values);
  return {
    value,
    n: articles,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    method: `${method}; percentile bootstrap over articles, ${values.length} resamples`,
    reliability: articles < fewestArticles ? Reliability.INSUFFICIENT : Reliability.SUFFICIENT,
  };
}

/** The 2.5th and 97.5th percentile, interpolated; null when there is nothing to order. */
export function percentiles(values: readonly (number | null)[]): [number, number] | null {
  const ordered = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (ordered.length === 0) return null;
  return [quantile(ordered, 0.025), quantile(ordered, 0.975)];
}

function quantile(ordered: readonly number[], part: number): number {
  const place = part * (ordered.length - 1);
  const below = ordered[Math.floor(place)]!;
  const above = ordered[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
