import { isParallaxError, ParallaxError } from '../errors.js';
import { method, readArticle } from '../pipeline/1-article/index.js';
import type { CleanArticle, DeclaredFields } from '../pipeline/values.js';
import {
  isRefused,
  nameOf,
  parseColumns,
  readDocument,
  type ColumnMapping,
  type ReadDocument,
  type ReadLimits,
  type ReadResult,
} from '../readers/index.js';
import { acceptDocument } from '../store/accept-document.js';
import type { SourceName } from '../store/find-source.js';
import { normaliseUrl, registrableDomain } from '../store/identity.js';
import type { Store } from '../store/store.js';
import { requirePast, requireText, withWholeCharacters } from './storable.js';
import { ReceiptStatus, type DocumentReceipt, type Submission } from './jobs.js';

const longestSourceName = 200;

const looksLikeDomain = (name: string) =>
  name.length <= 253 && /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(name.trim());

/**
 * Which outlet a document is from: what the caller or the document says, its domain from its address.
 * A page's canonical address is believed only on the domain that it came from: a reprint points to the original's outlet.
 * @throws ParallaxError URL_INVALID, SOURCE_MISSING, SOURCE_INVALID
 */
export function sourceOf(declared: DeclaredFields, article: CleanArticle): { source: SourceName; url: string | null } {
  const ownUrl = declared.url === undefined ? null : normaliseUrl(declared.url);
  if (declared.url !== undefined && ownUrl === null) {
    throw new ParallaxError('URL_INVALID', `"${declared.url.slice(0, 80)}" is not an address of http or https.`);
  }
  const canonicalUrl = article.canonicalUrl === null ? null : normaliseUrl(article.canonicalUrl);
  const ownDomain = ownUrl === null ? null : registrableDomain(ownUrl);
  const canonicalDomain = canonicalUrl === null ? null : registrableDomain(canonicalUrl);
  const url = canonicalUrl !== null && (ownDomain === null || ownDomain === canonicalDomain) ? canonicalUrl : ownUrl;

  const name = declared.source?.trim() || null;
  if (name !== null && looksLikeDomain(name)) {
    const domain = registrableDomain(name) ?? name.toLowerCase();
    return { source: { name: article.siteName ?? domain, domain }, url };
  }
  const domain = url === null ? null : registrableDomain(url);
  const known = name ?? article.siteName ?? domain;
  if (known === null) {
    throw new ParallaxError(
      'SOURCE_MISSING',
      'Neither the document nor the caller names the outlet: give "source", or --source on the command line.',
    );
  }
  // Outlets are recognised by the letters and digits of their names, in an index whose entries are short.
  if (known.length > longestSourceName || !/[\p{L}\p{N}]/u.test(known)) {
    throw new ParallaxError(
      'SOURCE_INVALID',
      `The name of the outlet must have letters or digits, and at most ${longestSourceName} characters.`,
    );
  }
  return { source: { name: known, domain }, url };
}

/**
 * Takes one file's bytes in, document by document. Each that is good is committed before the next is looked at; each that
 * is not is answered with its code.
 */
export async function acceptSubmission(
  store: Store,
  submission: Submission,
  limits: ReadLimits,
  now: () => Date,
): Promise<DocumentReceipt[]> {
  const receipts: DocumentReceipt[] = [];
  for (const result of readSubmission(submission, limits)) receipts.push(await acceptOne(store, result, now()));
  return receipts;
}

function* readSubmission({ columns, ...input }: Submission, limits: ReadLimits): Generator<ReadResult> {
  let mapping: ColumnMapping | undefined;
  try {
    mapping = columns === undefined ? undefined : parseColumns(columns);
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    yield { name: input.name, place: null, error };
    return;
  }
  yield* readDocument({ ...input, columns: mapping }, limits);
}

async function acceptOne(store: Store, result: ReadResult, now: Date): Promise<DocumentReceipt> {
  const name = nameOf(result);
  try {
    if (isRefused(result)) throw result.error;
    return { ...(await keep(store, result, now)), name, error: null };
  } catch (error) {
    if (!isParallaxError(error)) throw error;
    return {
      status: ReceiptStatus.REFUSED,
      name,
      articleId: null,
      articleVersionId: null,
      error: { code: error.code, message: error.message },
    };
  }
}

async function keep(store: Store, read: ReadDocument, now: Date) {
  const document = { ...read.document, declared: withWholeCharacters(read.document.declared) };
  requireText(document);
  const article = readArticle(document);
  requirePast(article, now);
  const { declared } = document;
  const acceptance = await acceptDocument(
    store.dataSource,
    { ...sourceOf(declared, article), bytes: read.bytes, mediaType: read.mediaType, declared, article, method },
    now,
  );
  return { ...acceptance, status: ReceiptStatus[acceptance.status] };
}
