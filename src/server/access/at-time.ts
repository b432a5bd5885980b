/**
 * The longest that a timer is trusted with, in milliseconds. Timers of Node stand still while the machine sleeps, and a
 * clock may be set; so the clock is looked at this often.
 */
const lookInterval = 15_000;

/**
 * Does something as soon as the clock of the machine shows a time, in milliseconds since 1970.
 * @returns what gives it up
 */
export function atTime(time: number, action: () => void): () => void {
  let timer: NodeJS.Timeout;
  const look = () => {
    const left = time - Date.now();
    if (left <= 0) return action();
    timer = setTimeout(look, Math.min(left + 1, lookInterval)).unref();
  };
  timer = setTimeout(look, Math.min(Math.max(0, time - Date.now() + 1), lookInterval)).unref();
  return () => clearTimeout(timer);
}
