import { median, quantile } from '../measure/statistics.js';

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** Three figures that count, and no more than the clock can tell. */
export function figure(value: number | null): string {
  if (value === null) return '–';
  if (value >= 100) return String(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** A median with how far half of the values spread: "4.1 (3.7–4.9)". */
export function spread(values: readonly number[]): string {
  return `${figure(median(values))} (${figure(quantile(values, 0.25))}–${figure(quantile(values, 0.75))})`;
}

export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
