import {
  createSourceEventStream,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ParallaxError } from '../../errors.js';
import { assertMayAsk } from '../access/may-ask.js';
import type { Context } from '../context.js';
import { executeOperation } from '../execute.js';
import { keyOf, pointsOf, pointsOfRefused, type Budgets, type Spending } from '../limits/budget.js';
import { Places } from '../limits/places.js';
import { limitSize } from '../limits/size.js';
import { maskError } from '../mask-error.js';
import type { Observer } from '../observation/observer.js';
import { untilAborted } from './deadline.js';
import { Documents, type KnownDocument } from './documents.js';
import { eachAnswered } from './each-answered.js';
import { errorsOf, Refused, withCodes } from './failures.js';
import {
  isPrepared,
  type Answer,
  type FinishedOperation,
  type OperationRequest,
  type PreparedOperation,
} from './operation.js';
import { resolveOperation } from './resolve-operation.js';

export interface CourseOptions {
  readonly schema: GraphQLSchema;
  readonly budgets: Budgets;
  /** Queries and mutations that a caller may have under way, and subscriptions. */
  readonly operationsPerCaller: number;
  readonly subscriptionsPerCaller: number;
  /** Whether a misspelt name is answered with what may have been meant. */
  readonly suggests: boolean;
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
 *     4. size       what it may cost (limits/size.ts)
 *     5. spend      from the caller's budget (limits/budget.ts)
 *     6. run        in one of the caller's places (limits/places.ts), until the signal of its context fires, and no longer
 *     7. finish     errors masked, those who keep logs and metrics told
 *
 * A context is made for each request, and for each payload of a subscription; whoever makes it closes its deadline.
 */
export class Course {
  readonly #documents: Documents;
  readonly #operations: Places;
  readonly #subscriptions: Places;

  constructor(private readonly options: CourseOptions) {
    const { operationsPerCaller, subscriptionsPerCaller } = options;
    this.#operations = new Places(operationsPerCaller, 'TOO_MANY_OPERATIONS', 'operations of yours under way');
    this.#subscriptions = new Places(subscriptionsPerCaller, 'TOO_MANY_OPERATIONS', 'subscriptions of yours open');
    this.#documents = new Documents(options.schema, options.suggests);
  }

