import { types, type Connection, type Submittable } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** Reads a column from the text that the database sends. */
type ReadColumn = (text: string) => unknown;

/** How the columns of named statements are read, by connection and name. */
const known = new WeakMap<Connection, Map<string, readonly ReadColumn[]>>();

/** What `pg` keeps of a connection to know which names it has handed over. */
interface Handed {
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
}

interface Described {
  readonly fields: readonly { readonly dataTypeID: number }[];
}

interface Sent {
  readonly fields: readonly (string | null)[];
}

/**
 * A named prepared statement whose rows come as arrays. `pg`'s own query asks each time what the columns are (Describe),
 * which for a prepared statement stays the same, and makes much of rows as objects, of events and of several results. What is
 * small costs a tenth less without.
 *
 * It is what `pg` calls a submittable, as pg-cursor is: the client hands it the messages of the database.
 */
export class NamedArrays implements Submittable {
  readonly #rows: unknown[][] = [];
  #columns: readonly ReadColumn[] = [];
  #failure: Error | null = null;
  #settle: { resolve: (rows: unknown[][]) => void; reject: (error: Error) => void } | null = null;
  #connection: Connection | null = null;

  /** The client reads `name` and `text` to remember what it has handed over. */
  constructor(
    readonly name: string,
    readonly text: string,
    private readonly values: readonly unknown[],
  ) {}

  /** The rows, once it was given to a client. @throws what the database says, and what breaks the connection */
  readonly rows = new Promise<unknown[][]>((resolve, reject) => {
    this.#settle = { resolve, reject };
  });

  submit(connection: Connection): Error | null {
    const { name, text } = this;
    const handed = connection as unknown as Handed;
    this.#connection = connection;
    let values: unknown[];
    try {
      values = this.values.map(prepareValue);
    } catch (error) {
      return error as Error;
    }
    const columns = known.get(connection)?.get(name);
    connection.stream.cork();
    try {
      if (handed.parsedStatements[name] === undefined) {
        connection.parse({ name, text, types: [] }, true);
        handed.submittedNamedStatements[name] = text;
      }
      connection.bind({ statement: name, values } as never, true);
      if (columns) this.#columns = columns;
      else connection.describe({ type: 'P', name: '' }, true);
      connection.execute(null, true);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: Described): void {
    const connection = this.#connection as Connection;
    this.#columns = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID) as ReadColumn);
    const ofConnection = known.get(connection) ?? new Map<string, readonly ReadColumn[]>();
    known.set(connection, ofConnection.set(this.name, this.#columns));
  }

  handleDataRow({ fields }: Sent): void {
    if (this.#failure) return;
    try {
      this.#rows.push(fields.map((text, place) => (text === null ? null : (this.#columns[place] as ReadColumn)(text))));
    } catch (error) {
      this.#failure = error as Error;
    }
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#settle?.reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#failure) this.#settle?.reject(this.#failure);
    else this.#settle?.resolve(this.#rows);
  }
}
