import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { createHandler, type Response } from 'graphql-sse';
import { ParallaxError } from '../../errors.js';
import type { Context } from '../context.js';
import { countedAddress } from '../limits/address.js';
import { checkJson } from '../limits/json.js';
import type { Places } from '../limits/places.js';
import { maskError } from '../mask-error.js';
import type { Course } from '../operation/course.js';
import { untilAborted } from '../operation/deadline.js';
import { isPrepared, shownAnswer, type Answer, type ShownAnswer } from '../operation/operation.js';
import { runOnce } from '../operation/run-once.js';
import type { DocumentRequest } from '../persisted/find-document.js';
import { answerError, budgetHeaders, statusOfAnswer } from '../replies.js';
import { EventWriter } from './event-writer.js';

export interface EventStreamOptions {
  readonly course: Course;
  /** Makes the context of a request, and of each payload of its subscription. */
  readonly createContext: (request: FastifyRequest, ...closed: readonly AbortSignal[]) => Context;
  /** The text of the document that a request means. @throws ParallaxError */
  readonly findQuery: (request: DocumentRequest, context: Context) => string;
  /** Streams that may be open from one address. */
  readonly places: Places;
  /** How long a client may read nothing of what it is sent, in milliseconds. */
  readonly readingTimeoutMillis: number;
}

export interface EventStreams {
  readonly serve: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Ends all streams; clients go on from the last cursor they saw. */
  end(): void;
  /** What this process holds for clients that have not read it, in bytes. */
  unread(): number;
}

interface Stream {
  readonly context: Context;
  readonly writer: EventWriter;
}

/**
 * Serves GraphQL over server-sent events: the "distinct connections mode" of the GraphQL over SSE protocol, one stream for
 * each operation. The protocol's other mode, all operations of a client on one stream, is not served: it keeps what was
 * asked for before anybody reads, without limit.
 *
 * graphql-sse queues what a subscription gives as fast as it comes; here it is asked for the next payload only when the
 * one before was handed to the system, so that for a client that reads slowly at most two pile up.
 */
export function serveEventStreams(options: EventStreamOptions): EventStreams {
  const { course, createContext, findQuery, places, readingTimeoutMillis } = options;
  const open = new Set<EventWriter>();
  const handle = createHandler<FastifyRequest, Stream>({
    authenticate: () => null,
    async onSubscribe({ raw, context: stream }, { query, operationName, variables }) {
      const { context } = stream;
      const prepared = await course.prepare({ query, operationName, variables }, context);
      if (!isPrepared(prepared)) return refuse(prepared) as never;
      const { operation } = prepared;
      if (raw.method === 'GET' && operation.operation === 'mutation') return refuseMutation as never;
      if (operation.operation !== 'subscription') return paced(runOnce(course, prepared), stream) as never;
      const answers = await course.subscribe(prepared, () => createContext(raw, context.signal));
      return (Symbol.asyncIterator in answers ? paced(answers, stream) : only(shownAnswer(answers))) as never;
    },
  });

  return {
    async serve(request, reply) {
      if (!/text\/event-stream/i.test(request.headers.accept ?? '')) {
        return answerError(reply, 406, 'BAD_USER_INPUT', 'Here are streams of events: accept `text/event-stream`.');
      }
      const giveBack = places.take(countedAddress(request.ip));
      const context = createContext(request, whenClosed(reply));
      const writer = new EventWriter(reply.raw, context.signal, readingTimeoutMillis);
      open.add(writer);
      try {
        const sent = request.method === 'GET' ? request.query : request.body;
        const asked = typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : {};
        const query = findQuery(asked, context);
        const [body, { status, statusText, headers }] = await handle({
          method: 'POST',
          url: request.url,
          headers: { get: (name) => givenHeaders[name] },
          body: { ...asked, ...readVariables(asked, request.method), ...(query && { query }) },
          raw: request,
          context: { context, writer },
        });
        if (body === null || typeof body === 'string') {
          context.deadline.close();
          const isCoded = body !== null && body.includes('"code"');
          if (isCoded)
            return reply
              .code(status)
              .headers({ ...headers })
              .send(body);
          return answerError(reply, status, 'BAD_USER_INPUT', sentenceOf(body, statusText));
        }
        reply.hijack();
        reply.raw.writeHead(status, statusText, { ...(reply.getHeaders() as Record<string, string>), ...headers });
        await writer.pour(body as AsyncGenerator<string, void>);
        return reply;
      } catch (error) {
        context.deadline.close();
        throw error;
      } finally {
        open.delete(writer);
        giveBack();
      }
    },
    end() {
      for (const writer of open) writer.end();
    },
    unread: () => [...open].reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** Fires when the client has gone, also one that went before anybody asked. */
function whenClosed({ raw: response }: FastifyReply): AbortSignal {
  const connection = new AbortController();
  const abort = () => connection.abort(new ParallaxError('CLIENT_GONE', 'The client closed its connection.'));
  response.once('close', abort);
  if (response.destroyed) abort();
  return connection.signal;
}

/** What graphql-sse is told of every request: our own checks stand before it. */
const givenHeaders: Record<string, string> = { accept: 'text/event-stream', 'content-type': 'application/json' };

/** In an address, variables and extensions are JSON. @throws ParallaxError BAD_USER_INPUT */
function readVariables(asked: object, method: string): object {
  if (method !== 'GET') return {};
  const parameters = asked as Partial<Record<string, string>>;
  const read: Record<string, unknown> = {};
  for (const name of ['variables', 'extensions']) {
    const text = parameters[name];
    if (typeof text === 'string') read[name] = parseJson(name, text);
  }
  return read;
}

function parseJson(name: string, text: string): unknown {
  checkJson(Buffer.from(text));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${name}\` is no JSON.`, { cause: error });
  }
}

