import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Service } from './support';

export interface EventSource {
  /** As a client has it that reads by itself: paused until somebody asks for more. */
  readonly response: IncomingMessage;
  /** The next event, or null when the stream has ended. @throws when it broke */
  next(): Promise<{ readonly event: string; readonly data: unknown } | null>;
  /** Closes the connection. */
  abort(): void;
}

/** Opens a stream of events, on a connection of its own, without reading ahead of who reads it. */
export async function openEvents(
  { server }: Service,
  payload: object,
  headers: Record<string, string> = {},
): Promise<EventSource> {
  const sent = request(`${server.address}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    agent: false,
  });
  sent.end(JSON.stringify(payload));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  sent.on('error', () => undefined);
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let text = '';
  // How much of the text holds no end: looked through with every chunk, a large event would take seconds.
  let searched = 0;
  return {
    response,
    abort: () => sent.destroy(),
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n', searched);
        if (end < 0) {
          searched = Math.max(0, text.length - 1);
          const { done, value } = await chunks.next();
          if (done) return null;
          text += value.toString();
          continue;
        }
        const [event, data] = [/^event: (.*)$/m, /^data: (.*)$/m].map((word) => word.exec(text.slice(0, end))?.[1]);
        text = text.slice(end + 2);
        searched = 0;
        // What has no event is a comment.
        if (event !== undefined) return { event, data: data ? (JSON.parse(data) as unknown) : null };
      }
    },
  };
}
