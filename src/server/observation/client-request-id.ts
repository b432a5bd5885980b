import type { IncomingHttpHeaders } from 'node:http';

const form = /^[\w.:+/=@-]{1,128}$/;

/**
 * The id that a client or a proxy gave a request (`x-request-id`). It stands in the log beside our own and never in its
 * place: anybody can send one, twice the same or one that was another's.
 */
export function clientRequestId(headers: IncomingHttpHeaders): string | undefined {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && form.test(sent) ? sent : undefined;
}
