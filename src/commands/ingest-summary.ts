import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import { ReceiptStatus, type DocumentReceipt } from '../jobs/jobs.js';
import type { PassedOver } from '../readers/follow.js';

/** How many documents became what. */
export class IngestSummary {
  readonly #counts = new Map<ReceiptStatus, number>();
  readonly #codes = new Map<string, number>();
  readonly #passedOver = { OVER_LIMIT: 0, READ_ALREADY: 0 };
  read = 0;

  add(receipt: DocumentReceipt): void {
    this.read += 1;
    this.#counts.set(receipt.status, this.count(receipt.status) + 1);
    if (receipt.error) this.#codes.set(receipt.error.code, (this.#codes.get(receipt.error.code) ?? 0) + 1);
  }

  /** A link that was not followed: nothing was read, nothing refused. */
  passOver(reason: PassedOver): void {
    this.#passedOver[reason] += 1;
  }

  count(status: ReceiptStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  get refused(): number {
    return this.count(ReceiptStatus.REFUSED);
  }

  toString(): string {
    const codes = [...this.#codes].map(([code, count]) => `${code} ${count}`).join(', ');
    const { OVER_LIMIT: over, READ_ALREADY: again } = this.#passedOver;
    const reasons = [
      ...(over > 0 ? [`over the limit ${over}: raise it with --limit`] : []),
      ...(again > 0 ? [`read already ${again}`] : []),
    ];
    return [
      `Read          ${this.read}`,
      `New           ${this.count(ReceiptStatus.NEW)}`,
      `New versions  ${this.count(ReceiptStatus.NEW_VERSION)}`,
      `Unchanged     ${this.count(ReceiptStatus.UNCHANGED)}`,
      `Refused       ${this.refused}${codes && ` (${codes})`}`,
      ...(reasons.length > 0 ? [`Not followed  ${over + again} (${reasons.join(', ')})`] : []),
      '',
    ].join('\n');
  }
}

export interface Progress {
  add(receipts: readonly DocumentReceipt[]): void;
  analysing(): void;
  stop(): void;
}

/** A line in a log is enough every so many documents. */
const linesEvery = 100;

/** A bar on a terminal, plain lines elsewhere. What was refused is told at once on both. */
export function createProgress(output: Writable & { isTTY?: boolean }, summary: IngestSummary): Progress {
  const tellRefusals = (receipts: readonly DocumentReceipt[]) => {
    for (const { name, error } of receipts) {
      if (error) output.write(`Refused ${name ?? 'a document'}: ${error.code}: ${error.message}\n`);
    }
  };
  if (!output.isTTY) {
    let told = 0;
    return {
      add: (receipts) => {
        tellRefusals(receipts);
        for (const receipt of receipts) summary.add(receipt);
        if (summary.read - told < linesEvery) return;
        told = summary.read;
        output.write(`${summary.read} read, ${summary.refused} refused\n`);
      },
      analysing: () => output.write(`${summary.read} read; finding claims …\n`),
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: '{bar} {value} read, {refused} refused {doing}',
    stream: output as unknown as NodeJS.WritableStream,
    hideCursor: true,
    clearOnComplete: true,
  });
  // How many are still to come is not known: the bar is always one short of full.
  const draw = () => bar.start(summary.read + 1, summary.read, { refused: summary.refused, doing: '' });
  draw();
  return {
    add: (receipts) => {
      for (const receipt of receipts) summary.add(receipt);
      if (receipts.some(({ error }) => error !== null)) {
        // The bar goes back to where it began when it ends, so what is told must stand above that.
        bar.stop();
        tellRefusals(receipts);
        draw();
        return;
      }
      bar.setTotal(summary.read + 1);
      bar.update(summary.read, { refused: summary.refused });
    },
    analysing: () => {
      bar.setTotal(Math.max(1, summary.read));
      bar.update({ doing: '· finding claims …' });
    },
    stop: () => bar.stop(),
  };
}
