import { createClient } from 'graphql-ws';
import { Environment, Network, Observable, RecordSource, Store, type GraphQLResponse } from 'relay-runtime';
import { WebSocket } from 'ws';
import { socketUrl, target } from './target.js';

export const sockets = createClient({ url: socketUrl, webSocketImpl: WebSocket });

/** The network layer as Relay's documentation has it: POST for queries and mutations, graphql-ws for subscriptions. */
export const environment = new Environment({
  network: Network.create(
    async ({ text: query }, variables) => {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphQLResponse;
    },
    ({ text, name }, variables) =>
      Observable.create<GraphQLResponse>((sink) =>
        sockets.subscribe(
          { query: text ?? '', operationName: name, variables },
          {
            next: (value) => sink.next(value as GraphQLResponse),
            error: (error) => sink.error(error as Error),
            complete: () => sink.complete(),
          },
        ),
      ),
  ),
  store: new Store(new RecordSource()),
});
