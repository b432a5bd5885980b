import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.js';
import { isParallaxError } from '../errors.js';
import { ReceiptStatus, type DocumentReceipt, type Submission } from '../jobs/jobs.js';
import type { DeclaredFields } from '../pipeline/values.js';
import { Fetcher } from '../readers/fetch/index.js';
import { readFiles } from '../readers/files.js';
import { followLinks, type PassedOver } from '../readers/follow.js';
import {
  isRefused,
  nameOf,
  parseColumns,
  type ColumnMapping,
  type ReadLimits,
  type ReadResult,
} from '../readers/index.js';
import { readUrl } from '../readers/url.js';
import { createProgress, IngestSummary } from './ingest-summary.js';
import { openTarget, type Target } from './target.js';

export interface IngestOptions {
  /** What holds for documents that say nothing else. */
  readonly declared?: Pick<DeclaredFields, 'source' | 'language' | 'genre'>;
  /** Which column of a table holds what: `headline=Title,text=Body`. */
  readonly columns?: string;
  /** False keeps entries of feeds and feeds of lists from being fetched. */
  readonly follow?: boolean;
  /** Most links followed of one feed or list. */
  readonly mostLinks?: number;
}

/** Documents are sent on in batches of so many, or of so many bytes. */
const batchDocuments = 20;
const batchBytes = 4 * 1024 * 1024;

const isUrl = (path: string) => /^https?:\/\//i.test(path);

async function* readAll(
  paths: readonly string[],
  options: { readonly declared: DeclaredFields; readonly limits: ReadLimits; readonly columns?: ColumnMapping },
  stdin: Readable,
  fetcher: Fetcher,
): AsyncGenerator<ReadResult> {
  for (const path of paths) {
    if (isUrl(path)) yield* readUrl(path, fetcher, options);
    else yield* readFiles([path], { ...options, stdin });
  }
}

/**
 * Takes files, folders, standard input (`-`) and URLs in, follows what feeds and lists of feeds only name, and tells what
 * became of each document.
 * @throws ParallaxError BAD_USER_INPUT for columns of another form
 * @returns the exit status: 0 only when nothing was refused
 */
export async function ingest(
  config: Config,
  paths: readonly string[],
  options: IngestOptions,
  streams: { readonly stdin: Readable; readonly stdout: Writable & { isTTY?: boolean } },
): Promise<number> {
  const { declared = {}, follow = true, mostLinks } = options;
  const columns = options.columns === undefined ? undefined : parseColumns(options.columns);
  const limits = { documentBytes: config.maximumDocumentBytes };
  const target = await openTarget(config);
  const fetcher = new Fetcher({ limits, userAgent: config.userAgent, privateHosts: config.fetchPrivateHosts });
  const summary = new IngestSummary();
  const progress = createProgress(streams.stdout, summary);
  try {
    const batch = new Batch(target, (receipts) => progress.add(receipts));
    const found = readAll(paths, { declared, limits, columns }, streams.stdin, fetcher);
    const passedOver = (reason: PassedOver) => summary.passOver(reason);
    const results = follow ? followLinks(found, fetcher, { limits, mostLinks, passedOver }) : found;
    for await (const result of results) {
      if (isRefused(result)) progress.add([refusal(result)]);
      else await batch.add(toSubmission(result));
    }
    await batch.send();
    progress.analysing();
    await target.settle();
  } finally {
    fetcher.close();
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
