/**
 * Reads a Retry-After header (RFC 9110 §10.2.3): seconds, or an HTTP date.
 * @param now milliseconds since the epoch
 * @returns milliseconds from now, at least 0; null when it can be read as neither
 */
export function retryDelay(header: string, now: number): number | null {
  const value = header.trim();
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Date.parse reads many things: an HTTP date begins with a weekday.
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}
