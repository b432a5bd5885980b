import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Largest document, in tokens; a handwritten one has a few hundred. */
export const maximumTokens = 5_000;

const maximumDepth = 15;

/**
 * Refuses operations that nest deeper than the schema has sensible questions for.
 * Introspection is left out: it is deep by nature, and graphql-js itself keeps it from going round in circles.
 */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const depthOfFragment = new Map<FragmentDefinitionNode, number>();

  // A fragment is measured once; one that leads back to itself counts 0 here, and another rule refuses it.
  const fragmentDepth = (fragment: FragmentDefinitionNode): number => {
    const known = depthOfFragment.get(fragment);
    if (known !== undefined) return known;
    depthOfFragment.set(fragment, 0);
    const depth = depthOf(fragment.selectionSet);
    depthOfFragment.set(fragment, depth);
    return depth;
  };

  const depthOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((deepest, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = context.getFragment(selection.name.value);
        return Math.max(deepest, fragment ? fragmentDepth(fragment) : 0);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(deepest, depthOf(selection.selectionSet));
      if (selection.name.value.startsWith('__')) return deepest;
      return Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0));
    }, 0);

  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet);
      if (depth <= maximumDepth) return;
      context.reportError(
        new GraphQLError(`The operation is ${depth} levels deep; ${maximumDepth} are the most.`, { nodes: operation }),
      );
    },
  };
}
