import { atTime } from '../../../src/server/access/at-time';

const hour = 3_600_000;

// No test can put the machine to sleep: while it does, the clock goes on and timers stand still, as here.
describe('what is to be done at a time', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('is done then', () => {
    const done = jest.fn();
    atTime(Date.now() + hour, done);
    jest.advanceTimersByTime(hour - 1);
    expect(done).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('is done within seconds of waking up when the machine has slept meanwhile', () => {
    const done = jest.fn();
    atTime(Date.now() + hour, done);
    jest.advanceTimersByTime(60_000);
    jest.setSystemTime(Date.now() + 2 * hour);
    jest.advanceTimersByTime(15_000);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('is not done before when the clock was set back, nor after it was given up', () => {
    const [late, never] = [jest.fn(), jest.fn()];
    atTime(Date.now() + hour, late);
    const giveUp = atTime(Date.now() + hour, never);
    jest.setSystemTime(Date.now() - hour);
    jest.advanceTimersByTime(hour + 1);
    expect(late).not.toHaveBeenCalled();
    giveUp();
    jest.advanceTimersByTime(hour + 1);
    expect(late).toHaveBeenCalledTimes(1);
    expect(never).not.toHaveBeenCalled();
  });
});
