import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { answerDirectly } from './look-ahead/answer/index.js';

/**
 * Runs a checked query or mutation, of which the caller was told apart and let pass before (`access/may-ask.ts`): what is
 * answered here without resolvers is not asked about again. Queries that are read from the store alone are answered
 * straight from its rows, all else by graphql-js.
 */
export async function executeOperation(args: ExecutionArgs): Promise<ExecutionResult> {
  return (await answerDirectly(args)) ?? execute(args);
}
