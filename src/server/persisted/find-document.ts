import { ParallaxError } from '../../errors.js';
import type { PersistedDocuments } from './persisted-documents.js';
import { digestOf, isIdentifier } from './read-files.js';

/** How a request, over whatever transport, names its document; nothing of it is checked yet. */
export interface DocumentRequest {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

export interface FoundDocument {
  /** The text; undefined when the request has none, which its transport refuses in its own words. */
  readonly query: unknown;
  /** Whether it was asked for by an identifier. */
  readonly isNamed: boolean;
}

export interface FindDocumentOptions {
  readonly documents: PersistedDocuments;
  /** Whether nothing else may be run. */
  readonly isOnly: boolean;
}

/**
 * Finds the text of the document that a request means: by `documentId` (GraphQL over HTTP, appendix A), by the extension
 * `persistedQuery` of Apollo's and urql's clients, or as it stands there.
 * @param mayAskAnything whether this caller is free of the list
 * @throws ParallaxError PERSISTED_DOCUMENT_NOT_FOUND, DOCUMENT_NOT_PERSISTED, BAD_USER_INPUT; and for the extension the
 *   codes and messages by which clients know to send the text: PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED
 */
export function findDocument(
  request: DocumentRequest,
  { documents, isOnly }: FindDocumentOptions,
  mayAskAnything: boolean,
): FoundDocument {
  const { query, documentId } = request;
  const hasText = query !== undefined && query !== null && query !== '';
  if (documentId !== undefined && documentId !== null) {
    if (hasText) throw new ParallaxError('BAD_USER_INPUT', 'Send either "query" or "documentId", not both.');
    return { query: byIdentifier(documentId, documents), isNamed: true };
  }
  const hash = hashOfExtension(request.extensions);
  if (!hasText && hash !== null) return { query: byHash(hash, documents, isOnly), isNamed: true };
  if (isOnly && !mayAskAnything && typeof query === 'string' && documents.find(digestOf(query)) === undefined) {
    throw new ParallaxError(
      'DOCUMENT_NOT_PERSISTED',
      'Only documents that were handed over before are run here, others only for keys with the scope ADMIN: ask whoever runs this service to add yours.',
    );
  }
  return { query, isNamed: false };
}

function byIdentifier(id: unknown, documents: PersistedDocuments): string {
  if (typeof id !== 'string' || !isIdentifier(id)) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      '"documentId" must be "sha256:" and 64 hexadecimal digits, or another identifier of a persisted document.',
    );
  }
  const text = documents.find(id);
  if (text === undefined) throw notFound(id);
  return text;
}

function byHash(hash: string, documents: PersistedDocuments, isOnly: boolean): string {
  const text = documents.find(hash);
  if (text !== undefined) return text;
  if (isOnly) throw notFound(hash);
  throw documents.areKept
    ? new ParallaxError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
    : new ParallaxError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
}

const notFound = (id: string) =>
  new ParallaxError(
    'PERSISTED_DOCUMENT_NOT_FOUND',
    `No document "${id.slice(0, 80)}" was handed over to this service.`,
  );

/** The `sha256Hash` of the extension `persistedQuery`; null without one. */
export function hashOfExtension(extensions: unknown): string | null {
  const persistedQuery = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  const hash = (persistedQuery as { sha256Hash?: unknown } | null | undefined)?.sha256Hash;
  return typeof hash === 'string' ? hash : null;
}
