import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isParallaxError, ParallaxError } from '../../errors.js';
import { assertMayAsk } from '../access/may-ask.js';
import type { Context } from '../context.js';
import type { Observer } from '../observation/observer.js';
import { maskError } from '../mask-error.js';
import { limitSize } from '../size-limit.js';
import { untilAborted } from './deadline.js';
import { Documents, type KnownDocument } from './documents.js';

/** An operation as a client sends it, whatever it came through. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** What a client gets: errors are masked and have their codes. Without `data` nothing was run. */
export interface Answer {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
}

/** An operation that may be run. */
export interface PreparedOperation extends ExecutionArgs {
  readonly contextValue: Context;
  readonly operation: OperationDefinitionNode;
  readonly known: KnownDocument;
}

/** What an operation was and what came of it; of a subscription, once for each payload. */
export interface FinishedOperation {
  readonly known: KnownDocument;
  /** Null when none was found in the document. */
  readonly operation: OperationDefinitionNode | null;
  readonly context: Context;
  readonly answer: Answer;
}

/** A subscription whose source has begun. */
export type StartedSubscription = Omit<FinishedOperation, 'answer'>;

export interface CourseOptions {
  readonly schema: GraphQLSchema;
  /** How long a mutation may take, in milliseconds: what it began is not undone when nobody waits any more. */
  readonly mutationTimeoutMillis: number;
  /** Told of each operation when its answer is made, refused ones too: logs and metrics are kept from here. */
  readonly observer: Observer;
}

/**
 * The course of an operation, the same over HTTP, WebSocket and SSE:
 *
 *     1. find       the document by its text: parsed, checked, remembered (documents.ts). A document that is known by
 *                   another name is found by each transport before, as text
 *     2. resolve    which of its operations is meant
 *     3. authorise  what the caller may do, before anything is run (access/may-ask.ts)
 *     4. size       what it may cost (size-limit.ts)
 *     5. run        until the signal of its context fires, and no longer
 *     6. finish     errors masked, those who keep logs and metrics told
 *
 * A context is made for each request, and for each payload of a subscription; whoever makes it closes its deadline.
 */
export class Course {
  readonly #documents: Documents;

  constructor(private readonly options: CourseOptions) {
    this.#documents = new Documents(options.schema);
  }

  /** Step 1. */
  find(query: string): KnownDocument {
    return this.#documents.find(query);
  }

  /** All of it, for a client that gets one answer. It never fails: what is wrong is in the answer. */
  async answer(request: OperationRequest, context: Context): Promise<Answer> {
    const prepared = this.prepare(request, context);
    if (!isPrepared(prepared)) return prepared;
    const { known, operation } = prepared;
    if (operation.operation !== 'subscription') return this.run(prepared);
    return this.#finish(known, operation, context, { errors: [asGraphQLError(noStream())] });
  }

  /** Steps 1 to 4. @returns what to run, or the answer that refuses it */
  prepare({ query, operationName, variables }: OperationRequest, context: Context): PreparedOperation | Answer {
    const known = this.find(query);
    let operation: OperationDefinitionNode | null = null;
    try {
      if (known.document === null) return this.#finish(known, null, context, { errors: known.errors });
      operation = resolveOperation(known.document, operationName);
      assertMayAsk(context.caller, this.options.schema, known.document, operation);
      limitSize(this.options.schema, known.document, operation, variables ?? {});
    } catch (error) {
      return this.#finish(known, operation, context, { errors: [asGraphQLError(error)] });
    }
    return {
      schema: this.options.schema,
      document: known.document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue: context,
      operation,
      known,
    };
  }

  /** Steps 5 and 6, of a query or a mutation. */
  async run(prepared: PreparedOperation): Promise<Answer> {
    const { known, operation, contextValue: context } = prepared;
    if (operation.operation === 'mutation') context.deadline.allow(this.options.mutationTimeoutMillis);
    return this.#finish(known, operation, context, await this.#execute(prepared));
  }

