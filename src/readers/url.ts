import { isParallaxError } from '../errors.js';
import type { DeclaredFields } from '../pipeline/values.js';
import type { ColumnMapping } from './csv/columns.js';
import { looksLikeFeedAddress, refusePage } from './feed-address.js';
import type { Fetcher } from './fetch/index.js';
import { readDocument } from './index.js';
import type { ReadLimits } from './limits.js';
import type { ReadResult } from './result.js';

export interface ReadUrlOptions {
  readonly declared?: DeclaredFields;
  readonly limits?: ReadLimits;
  readonly columns?: ColumnMapping;
}

/** Fetches one URL and reads what it leads to. Failures are results with an error, as in `readDocument`. */
export async function* readUrl(
  url: string,
  fetcher: Fetcher,
  options: ReadUrlOptions = {},
): AsyncGenerator<ReadResult> {
  try {
    const fetched = await fetcher.fetch(url);
    if (looksLikeFeedAddress(url)) refusePage(fetched);
    const declared = { ...options.declared, url: fetched.url };
    yield* readDocument(
      { bytes: fetched.bytes, mediaType: fetched.mediaType, name: fetched.url, declared, columns: options.columns },
      options.limits,
    );
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    yield { name: url, place: null, error };
  }
}
