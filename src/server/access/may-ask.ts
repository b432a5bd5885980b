import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AuthCheckerFn } from 'type-graphql';
import { Scope } from '../../../entities/enumerations.js';
import { ParallaxError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Caller } from './caller.js';
import { requiredScope } from './required-scope.js';

/** Documents that are asked again are the same objects, so what they need is found once. */
const known = new WeakMap<OperationDefinitionNode, readonly Scope[]>();

/**
 * Lets a caller's operation pass, or refuses it whole. To be called once, before anything of the operation runs, however
 * it came: fields that look ahead, and operations that are answered without resolvers, run past what type-graphql checks.
 *
 * Every root field counts, by whatever name and through whatever fragment it is asked, also one that `@skip` or `@include`
 * leaves out: whether a document may be asked does not hang on its variables. Introspection and `__typename` need READ.
 *
 * @param document valid against the schema, with the operation in it
 * @throws ParallaxError UNAUTHENTICATED for a caller that showed no key, or whose key has ended; FORBIDDEN for one whose
 *   key does not allow it
 */
export function assertMayAsk(
  caller: Caller,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  for (const scope of neededScopes(schema, document, operation)) assertScope(caller, scope);
}

/** The scopes that an operation needs, each once. */
export function neededScopes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Scope[] {
  let scopes = known.get(operation);
  if (scopes === undefined) {
    scopes = scopesOf(schema, document, operation);
    known.set(operation, scopes);
  }
  return scopes;
}

/** For type-graphql, by the same rule: what its own resolvers check once more. */
export const authChecker: AuthCheckerFn<Context, Scope> = ({ context }, scopes) => {
  for (const scope of scopes) assertScope(context.caller, scope);
  return true;
};

/** @throws ParallaxError UNAUTHENTICATED, FORBIDDEN */
function assertScope({ scopes, isAnonymous, ended }: Caller, scope: Scope): void {
  if (ended.aborted) throw ended.reason;
  if (scopes.has(scope)) return;
  if (isAnonymous) {
    throw new ParallaxError(
      'UNAUTHENTICATED',
      `This needs a key with the scope ${scope}: send the header "Authorization: Bearer <key>".`,
    );
  }
  throw new ParallaxError(
    'FORBIDDEN',
    `The key that was shown does not have the scope ${scope}, which this needs. It has: ${[...scopes].join(', ')}.`,
  );
}

function scopesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): readonly Scope[] {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  return [...new Set(rootFieldNames(document, operation.selectionSet).map((name) => requiredScope(fields[name])))];
}

function rootFieldNames(document: DocumentNode, root: SelectionSetNode): readonly string[] {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const names = new Set<string>();
  const seen = new Set<SelectionSetNode>();
  const collect = (selectionSet: SelectionSetNode) => {
    if (seen.has(selectionSet)) return;
    seen.add(selectionSet);
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(root);
  return [...names];
}
