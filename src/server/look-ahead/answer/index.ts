import {
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  locatedError,
  visit,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { runPrepared } from '../../../store/selection/prepared.js';
import type { Cells } from '../../../store/selection/selection.js';
import type { Context } from '../../context.js';
import type { Document, Field, Variables } from '../fields.js';
import { plainFields } from '../plain-fields.js';
import { charactersOfPlan, Kept } from './kept.js';
import { planRoot, type BoundRoot, type RootPlan } from './root.js';
import { tellUnforeseen } from './tell-unforeseen.js';
import { Unanswerable } from './values.js';

/** Ways in which one operation is asked for by the variables of its directives. */
const mostWays = 8;

interface Root {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly isRequired: boolean;
  /** null for `__typename`. */
  readonly plan: RootPlan | null;
}

/** An operation that was planned, as far as its document tells. */
interface PlannedOperation {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly directiveVariables: readonly string[];
  /** By the values of those variables; null for what cannot be planned whole. */
  readonly ways: Kept<readonly Root[] | null>;
}

/** Documents that are asked again are the same objects, so plans hang on them and go with them. */
const planned = new WeakMap<OperationDefinitionNode, PlannedOperation>();

/**
 * Answers a query straight from the rows of its statements, one for each root field, without running resolvers.
 *
 *     1. the document is planned: what to select, and how the answer is written from it (planner.ts, page.ts, values.ts)
 *     2. the variables are bound; how they read in SQL tells which statement it is (root.ts)
 *     3. the rows are written as graphql-js would answer
 *
 * @returns null where ordinary execution must answer: for what is not all read from the store, and for anything wrong that
 *   is told at its place in the answer (arguments, a null where none may be)
 */
export async function answerDirectly(args: ExecutionArgs): Promise<ExecutionResult | null> {
  const { schema, document, operationName, variableValues } = args;
  const { store } = args.contextValue as Context;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') return null;
  let roots: readonly Root[] | null;
  let bound: (BoundRoot | null)[];
  try {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, {
      maxErrors: 1,
    });
    roots = coerced ? rootsOf(args, operation, coerced) : null;
    if (!coerced || !roots) return null;
    bound = await Promise.all(roots.map(async ({ plan }) => plan && plan(store, coerced)));
  } catch (error) {
    tellUnforeseen(error, args);
    return null;
  }
  const found = await Promise.all(bound.map((root) => (root ? read(store, root) : null)));
  try {
    return write(schema, roots, bound, found);
  } catch (error) {
    tellUnforeseen(error, args);
    return null;
  }
}

type Found = { readonly rows: readonly Cells[] } | { readonly error: unknown };

async function read(store: Context['store'], { statement, bound }: BoundRoot): Promise<Found> {
  const values = statement.parameters.map(({ site, place }) => bound[site]?.values[place]);
  try {
    return { rows: await runPrepared(store, statement.text, values) };
  } catch (error) {
    return { error };
  }
}

function write(
  schema: GraphQLSchema,
  roots: readonly Root[],
  bound: readonly (BoundRoot | null)[],
  found: readonly (Found | null)[],
): ExecutionResult {
  const data: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  let isLost = false;
  for (const [index, { name, nodes, isRequired }] of roots.entries()) {
    const one = found[index];
    if (!one) data[name] = schema.getQueryType()?.name;
    else if ('error' in one) {
      // As graphql-js tells of a resolver that threw.
      errors.push(locatedError(one.error, nodes, [name]));
      data[name] = null;
      isLost ||= isRequired;
    } else data[name] = bound[index]?.write(one.rows);
  }
  return errors.length === 0 ? { data } : { errors, data: isLost ? null : data };
}

function rootsOf(
  args: ExecutionArgs,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly Root[] | null {
  let plan = planned.get(operation);
  if (plan?.schema !== args.schema) {
    plan = examine(args, operation);
    planned.set(operation, plan);
  }
  const way = plan.directiveVariables.map((name) => String(variables[name])).join();
  const { schema, fragments, directiveVariables, ways } = plan;
  return ways.get(way, () => {
    // A plan outlives the request, so it must not hold on to what that sent.
    const decisive = Object.fromEntries(directiveVariables.map((name) => [name, variables[name]]));
    return planRoots({ schema, fragments, variables: decisive, plain: plainFields() }, operation, args);
  });
}

function examine({ schema, document }: ExecutionArgs, operation: OperationDefinitionNode): PlannedOperation {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const directiveVariables = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, {
      Directive: ({ arguments: given }) => {
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) directiveVariables.add(value.name.value);
      },
    });
  }
  const ways = new Kept<readonly Root[] | null>(mostWays, (roots) => (roots?.length ?? 0) * charactersOfPlan);
  return { schema, fragments, directiveVariables: [...directiveVariables], ways };
}

function planRoots(
  document: Document,
  operation: OperationDefinitionNode,
  args: ExecutionArgs,
): readonly Root[] | null {
  const { schema, fragments, variables } = document;
  const type = schema.getQueryType();
  if (!type) return null;
  try {
    const asked = collectFields(schema, fragments, variables, type, operation.selectionSet);
    // Assigning to this name would not make a field of it.
    if (asked.has('__proto__')) return null;
    return [...asked].map(([name, nodes]): Root => {
      const given = nodes as readonly [FieldNode, ...FieldNode[]];
      if (given[0].name.value === '__typename') return { name, nodes, isRequired: true, plan: null };
      const field = type.getFields()[given[0].name.value] as Field | undefined;
      if (field === undefined) throw new Unanswerable(); // introspection
      return { name, nodes, isRequired: isNonNullType(field.type), plan: planRoot(document, field, given) };
    });
  } catch (error) {
    tellUnforeseen(error, args);
    return null;
  }
}
