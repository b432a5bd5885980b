import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceKind, type DeclaredFields } from '../pipeline/values.js';
import { removeDemoRows } from '../store/remove-demo.js';
import { saveDemoSources } from '../store/save-demo-sources.js';
import type { Store } from '../store/store.js';
import { ReceiptStatus, type DocumentReceipt, type Submission } from './jobs.js';

interface DemoDocument {
  readonly path: string;
  readonly source: string;
  readonly url: string;
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

/**
 * Takes the demo in, document by document in the order in which its outlets published.
 * @param accept takes one document in and answers with its receipts
 * @returns how many articles are new
 */
export async function loadDemo(
  store: Store,
  folder: string,
  accept: (submission: Submission) => Promise<readonly DocumentReceipt[]>,
  now: () => Date,
): Promise<{ articles: number }> {
  await saveDemoSources(store.dataSource, await readJson<DemoSource[]>(folder, 'sources.json'), now());
  let articles = 0;
  for (const { path, source, url } of await readJson<DemoDocument[]>(folder, 'manifest.json')) {
    const declared: DeclaredFields = { source, url, language: 'en' };
    const bytes = await readFile(join(folder, path));
    for (const receipt of await accept({ bytes, mediaType: null, name: path, declared })) {
      if (receipt.error !== null) throw new Error(`The demo's ${path} was refused: ${receipt.error.message}`);
      if (receipt.status === ReceiptStatus.NEW) articles += 1;
    }
  }
  return { articles };
}

/**
 * Takes the demo out again, with all that was made of it.
 * @returns how many articles are gone
 */
export async function removeDemo(store: Store): Promise<{ articles: number }> {
  return removeDemoRows(store.dataSource);
}
