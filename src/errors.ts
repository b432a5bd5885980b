/**
 * Every named error. What a caller did wrong has a code of its own and a sentence that tells what to do;
 * everything else is ours, is logged whole and shown outside only as INTERNAL_SERVER_ERROR.
 */

/** Codes, each with what it means. The sentence of an error says what was wrong in that case. */
export const errorCodes = {
  // Documents
  SOURCE_MISSING: 'Neither the document nor the caller names the outlet.',
  SOURCE_INVALID: 'What is given as the name of the outlet cannot be one.',
  DOCUMENT_EMPTY: 'There is no text in the document.',
  DOCUMENT_BINARY: 'The bytes are not text.',
  DOCUMENT_TOO_LARGE: 'The document is over the size limit.',
  ENCODING_INVALID: 'The bytes do not fit the character encoding they are declared in.',
  ARTICLE_NOT_FOUND: 'The page has no article text that could be told from the rest.',
  HEADLINE_MISSING: 'The document has no headline.',
  JSON_MALFORMED: 'The line is not a JSON object of the expected shape.',
  DATE_INVALID: 'The publication date cannot be read.',
  DATE_IN_FUTURE: 'The publication date lies in the future.',
  ENTRY_IS_TEASER: 'The entry holds only the beginning or a summary of an article that stands elsewhere.',
  ENTRY_REPEATED: 'The feed holds the same entry twice: the first counts.',
  ENTRY_EMPTY: 'The entry of a feed holds nothing that could be read, and no address.',
  FEED_EMPTY: 'The feed holds no entry.',
  FEED_MALFORMED: 'The text is no feed: neither RSS, RDF, Atom, CDF nor JSON Feed.',
  ARTICLE_WITHDRAWN: 'The agency that sent the article has canceled or withheld it.',
  ARTICLE_EMBARGOED: 'The article may not be published yet.',
  ARTICLE_TYPE_UNSUPPORTED: 'The item is no article: a picture, a video, an organisation or the like.',
  TABLE_HEADER_MISSING: 'The first row of the table names no column that could be read.',
  TABLE_COLUMN_MISSING: 'The table has no column of a name that was given.',
  TABLE_ROW_INVALID: 'The row does not fit the columns of its table.',
  FORMAT_UNKNOWN: 'No reader knows this kind of document.',
  FILE_UNREADABLE: 'The file or folder cannot be read.',
  // Fetching
  URL_INVALID: 'The URL cannot be used.',
  FETCH_ADDRESS_REFUSED: 'The URL leads to this machine or to a private network.',
  FETCH_STATUS: 'The server answered with an error status.',
  FETCH_TIMEOUT: 'The server did not answer in time.',
  FETCH_FAILED: 'The connection failed.',
  FETCH_CERTIFICATE: 'The certificate of the server cannot be trusted.',
  FETCH_REDIRECT_REFUSED: 'The redirects are not followed: a ring, too many, or from https to http.',
  FETCH_ROBOTS_DISALLOWED: 'The robots.txt of the host asks programs not to read this, or cannot be known.',
  FEED_ONLY_NAMED: 'A list names a feed that was not read.',
  FEED_IS_A_PAGE: 'Where a feed should be, there is a web page.',
  // Service
  CONFIGURATION_INVALID: 'An environment variable has a value that cannot be used.',
  DATA_FOLDER_IN_USE: 'Another process owns the data folder.',
  DATABASE_UNAVAILABLE: 'The database cannot be reached or is too old.',
  SERVICE_UNAVAILABLE: 'The running service does not answer, or is stopping.',
  // Clients
  OPERATION_TOO_COMPLEX: 'The document is over a limit of what one may hold.',
  ANSWER_TOO_LARGE: 'The answer could have more fields than one may have.',
  REQUEST_TOO_LARGE: 'The request has more bytes than this caller may send.',
  JSON_TOO_COMPLEX: 'The JSON of the request nests too deep, or holds too many values.',
  RATE_LIMITED: 'The caller has used up what it may ask in a minute.',
  TOO_MANY_OPERATIONS: 'The caller has as many operations or subscriptions under way as it may have.',
  TOO_MANY_CONNECTIONS: 'As many streams are open from the address as may be.',
  READER_TOO_SLOW: 'The client reads nothing of what it is sent.',
  REQUEST_TIMEOUT: 'The request took longer than a request may.',
  CLIENT_GONE: 'The client went away before its answer was there.',
  FORBIDDEN: 'The key that was shown does not allow this.',
  BAD_USER_INPUT: 'An argument has a value that cannot be used.',
  UNAUTHENTICATED: 'A key is needed.',
  IDENTITY_PROVIDER_UNAVAILABLE: 'The keys of the identity provider cannot be read, so no token can be checked.',
  FORBIDDEN_ORIGIN: 'This web page may not change anything here.',
  PERSISTED_DOCUMENT_NOT_FOUND: 'No persisted document has this identifier.',
  DOCUMENT_NOT_PERSISTED: 'Only persisted documents are run here, and this is none.',
  PERSISTED_QUERY_NOT_FOUND: 'The hash is of no persisted document: send the text.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'There are no persisted documents, nor does the service learn any: send the text.',
  STAGE_UNKNOWN: 'There is no stage of this name.',
  // Who is who
  ACTOR_NOT_FOUND: 'No actor has this id.',
  ACTOR_MERGED: 'The actor was merged into another.',
  ACTOR_NOT_THE_SPEAKER: 'What is to be split off is not said by the actor.',
  ACTOR_DECISION_NOT_FOUND: 'No decision has this id.',
  ACTOR_DECISION_REVERTED: 'The decision was reverted before.',
  ACTOR_ROW_INVALID: 'The row of a table of actors cannot be used.',
  ACTOR_ALIAS_CONFLICT: 'Two rows of the table of actors have the same name or alias, which then tells neither.',
  COMPARISON_TOO_LARGE: 'The event has more articles than can be compared at once.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An expected failure: safe to show, with a sentence that its reader can act on. */
export class ParallaxError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'ParallaxError';
    this.code = code;
  }
}

/** True for failures whose code and sentence may be shown as they are. */
export function isParallaxError(error: unknown): error is ParallaxError {
  return error instanceof ParallaxError;
}
