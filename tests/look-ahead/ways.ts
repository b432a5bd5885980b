import { execute, parse, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Jobs } from '../../src/jobs/jobs';
import { allScopes, neverEnded } from '../../src/server/access/caller';
import type { Context } from '../../src/server/context';
import { executeOperation } from '../../src/server/execute';
import { createLoaders } from '../../src/server/loaders';
import { answerDirectly } from '../../src/server/look-ahead/answer/index';
import { lookAhead } from '../../src/server/look-ahead/index';
import { createSchema } from '../../src/server/schema';
import type { Store } from '../../src/store/store';

export const plainSchema = createSchema();
export const aheadSchema = lookAhead(createSchema());

export type Answer = (query: string, variables?: object) => Promise<ExecutionResult>;

/** The ways in which one operation is answered, each a second opinion on the others. */
export interface Ways {
  /** Field by field, by resolvers and loaders. */
  readonly plain: Answer;
  /** By resolvers that find on their rows what a root field has read. */
  readonly ahead: Answer;
  /** From the rows, without resolvers, where that can be; as the service does. */
  readonly direct: Answer;
  /** As `direct` the second time that a document comes, with other variables the first time. */
  readonly again: (query: string, before: object, variables: object) => Promise<ExecutionResult>;
  /** Whether it is answered from the rows. */
  isDirect(query: string, variables?: object): Promise<boolean>;
  /** What the service runs. */
  argumentsOf(query: string, variables?: object): ExecutionArgs;
  /** What was logged as a warning: errors of the direct way that nobody foresaw. */
  readonly warnings: readonly { readonly err: unknown }[];
}

/** @param compare what compares the outlets of an event; only for operations that ask for that */
export function waysOf(store: Store, compare?: Jobs['compare']): Ways {
  const caller = { id: 'test', scopes: allScopes, isAnonymous: true, ended: neverEnded };
  const warnings: { err: unknown }[] = [];
  const logger = { warn: (words: { err: unknown }) => warnings.push(words) };
  const args = (query: string, variables: object = {}) => ({
    schema: aheadSchema,
    document: parse(query),
    variableValues: variables as Record<string, unknown>,
    contextValue: { store, jobs: { compare }, caller, logger, loaders: createLoaders(store) } as unknown as Context,
  });
  return {
    plain: async (query, variables) => execute({ ...args(query, variables), schema: plainSchema }),
    ahead: async (query, variables) => execute(args(query, variables)),
    direct: (query, variables) => executeOperation(args(query, variables)),
    async again(query, before, variables) {
      const first = args(query, before);
      await executeOperation(first);
      return executeOperation({ ...args(query, variables), document: first.document });
    },
    isDirect: async (query, variables) => (await answerDirectly(args(query, variables))) !== null,
    argumentsOf: args,
    warnings,
  };
}
