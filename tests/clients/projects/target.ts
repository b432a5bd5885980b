/** What the test that starts a program tells it: where the service is, and what is in it. */
export interface Target {
  /** Of GraphQL over HTTP; the same with `ws:` over WebSocket. */
  readonly url: string;
  readonly eventId: string;
  readonly sourceId: string;
  readonly actorId: string;
  readonly claimId: string;
}

export const target = JSON.parse(process.argv[2] ?? '{}') as Target;

export const socketUrl = target.url.replace(/^http/, 'ws');

/** How many claims a page holds: few, so that there are several pages. */
export const pageSize = 4;

/** A document of an outlet that the service does not know yet. */
export function documentOf(source: string) {
  return {
    source,
    headline: `Ministry calls the dam safe, ${source} learns`,
    text: 'The dam at Orrel is safe, the energy ministry said on Tuesday.',
  };
}

/** Hands over to the test what the client got. */
export function report(results: object): void {
  process.stdout.write(`${JSON.stringify(results)}\n`);
}
