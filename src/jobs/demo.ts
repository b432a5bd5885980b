import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceKind, type DeclaredFields } from '../pipeline/values.js';
import { removeDemoRows } from '../store/remove-demo.js';
import { saveDemoSources } from '../store/save-demo-sources.js';
import type { Store } from '../store/store.js';
import { ReceiptStatus, type DocumentReceipt, type Submission } from './jobs.js';

/** What an outlet of the demo delivered at one time: one file, with one document or with those of a feed or table. */
export interface DemoDelivery {
  readonly path: string;
  readonly source: string;
  /** Only where the file holds one document. */
  readonly url?: string;
  /** BCP 47; English where it is left out. */
  readonly language?: string;
  /** Which column of a table holds which field. */
  readonly columns?: Readonly<Record<string, string>>;
  /** When it was seen; deliveries stand in that order. */
  readonly seenAt: string;
}

/** An outlet of the demo; all of them are invented. */
export interface DemoSource {
  readonly name: string;
  readonly domain: string;
  readonly kind: SourceKind;
  readonly country: string;
  readonly languages: readonly string[];
  readonly owner: string | null;
}

async function readJson<T>(folder: string, name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
}

/** What the demo's outlets delivered, in the order in which it was seen. */
export function readDemoDeliveries(folder: string): Promise<DemoDelivery[]> {
  return readJson(folder, 'manifest.json');
}

/** Marks the demo's outlets as invented, before anything of theirs comes in. */
export async function prepareDemo(store: Store, folder: string, now: () => Date): Promise<void> {
  await saveDemoSources(store.dataSource, await readJson<DemoSource[]>(folder, 'sources.json'), now());
}

/** A mapping as a caller writes it: `headline=Title,text=Body`. */
function columnsText(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([field, column]) => `${field}=${column}`)
    .join(',');
}

/**
 * Takes one delivery in.
 * @param accept takes one file in and answers with the receipts of its documents
 * @throws Error when a document is refused: the demo itself is broken then
 */
export async function acceptDelivery(
  folder: string,
  { path, source, url, language = 'en', columns }: DemoDelivery,
  accept: (submission: Submission) => Promise<readonly DocumentReceipt[]>,
): Promise<readonly DocumentReceipt[]> {
  const declared: DeclaredFields = { source, language, ...(url === undefined ? {} : { url }) };
  const receipts = await accept({
    bytes: await readFile(join(folder, path)),
    mediaType: null,
    name: path,
    declared,
    ...(columns === undefined ? {} : { columns: columnsText(columns) }),
  });
  for (const { error } of receipts) {
    if (error !== null) throw new Error(`The demo's ${path} was refused: ${error.message}`);
  }
  return receipts;
}

/**
 * Takes the demo in, delivery by delivery in the order in which its outlets published.
 * @param accept takes one file in and answers with the receipts of its documents
 * @returns how many articles are new
 */
export async function loadDemo(
  store: Store,
  folder: string,
  accept: (submission: Submission) => Promise<readonly DocumentReceipt[]>,
  now: () => Date,
): Promise<{ articles: number }> {
  await prepareDemo(store, folder, now);
  let articles = 0;
  for (const delivery of await readDemoDeliveries(folder)) {
    const receipts = await acceptDelivery(folder, delivery, accept);
    articles += receipts.filter(({ status }) => status === ReceiptStatus.NEW).length;
  }
  return { articles };
}

/**
 * Takes the demo out again, with all that was made of it.
 * @returns how many articles are gone
 */
export async function removeDemo(store: Store, now: () => Date): Promise<{ articles: number }> {
  const removed = await removeDemoRows(store.dataSource, now());
  store.claimLog.emit('appended');
  return removed;
}
