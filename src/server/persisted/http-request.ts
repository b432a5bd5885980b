import { findDocument, hashOfExtension, type FindDocumentOptions } from './find-document.js';

/** What an HTTP request asks, with the text of its document in place of an identifier. */
export interface HttpOperation {
  /** The query component of its address, with `?`, or nothing. */
  readonly search: string;
  readonly body: unknown;
  /** Set when it came by GET and named a persisted document: then its answer can be kept. */
  readonly kept: KeptOperation | null;
}

/** What tells one kept answer from another, as the client wrote it. */
export interface KeptOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: string | null;
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

const parseJson = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    // Whoever reads it next says so.
    return undefined;
  }
};

/** Identifiers are read here and nowhere after, so nothing is left of them but what a reader of GraphQL expects. */
function withoutIdentifier(extensions: unknown): object | undefined {
  const { persistedQuery: _, ...others } = (extensions ?? {}) as Record<string, unknown>;
  return Object.keys(others).length > 0 ? others : undefined;
}

/**
 * Puts the text of its document into an HTTP request that names it.
 * @throws ParallaxError as {@link findDocument}
 */
export function readHttpOperation(
  { method, url, body }: SentRequest,
  options: FindDocumentOptions,
  mayAskAnything: boolean,
): HttpOperation {
  const question = url.indexOf('?');
  const search = question < 0 ? '' : url.slice(question);
  if (method !== 'GET') return { search, body: readBody(body, options, mayAskAnything), kept: null };

  const parameters = new URLSearchParams(search);
  const extensions = parseJson(parameters.get('extensions'));
  const { query, isNamed } = findDocument(
    { query: parameters.get('query'), documentId: parameters.get('documentId'), extensions },
    options,
    mayAskAnything,
  );
  if (!isNamed && hashOfExtension(extensions) === null) return { search, body, kept: null };
  parameters.delete('documentId');
  parameters.delete('extensions');
  const others = withoutIdentifier(extensions);
  if (others !== undefined) parameters.set('extensions', JSON.stringify(others));
  parameters.set('query', query as string);
  const kept = {
    query: query as string,
    operationName: parameters.get('operationName') || null,
    variables: parameters.get('variables'),
  };
  return { search: `?${parameters.toString()}`, body, kept: isNamed ? kept : null };
}

function readBody(body: unknown, options: FindDocumentOptions, mayAskAnything: boolean): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const request = body as Record<string, unknown>;
  const { query, isNamed } = findDocument(request, options, mayAskAnything);
  if (!isNamed && hashOfExtension(request.extensions) === null) return body;
  const { documentId: _, extensions, ...others } = request;
  const left = withoutIdentifier(extensions);
  return { ...others, query, ...(left && { extensions: left }) };
}
