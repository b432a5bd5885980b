import { getOperationAST, GraphQLError, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/**
 * Which of a document's operations is meant. An empty name is one that was left out (GraphQL over HTTP, section 6.2):
 * forms and generated addresses send such.
 * @throws GraphQLError OPERATION_RESOLUTION_FAILURE
 */
export function resolveOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName || null);
  if (operation) return operation;
  const reason = operationName
    ? `Unknown operation named "${operationName}".`
    : 'Must provide operation name if query contains multiple operations.';
  throw new GraphQLError(reason, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}