  /**
   * Begins a subscription. Each payload is made with a context of its own, since loaders remember what they read, and only
   * when it is asked for. `return` reaches the source at once, also while the next payload is awaited.
   * The subscription closes the deadline of its own context when it ends, and those of its payloads.
   * @param createContext makes the context of a payload
   */
  async subscribe(
    prepared: PreparedOperation,
    createContext: () => Context,
  ): Promise<AsyncIterableIterator<Answer> | Answer> {
    const { known, operation, contextValue } = prepared;
    const { signal } = contextValue;
    contextValue.deadline.allow(null);
    let source: Awaited<ReturnType<typeof createSourceEventStream>>;
    try {
      const beginning = createSourceEventStream(prepared);
      source = await untilAborted(beginning, signal, (late) => void endSource(late));
    } catch (error) {
      source = { errors: [asGraphQLError(error)] };
    }
    if (!(Symbol.asyncIterator in source)) {
      contextValue.deadline.close();
      return this.#finish(known, operation, contextValue, withCodes(source));
    }
    const events = source[Symbol.asyncIterator]();
    const observed = this.options.observer.subscription({ known, operation, context: contextValue });
    const payload = async (rootValue: unknown) => {
      const context = createContext();
      try {
        const result = await this.#execute({ ...prepared, rootValue, contextValue: context });
        return this.#finish(known, operation, context, result, observed.payload);
      } finally {
        context.deadline.close();
      }
    };
    const end = async () => {
      contextValue.deadline.close();
      observed.end();
      await events.return?.();
      return { done: true as const, value: undefined };
    };
    const results: AsyncIterableIterator<Answer> = {
      async next() {
        try {
          const event = await untilAborted(events.next(), signal);
          return event.done ? await end() : { done: false, value: await payload(event.value) };
        } catch (error) {
          await end();
          throw error;
        }
      },
      return: end,
      [Symbol.asyncIterator]: () => results,
    };
    return results;
  }

  async #execute(prepared: PreparedOperation): Promise<ExecutionResult> {
    const { known, contextValue } = prepared;
    try {
      if (known.asksDataVersion) await contextValue.dataVersion();
      return withCodes(await untilAborted(execute(prepared), contextValue.signal));
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
  }

  #finish(
    known: KnownDocument,
    operation: OperationDefinitionNode | null,
    context: Context,
    { errors, ...result }: ExecutionResult,
    observe = this.options.observer.operation,
  ): Answer {
    const answer = errors
      ? { ...result, errors: errors.map((error) => maskError(error, context)) }
      : (result as Answer);
    observe({ known, operation, context, answer });
    return answer;
  }
}

export function isPrepared(prepared: PreparedOperation | Answer): prepared is PreparedOperation {
  return 'known' in prepared;
}

const noStream = () =>
  new ParallaxError(
    'BAD_USER_INPUT',
    'Subscriptions are served over WebSocket at this address, by the graphql-transport-ws protocol.',
  );

async function endSource(source: AsyncIterable<unknown> | ExecutionResult): Promise<void> {
  if (Symbol.asyncIterator in source) await source[Symbol.asyncIterator]().return?.();
}

function resolveOperation(
  document: Parameters<typeof getOperationAST>[0],
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  const reason = operationName
    ? `Unknown operation named "${operationName}".`
    : 'Must provide operation name if query contains multiple operations.';
  throw new GraphQLError(reason, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  // Without a code of its own, what GraphQL's functions throw counts as the client's mistake.
  const extensions = { code: isParallaxError(cause) ? cause.code : 'INTERNAL_SERVER_ERROR' };
  return new GraphQLError(cause.message, { originalError: cause, extensions });
}

const withCodes = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map(asBadInput) } : result;

/** What fails in the execution of a checked document before any field is reached is a variable of a wrong type. */
function asBadInput(error: GraphQLError): GraphQLError {
  const isOfVariables = error.path === undefined && (error.originalError ?? error) instanceof GraphQLError;
  if (!isOfVariables || error.extensions.code !== undefined) return error;
  const { message, nodes } = error;
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
