import { getMaxListeners } from 'node:events';
import { createEnding } from '../../../src/server/access/caller';
import { startDeadline } from '../../../src/server/operation/deadline';

describe('a deadline', () => {
  test('is one of many on the same signals, in which Node sees no leak, and lets go of them', () => {
    const ending = createEnding();
    expect(getMaxListeners(ending.signal)).toBe(Infinity);
    const connection = new AbortController();
    const deadlines = Array.from({ length: 20 }, () => startDeadline(null, ending.signal, connection.signal));
    expect([connection.signal, deadlines[0]?.signal as AbortSignal].map(getMaxListeners)).toEqual([Infinity, Infinity]);
    deadlines.slice(0, 10).forEach(({ close }) => close());
    ending.abort(new Error('over'));
    expect(deadlines.map(({ signal }) => signal.aborted)).toEqual(deadlines.map((_, index) => index >= 10));
  });
});
