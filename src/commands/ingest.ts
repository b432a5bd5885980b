import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.js';
import { isParallaxError } from '../errors.js';
import { ReceiptStatus, type DocumentReceipt, type Submission } from '../jobs/index.js';
import { Genre, type DeclaredFields } from '../pipeline/values.js';
import { readFiles } from '../readers/files.js';
import { isRefused, nameOf, type ReadResult } from '../readers/index.js';
import { readUrl } from '../readers/url.js';
import { createProgress, IngestSummary } from './ingest-summary.js';
import { openTarget, type Target } from './target.js';

export interface IngestOptions {
  readonly source?: string;
  readonly language?: string;
  readonly genre?: Genre;
}

/** Documents are sent on in batches of so many, or of so many bytes. */
const batchDocuments = 20;
const batchBytes = 4 * 1024 * 1024;

const isUrl = (path: string) => /^https?:\/\//i.test(path);

async function* readAll(paths: readonly string[], declared: DeclaredFields, stdin: Readable, config: Config) {
  const limits = { documentBytes: config.maximumDocumentBytes };
  for (const path of paths) {
    if (isUrl(path)) yield* readUrl(path, { declared, limits });
    else yield* readFiles([path], { declared, limits, stdin });
  }
}

/**
 * Takes files, folders, standard input (`-`) and URLs in, and tells what became of each document.
 * @returns the exit status: 0 only when nothing was refused
 */
export async function ingest(
  config: Config,
  paths: readonly string[],
  options: IngestOptions,
  streams: { readonly stdin: Readable; readonly stdout: Writable & { isTTY?: boolean } },
): Promise<number> {
  const declared: DeclaredFields = { ...options };
  const target = await openTarget(config);
  const summary = new IngestSummary();
  const progress = createProgress(streams.stdout, summary);
  try {
    const batch = new Batch(target, (receipts) => progress.add(receipts));
    for await (const result of readAll(paths, declared, streams.stdin, config)) {
      if (isRefused(result)) progress.add([refusal(result)]);
      else await batch.add(toSubmission(result));
    }
    await batch.send();
    progress.analysing();
    await target.settle();
  } finally {
    progress.stop();
    // Also when it breaks off: what is counted here was committed.
    streams.stdout.write(summary.toString());
    await target.close();
  }
  return summary.refused === 0 ? 0 : 1;
}

function toSubmission(result: Exclude<ReadResult, { error: unknown }>): Submission {
  return {
    bytes: result.bytes,
    mediaType: result.mediaType,
    name: nameOf(result),
    declared: result.document.declared,
  };
}

function refusal(result: Extract<ReadResult, { error: unknown }>): DocumentReceipt {
  if (!isParallaxError(result.error)) throw result.error;
  const { code, message } = result.error;
  return {
    status: ReceiptStatus.REFUSED,
    name: nameOf(result),
    articleId: null,
    articleVersionId: null,
    error: { code, message },
  };
}

/** Collects submissions and sends them on when there are enough. */
class Batch {
  #submissions: Submission[] = [];
  #bytes = 0;
  readonly #target: Target;
  readonly #done: (receipts: readonly DocumentReceipt[]) => void;

  constructor(target: Target, done: (receipts: readonly DocumentReceipt[]) => void) {
    this.#target = target;
    this.#done = done;
  }

  async add(submission: Submission): Promise<void> {
    if (this.#bytes + submission.bytes.length > batchBytes) await this.send();
    this.#submissions.push(submission);
    this.#bytes += submission.bytes.length;
    if (this.#submissions.length >= batchDocuments) await this.send();
  }

  async send(): Promise<void> {
    if (this.#submissions.length === 0) return;
    const submissions = this.#submissions;
    this.#submissions = [];
    this.#bytes = 0;
    this.#done(await this.#target.ingest(submissions));
  }
}
