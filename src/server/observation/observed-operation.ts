/** What an operation can come through. */
export type Transport = 'http' | 'websocket' | 'sse';

/** What is told of an operation in logs and metrics: never its text, its variables, its answer or a key. */
export interface ObservedOperation {
  readonly requestId: string;
  /** The id that the client or a proxy gave the request, when it gave one. */
  readonly clientRequestId?: string;
  readonly callerId: string;
  readonly transport: Transport;
  /** Null when the document has none that could be told. */
  readonly type: 'query' | 'mutation' | 'subscription' | null;
  /** The operation's name; null for one without. */
  readonly name: string | null;
  /** SHA-256 of the document's text, in hexadecimal digits; null when there was no document. */
  readonly documentHash: string | null;
  /** Whether a client's build handed the document over before. */
  readonly isPersisted: boolean;
  /** What it was taken to cost before it ran; null when that was not told. */
  readonly cost: number | null;
  /** Statements that were sent to the database. */
  readonly statements: number;
  /** From its arrival to its answer. */
  readonly milliseconds: number;
  /** Codes of the errors in its answer, each once. */
  readonly codes: readonly string[];
}

/** As {@link ObservedOperation}, of a subscription that has ended: its statements and codes are those of all payloads. */
export interface ObservedSubscription extends ObservedOperation {
  readonly payloads: number;
}

/** The code under which an operation is counted: of its first error, or `OK`. */
export const codeOf = ({ codes }: Pick<ObservedOperation, 'codes'>): string => codes[0] ?? 'OK';
