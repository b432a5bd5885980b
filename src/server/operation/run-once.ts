import { ParallaxError } from '../../errors.js';
import type { Course } from './course.js';
import { shownAnswer, type PreparedOperation, type ShownAnswer } from './operation.js';

/** A query or a mutation as a stream of one answer, so that a client that no longer wants it can end it as one. */
export function runOnce(course: Course, prepared: PreparedOperation): AsyncIterableIterator<ShownAnswer> {
  const { deadline } = prepared.contextValue;
  let isAsked = false;
  const results: AsyncIterableIterator<ShownAnswer> = {
    async next() {
      if (isAsked) return { done: true, value: undefined };
      isAsked = true;
      try {
        return { done: false, value: shownAnswer(await course.run(prepared)) };
      } finally {
        deadline.close();
      }
    },
    async return() {
      deadline.cancel(new ParallaxError('CLIENT_GONE', 'The client no longer wants an answer.'));
      deadline.close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
