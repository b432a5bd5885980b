import type { GraphiQL } from 'graphiql';
import { type ExecutionResult, type OperationDefinitionNode, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import type { ComponentProps } from 'react';
import { keyWanted, withServiceKey } from './service-key';
import { createValue } from './value';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];
type FetcherParameters = Parameters<Fetcher>[0];

/** The subscription that runs, and how many answers it had; null when none runs. */
export const subscriptionProgress = createValue<{ answers: number } | null>(null);

/** An error that tells the reader something; GraphiQL would print its stack below the sentence. */
function explain(message: string): Error {
  const error = new Error(message);
  error.stack = undefined;
  return error;
}

function keyIsWanted(): Error {
  keyWanted.set(true);
  return explain(
    'The service asks for its key. Enter it under "Service key" on the left, or set an Authorization header under "Headers".',
  );
}

/** A service may run nothing but what its clients' builds handed over; whoever runs it may try out anything. */
function adminKeyIsWanted(): Error {
  keyWanted.set(true);
  return explain(
    'The service runs persisted documents only. A key with the scope ADMIN lets you ask anything: enter it under "Service key" on the left.',
  );
}

/** The operation to run: the one named, else the first. Null when the text does not parse, which the service explains. */
function chooseOperation(query: string, name: string | null | undefined): OperationDefinitionNode | null {
  try {
    const operations = parse(query).definitions.filter((definition) => definition.kind === 'OperationDefinition');
    return operations.find((operation) => operation.name?.value === name) ?? operations[0] ?? null;
  } catch {
    return null;
  }
}

async function request(url: string, parameters: FetcherParameters, headers: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
    },
    body: JSON.stringify(parameters),
  }).catch((error: unknown) => {
    throw explain(`The service could not be reached: ${error instanceof Error ? error.message : String(error)}.`);
  });
  if (response.status === 401) throw keyIsWanted();
  const text = await response.text();
  const answer = parseAnswer(response.status, text);
  if (answer.errors?.[0]?.extensions?.code === 'DOCUMENT_NOT_PERSISTED') throw adminKeyIsWanted();
  keyWanted.set(false);
  return answer;
}

function parseAnswer(status: number, text: string): ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  try {
    return JSON.parse(text) as ExecutionResult<Record<string, unknown>, Record<string, unknown>>;
  } catch {
    throw explain(`The service answered ${status} with something other than JSON: ${text.slice(0, 200)}`);
  }
}

/** Says in a sentence why a connection ended; graphql-ws gives a CloseEvent, a list of GraphQL errors or an Error. */
function connectionError(error: unknown): unknown {
  if (!(error instanceof CloseEvent)) return error;
  if (error.code === 4401 || error.code === 4403) return keyIsWanted();
  const reason = error.reason ? `: ${error.reason}` : '';
  return explain(
    `The connection to the service ended (${error.code}${reason}). Run the operation again; give the last cursor as "after" to receive what came in between.`,
  );
}

function listen(url: string, parameters: FetcherParameters, headers: Record<string, string>) {
  return {
    // GraphiQL calls it with an object, or with functions by an older convention that it no longer uses itself.
    subscribe(observer: { next(value: unknown): void; error(error: unknown): void; complete(): void }) {
      // No silent reconnection: claims that arrive in between would be missing unseen.
      const client = createClient({ url, connectionParams: headers, retryAttempts: 0, keepAlive: 15_000 });
      // After GraphiQL has let go, a late end must not be taken for that of the operation which runs by then.
      let isOpen = true;
      const close = () => {
        if (!isOpen) return false;
        isOpen = false;
        subscriptionProgress.set(null);
        return true;
      };
      let answers = 0;
      subscriptionProgress.set({ answers });
      const unsubscribe = client.subscribe(
        { query: parameters.query, variables: parameters.variables, operationName: parameters.operationName },
        {
          next(value) {
            if (!isOpen) return;
            answers += 1;
            subscriptionProgress.set({ answers });
            observer.next(value);
          },
          error(error) {
            if (close()) observer.error(connectionError(error));
          },
          complete() {
            if (close()) observer.complete();
          },
        },
      );
      return {
        unsubscribe() {
          close();
          unsubscribe();
          void client.dispose();
        },
      };
    },
  };
}

/**
 * How GraphiQL reaches the service: queries and mutations by HTTP POST, subscriptions by graphql-ws on the same path.
 * Headers of the headers editor go along in both, as the connection's parameters in the second.
 */
export function createFetcher(path: string): Fetcher {
  const socketUrl = new URL(path, window.location.href);
  socketUrl.protocol = socketUrl.protocol === 'https:' ? 'wss:' : 'ws:';
  return (parameters, options) => {
    const headers = withServiceKey(options?.headers);
    // GraphiQL learns the operation's name a moment after its text, so the text decides.
    const operation = chooseOperation(parameters.query, parameters.operationName);
    const named = { ...parameters, operationName: operation?.name?.value };
    if (operation?.operation !== 'subscription') return request(path, named, headers);
    return listen(socketUrl.href, named, headers) as ReturnType<Fetcher>;
  };
}
