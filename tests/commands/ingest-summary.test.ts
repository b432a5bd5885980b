import { Writable } from 'node:stream';
import { createProgress, IngestSummary } from '../../src/commands/ingest-summary';
import { ReceiptStatus, type DocumentReceipt } from '../../src/jobs/index';

/** A terminal of as many lines as it needs: what is on it once it has followed its output's control sequences. */
class Screen extends Writable {
  readonly isTTY = true;
  readonly columns = 120;
  readonly #lines: string[] = [''];
  #row = 0;
  #column = 0;
  #saved: readonly [number, number] = [0, 0];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    for (const [token] of chunk.toString().matchAll(/\u001b(?:\[[?\d;]*[a-zA-Z]|[78])|\r|\n|[^\u001b\r\n]+/g)) {
      this.#follow(token);
    }
    done();
  }

  #follow(token: string): void {
    const line = this.#lines[this.#row] as string;
    if (token === '\n') {
      this.#row += 1;
      this.#column = 0;
      this.#lines[this.#row] ??= '';
    } else if (token === '\r' || token === '\u001b[1G' || token === '\u001b[0G') this.#column = 0;
    else if (token === '\u001b7') this.#saved = [this.#row, this.#column];
    else if (token === '\u001b8') [this.#row, this.#column] = this.#saved;
    else if (token === '\u001b[0K') this.#lines[this.#row] = line.slice(0, this.#column);
    else if (token === '\u001b[2K') this.#lines[this.#row] = '';
    else if (token.startsWith('\u001b[?')) return;
    else if (token.startsWith('\u001b')) throw new Error(`Unknown control sequence ${JSON.stringify(token)}`);
    else {
      this.#lines[this.#row] =
        line.slice(0, this.#column).padEnd(this.#column) + token + line.slice(this.#column + token.length);
      this.#column += token.length;
    }
  }

  override toString(): string {
    return this.#lines.map((line) => line.trimEnd()).join('\n');
  }
}

const receipt = (name: string, refused: boolean): DocumentReceipt => ({
  status: refused ? ReceiptStatus.REFUSED : ReceiptStatus.NEW,
  name,
  articleId: null,
  articleVersionId: null,
  error: refused ? { code: 'DOCUMENT_EMPTY', message: 'The file is empty.' } : null,
});

test('on a terminal every refusal keeps a line of its own above the bar, which is gone at the end', () => {
  const screen = new Screen();
  const summary = new IngestSummary();
  const progress = createProgress(screen, summary);
  progress.add([receipt('a.txt', false), receipt('b.txt', true), receipt('c.txt', true)]);
  progress.add([receipt('d.txt', false)]);
  progress.add([receipt('e.txt', true)]);
  expect(screen.toString()).toMatch(/\n.*- 5 read, 3 refused$/);
  progress.analysing();
  progress.stop();
  screen.write(summary.toString());
  expect(screen.toString().trimEnd().split('\n')).toEqual([
    'Refused b.txt: DOCUMENT_EMPTY: The file is empty.',
    'Refused c.txt: DOCUMENT_EMPTY: The file is empty.',
    'Refused e.txt: DOCUMENT_EMPTY: The file is empty.',
    'Read          5',
    'New           2',
    'New versions  0',
    'Unchanged     0',
    'Refused       3 (DOCUMENT_EMPTY 3)',
  ]);
});