  /** Queries and mutations that are under way, and subscriptions that are open or about to be. */
  get placesTaken(): { readonly operations: number; readonly subscriptions: number } {
    return { operations: this.#operations.taken, subscriptions: this.#subscriptions.taken };
  }

  /** Step 1. */
  find(query: string): KnownDocument {
    return this.#documents.find(query);
  }

  /** All of it, for a client that gets one answer. It never fails: what is wrong is in the answer. */
  async answer(request: OperationRequest, context: Context): Promise<Answer> {
    const prepared = await this.prepare(request, context);
    if (!isPrepared(prepared)) return prepared;
    if (prepared.operation.operation !== 'subscription') return this.run(prepared);
    return this.#finish({ ...prepared, context }, { errors: errorsOf(noStream()) });
  }

  /** Steps 1 to 5. @returns what to run, or the answer that refuses it */
  async prepare(request: OperationRequest, context: Context): Promise<PreparedOperation | Answer> {
    const { schema, budgets } = this.options;
    const { query, operationName, variables } = request;
    let known: KnownDocument = notLookedAt;
    let operation: OperationDefinitionNode | null = null;
    let spending: Spending | null = null;
    try {
      await budgets.assertHasLeft(context.caller);
      known = this.find(query);
      if (known.document === null) throw new Refused(known.errors);
      operation = resolveOperation(known.document, operationName);
      assertMayAsk(context.caller, schema, known.document, operation);
      const fields = limitSize(schema, known.document, operation, variables ?? {});
      spending = await budgets.spend(context.caller, pointsOf(fields));
      if (spending?.isOver) await budgets.assertHasLeft(context.caller);
      const { document } = known;
      const args = { schema, document, operationName: operation.name?.value, variableValues: variables };
      return { ...args, contextValue: context, operation, known, spending };
    } catch (error) {
      spending ??= await budgets.spend(context.caller, pointsOfRefused);
      return this.#finish({ known, operation, context, spending }, { errors: errorsOf(error) });
    }
  }

  /** Steps 6 and 7, of a query or a mutation. Its place is taken until its work is over, also when nobody waits any more. */
  async run(prepared: PreparedOperation): Promise<Answer> {
    const { operation, contextValue: context } = prepared;
    try {
      const giveBack = this.#operations.take(keyOf(context.caller));
      if (operation.operation === 'mutation') context.deadline.allow(this.options.mutationTimeoutMillis);
      return this.#finish({ ...prepared, context }, await executeInTime(prepared, giveBack));
    } catch (error) {
      return this.#finish({ ...prepared, context }, { errors: errorsOf(error) });
    }
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
    const { signal, deadline, caller } = prepared.contextValue;
    let giveBack: (() => void) | null = null;
    let source: Awaited<ReturnType<typeof createSourceEventStream>>;
    try {
      giveBack = this.#subscriptions.take(keyOf(caller));
      deadline.allow(null);
      source = await untilAborted(createSourceEventStream(prepared), signal, (late) => void endSource(late));
    } catch (error) {
      source = { errors: errorsOf(error) };
    }
    const letGo = () => {
      deadline.close();
      giveBack?.();
    };
    if (!(Symbol.asyncIterator in source)) {
      letGo();
      return this.#finish({ ...prepared, context: prepared.contextValue }, withCodes(source));
    }
    const events = source[Symbol.asyncIterator]();
    const observed = this.options.observer.subscription({ ...prepared, context: prepared.contextValue });
    const payload = async (rootValue: unknown) => {
      const context = createContext();
      try {
        const result = await executeInTime({ ...prepared, rootValue, contextValue: context });
        return this.#finish({ ...prepared, context, spending: null }, result, observed.payload);
      } finally {
        context.deadline.close();
      }
    };
    const end = async () => {
      letGo();
      observed.end();
      await events.return?.();
    };
    return eachAnswered(events, payload, end, signal);
  }

  #finish(
    { known, operation, context, spending }: Omit<FinishedOperation, 'answer'>,
    { errors, ...result }: ExecutionResult,
    observe = this.options.observer.operation,
  ): Answer {
    const masked = errors?.map((error) => maskError(error, context));
    const answer = { ...result, ...(masked && { errors: masked }), spending };
    observe({ known, operation, context, spending, answer });
    return answer;
  }
}

/** Stands for the document of a caller whose documents are not even looked at. */
const notLookedAt: KnownDocument = { hash: '', document: null, errors: [], asksDataVersion: false };

/**
 * Executes, and waits no longer than until the signal of the context fires.
 * @param over called when nothing is done for it any more, which may be later: a statement of the embedded database, or a
 *   document that is being taken in, goes on
 */
async function executeInTime(
  prepared: PreparedOperation,
  over: () => void = () => undefined,
): Promise<ExecutionResult> {
  const execution = execute(prepared).finally(over);
  try {
    return withCodes(await untilAborted(execution, prepared.contextValue.signal));
  } catch (error) {
    return { errors: errorsOf(error) };
  }
}

async function execute(prepared: PreparedOperation): Promise<ExecutionResult> {
  const { known, contextValue } = prepared;
  if (known.asksDataVersion) await contextValue.dataVersion();
  return executeOperation(prepared);
}

const noStream = () =>
  new ParallaxError(
    'BAD_USER_INPUT',
    'Subscriptions are served over WebSocket at this address (graphql-transport-ws), and as server-sent events at /graphql/stream.',
  );

async function endSource(source: AsyncIterable<unknown> | ExecutionResult): Promise<void> {
  if (Symbol.asyncIterator in source) await source[Symbol.asyncIterator]().return?.();
}
