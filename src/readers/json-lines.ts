import { isParallaxError } from '../errors.js';
import type { DeclaredFields } from '../pipeline/values.js';
import { readJson } from './json.js';
import { tooLarge, type ReadLimits } from './limits.js';
import type { ReadResult } from './result.js';

const LINE_FEED = 0x0a;

/**
 * Reads JSON Lines from bytes as they come, so that a file of any length needs the memory of one line only.
 * Blank lines are passed over; a bad line, or one over the limit, is a refusal and the next is read.
 */
export class JsonLinesReader {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;
  private line = 0;

  constructor(
    private readonly name: string | null,
    private readonly declared: DeclaredFields,
    private readonly limits: ReadLimits,
  ) {}

  /** The documents whose lines end in these bytes. */
  *push(bytes: Uint8Array): Generator<ReadResult> {
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      this.keep(bytes.subarray(start, end));
      yield* this.finishLine();
      start = end + 1;
    }
    this.keep(bytes.subarray(start));
  }

  /** The document of a last line without line feed. */
  *end(): Generator<ReadResult> {
    yield* this.finishLine();
  }

  private keep(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > this.limits.documentBytes) this.pieces.length = 0;
    else if (piece.length > 0) this.pieces.push(piece);
  }

  private *finishLine(): Generator<ReadResult> {
    this.line += 1;
    const { name, line } = this;
    const place = `line ${line}`;
    const isTooLarge = this.length > this.limits.documentBytes;
    const bytes = Buffer.concat(this.pieces);
    this.pieces.length = 0;
    this.length = 0;
    if (isTooLarge) yield { name, place, error: tooLarge(`Line ${line}`, this.limits) };
    else if (!isBlank(bytes)) {
      try {
        yield* readJson(bytes, name, line, this.declared);
      } catch (error) {
        if (!isParallaxError(error)) throw error;
        yield { name, place, error };
      }
    }
  }
}

/** White space only, a byte order mark or nothing. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 4096 && Buffer.from(bytes).toString('utf8').trim() === '';
}
