import type { FastifyBaseLogger } from 'fastify';
import { ParallaxError } from '../../errors.js';
import { digestOf, findFiles, readFileOfDocuments, type WrittenDocument } from './read-files.js';

/** How often it is looked whether a file was written anew, in milliseconds. */
const interval = 5_000;

export interface PersistedDocumentsOptions {
  /** Files, or folders of files. */
  readonly paths: readonly string[];
  /** What is wrong with a document, in a sentence; null when it can be run. */
  readonly check: (text: string) => string | null;
  readonly logger: Pick<FastifyBaseLogger, 'warn' | 'error' | 'info'>;
}

/** Documents that a client's build handed over before, by their identifiers. */
export class PersistedDocuments {
  #texts: ReadonlyMap<string, string> = new Map();
  #marks = '';
  #timer: NodeJS.Timeout | undefined;

  private constructor(private readonly options: PersistedDocumentsOptions) {}

  /**
   * Reads them, and reads them again whenever a file changes, until they are closed. What is wrong with the files stops a
   * start; later on it is logged, and what was read before stands. A document that does not fit the schema is told of and
   * kept: it belongs to one client, maybe to a release that is long gone, and is no reason to stop for all others. Who
   * asks for it is told what is wrong.
   * @throws ParallaxError CONFIGURATION_INVALID
   */
  static async open(options: PersistedDocumentsOptions): Promise<PersistedDocuments> {
    const documents = new PersistedDocuments(options);
    if (options.paths.length === 0) return documents;
    await documents.refresh();
    documents.#timer = setInterval(() => void documents.#refreshOrTell(), interval);
    documents.#timer.unref();
    return documents;
  }

  /** Whether there are any, or could be. */
  get areKept(): boolean {
    return this.options.paths.length > 0;
  }

  /** Every text is known by the identifier it was handed over with, and by its SHA-256 with and without `sha256:`. */
  find(id: string): string | undefined {
    return this.#texts.get(id);
  }

  /** Reads the files if they have changed. @throws ParallaxError CONFIGURATION_INVALID */
  async refresh(): Promise<void> {
    const files = await findFiles(this.options.paths);
    const marks = JSON.stringify(files);
    if (marks === this.#marks) return;
    // Also when they are wrong: they are then looked at again when they change again.
    this.#marks = marks;
    const written = (await Promise.all(files.map(({ file }) => readFileOfDocuments(file)))).flat();
    this.#texts = byIdentifier(written);
    this.#tellWhatCannotRun(written);
    this.options.logger.info({ documents: new Set(this.#texts.values()).size }, 'Persisted documents were read');
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #refreshOrTell(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.options.logger.error({ err: error }, 'Persisted documents could not be read again; those read before stand');
    }
  }

  #tellWhatCannotRun(written: readonly WrittenDocument[]): void {
    for (const { id, text, file } of written) {
      const reason = this.options.check(text);
      if (reason === null) continue;
      this.options.logger.warn({ documentId: id, file, reason }, 'A persisted document does not fit the schema');
    }
  }
}

function byIdentifier(written: readonly WrittenDocument[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id, text, file } of written) {
    const digest = digestOf(text);
    for (const name of new Set([id, `sha256:${digest}`, digest])) {
      if ((texts.get(name) ?? text) !== text) {
        throw new ParallaxError(
          'CONFIGURATION_INVALID',
          `PARALLAX_PERSISTED_DOCUMENTS: ${file} gives "${name}" to a text, and another text has it already.`,
        );
      }
      texts.set(name, text);
    }
  }
  return texts;
}
