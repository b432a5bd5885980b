import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { farewellPatience } from '../limits/slow-readers.js';

/**
 * Writes one stream of events to its client, each text only when the one before was handed to the system.
 * It ends with what it writes, with its client, and, in bounded time also where its client reads nothing, when its signal
 * fires or the service stops.
 */
export class EventWriter {
  #written: Promise<void> = Promise.resolve();
  #body: AsyncGenerator<string, void> | null = null;
  #farewell: NodeJS.Timeout | null = null;
  #isEnding = false;

  /**
   * @param signal fires when its caller may no longer ask, or its time is up
   * @param readingTimeoutMillis how long the client may read nothing of what it is sent
   */
  constructor(
    private readonly response: ServerResponse,
    private readonly signal: AbortSignal,
    private readonly readingTimeoutMillis: number,
  ) {}

  /** Waits until all that was written so far was handed to the system. */
  get written(): Promise<void> {
    return this.#written;
  }

  /** What this process holds for the client, in bytes. */
  get unread(): number {
    return this.response.writableLength;
  }

  /** Writes a stream to its client until either ends. */
  async pour(body: AsyncGenerator<string, void>): Promise<void> {
    const { response, signal } = this;
    this.#body = body;
    const leave = () => void body.return();
    const hurry = () => this.#hurry();
    response.once('close', leave);
    response.on('error', () => undefined);
    response.setTimeout(this.readingTimeoutMillis, () => {
      // A stream may be silent for as long as it likes.
      if (this.unread > 0) response.destroy();
    });
    signal.addEventListener('abort', hurry, { once: true });
    if (signal.aborted) hurry();
    if (this.#isEnding) leave();
    try {
      for await (const text of body) {
        if (response.destroyed) break;
        this.#written = write(response, text);
        await this.#written;
      }
    } finally {
      response.off('close', leave);
      signal.removeEventListener('abort', hurry);
      if (this.#farewell) clearTimeout(this.#farewell);
      if (!response.destroyed) response.end();
    }
  }

  /** Ends the stream, also one that has not begun; what its client was sent it may still read, but not for long. */
  end(): void {
    this.#isEnding = true;
    if (this.#body === null) return;
    this.#hurry();
    void this.#body.return();
  }

  #hurry(): void {
    this.#farewell ??= setTimeout(() => this.response.destroy(), farewellPatience);
  }
}

async function write(response: ServerResponse, text: string): Promise<void> {
  const closed = new AbortController();
  try {
    await Promise.race([
      new Promise<void>((resolve) => response.write(text, () => resolve())),
      once(response, 'close', { signal: closed.signal }),
    ]);
  } finally {
    closed.abort();
  }
}
