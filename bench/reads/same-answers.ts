import { isDeepStrictEqual } from 'node:util';
import { Connection } from '../measure/client.js';
import type { Target } from '../measure/interleave.js';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

async function answersOf({ port, requests }: Target): Promise<Answer[]> {
  const connection = await Connection.open(port);
  try {
    const answers = [];
    for (const request of requests) {
      answers.push(JSON.parse((await connection.send(request)).toString('utf8')) as Answer);
    }
    return answers;
  } finally {
    connection.close();
  }
}

/**
 * Asks two servers everything that they will be measured with, and compares the answers: a comparison of unequal answers
 * would be worth nothing.
 * @param factsOf what an answer says, where the two may say it in different words; the answer itself, unless given
 * @returns mean size of an answer of the first, in bytes of JSON
 * @throws when an answer has errors, no data, or is not the same on both
 */
export async function requireSameAnswers(
  question: string,
  first: Target,
  second: Target,
  factsOf: (answer: Answer) => unknown = (answer) => answer,
): Promise<number> {
  const [a, b] = [await answersOf(first), await answersOf(second)];
  let bytes = 0;
  for (const [place, answer] of a.entries()) {
    const text = JSON.stringify(answer);
    if (answer.errors !== undefined || !answer.data) throw new Error(`${question}: ${first.name} answers ${text}`);
    const other = b[place] as Answer;
    if (!isDeepStrictEqual(factsOf(answer), factsOf(other))) {
      throw new Error(`${question}, request ${place}: ${text}\nis not ${JSON.stringify(other)}`);
    }
    bytes += Buffer.byteLength(text);
  }
  return bytes / a.length;
}

/**
 * Mean size of a server's answers in bytes of JSON.
 * @throws when one has errors or no data
 */
export async function meanSize(target: Target): Promise<number> {
  return requireSameAnswers(target.name, target, target);
}
