import { isDeepStrictEqual } from 'node:util';
import { Connection } from '../measure/client.js';
import type { Target } from '../measure/interleave.js';

async function answersOf({ port, requests }: Target): Promise<{ data?: unknown; errors?: unknown }[]> {
  const connection = await Connection.open(port);
  try {
    const answers = [];
    for (const request of requests) {
      answers.push(JSON.parse((await connection.send(request)).toString('utf8')) as { data?: unknown });
    }
    return answers;
  } finally {
    connection.close();
  }
}

/**
 * Asks two servers everything that they will be measured with, and compares the answers: a comparison of unequal answers
 * would be worth nothing.
 * @returns mean size of an answer of the first, in bytes of JSON
 * @throws when an answer has errors, no data, or is not the same on both
 */
export async function requireSameAnswers(question: string, first: Target, second: Target): Promise<number> {
  const [a, b] = [await answersOf(first), await answersOf(second)];
  let bytes = 0;
  for (const [place, answer] of a.entries()) {
    const text = JSON.stringify(answer);
    if (answer.errors !== undefined || !answer.data) throw new Error(`${question}: ${first.name} answers ${text}`);
    if (!isDeepStrictEqual(answer, b[place])) {
      throw new Error(`${question}, request ${place}: ${text}\nis not ${JSON.stringify(b[place])}`);
    }
    bytes += Buffer.byteLength(text);
  }
  return bytes / a.length;
}
