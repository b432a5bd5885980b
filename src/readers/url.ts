import { isParallaxError } from '../errors.js';
import type { DeclaredFields } from '../pipeline/values.js';
import { fetchDocument, type FetchOptions } from './fetch.js';
import { readDocument } from './index.js';
import type { ReadResult } from './result.js';

/** Fetches one URL and reads what it leads to. Failures are results with an error, as in `readDocument`. */
export async function* readUrl(
  url: string,
  options: FetchOptions & { readonly declared?: DeclaredFields } = {},
): AsyncGenerator<ReadResult> {
  try {
    const fetched = await fetchDocument(url, options);
    const declared = { ...options.declared, url: fetched.url };
    yield* readDocument(
      { bytes: fetched.bytes, mediaType: fetched.mediaType, name: fetched.url, declared },
      options.limits,
    );
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    yield { name: url, place: null, error };
  }
}