/** Lets a stream of answers be asked only as fast as its client reads; what it fails with becomes its last answer. */
function paced(
  answers: AsyncIterableIterator<Answer | ShownAnswer>,
  { context, writer }: Stream,
): AsyncGenerator<ShownAnswer, undefined> {
  let hasFailed = false;
  const end = async () => {
    await answers.return?.();
    return { done: true as const, value: undefined };
  };
  const results = {
    async next() {
      // Whoever may ask no longer is told at once, whether it reads or not.
      await untilAborted(writer.written, context.signal).catch(() => undefined);
      if (hasFailed) return end();
      try {
        const { done, value } = await answers.next();
        if (done) return end();
        return { done: false as const, value: 'spending' in value ? shownAnswer(value) : value };
      } catch (error) {
        hasFailed = true;
        const wrapped = new GraphQLError('The stream ended.', { originalError: error as Error });
        return { done: false as const, value: { errors: [maskError(wrapped, context)] } };
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => results,
  };
  return results as unknown as AsyncGenerator<ShownAnswer, undefined>;
}

/** graphql-sse takes no answer for one that has errors alone. */
async function* only(answer: ShownAnswer): AsyncGenerator<ShownAnswer, void> {
  yield answer;
}

function refuse(answer: Answer): Response {
  const status = statusOfAnswer(answer);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...Object.fromEntries(budgetHeaders(answer)),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  };
  return [JSON.stringify(shownAnswer(answer)), { status, statusText: 'Refused', headers }];
}

const refuseMutation: Response = [
  JSON.stringify({ errors: [{ message: 'Mutations come by POST.', extensions: { code: 'BAD_USER_INPUT' } }] }),
  {
    status: 405,
    statusText: 'Method Not Allowed',
    headers: { allow: 'POST', 'content-type': 'application/json; charset=utf-8' },
  },
];

/** What graphql-sse says against a request, without a code. */
function sentenceOf(body: string | null, statusText: string): string {
  if (body === null) return `${statusText}.`;
  const { errors } = JSON.parse(body) as { errors: { message: string }[] };
  return `${errors[0]?.message ?? statusText}.`;
}
