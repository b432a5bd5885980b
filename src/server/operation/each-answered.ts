import { untilAborted } from './deadline.js';

/**
 * The answers to the events of a source, each made only when it is asked for.
 * @param end called once the source has ended, failed, or is wanted no longer
 * @param signal fires when the source is waited for no longer
 */
export function eachAnswered<Event, Answer>(
  events: AsyncIterator<Event>,
  answer: (event: Event) => Promise<Answer>,
  end: () => Promise<void>,
  signal: AbortSignal,
): AsyncIterableIterator<Answer> {
  const finish = async () => {
    await end();
    return { done: true as const, value: undefined };
  };
  const results: AsyncIterableIterator<Answer> = {
    async next() {
      try {
        const event = await untilAborted(events.next(), signal);
        return event.done ? await finish() : { done: false, value: await answer(event.value) };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: finish,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
