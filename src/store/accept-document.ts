import type { DataSource, EntityManager } from 'typeorm';
import { AnalysisState } from '../../entities/index.js';
import type { CleanArticle, DeclaredFields, Method } from '../pipeline/values.js';
import { findOrAddSource, type SourceName } from './find-source.js';
import { articleIdentity, digest, digestBytes, stableId } from './identity.js';
import { saveArticleSearch } from './search/save-search-rows.js';

/** A document that has been read and is good to keep. */
export interface AcceptableDocument {
  readonly source: SourceName;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly declared: DeclaredFields;
  readonly article: CleanArticle;
  /** Normalised URL of the article; null when there is none. */
  readonly url: string | null;
  /** What made `article`. */
  readonly method: Method;
}

export type Acceptance = {
  readonly status: 'NEW' | 'NEW_VERSION' | 'UNCHANGED';
  readonly articleId: string;
  readonly articleVersionId: string;
};

const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * Keeps a document: its Source, Article, RawDocument and, when headline or text differ from the latest version, a new
 * ArticleVersion that waits for analysis. All in one transaction; the same document again changes nothing.
 */
export async function acceptDocument(
  dataSource: DataSource,
  document: AcceptableDocument,
  at: Date,
): Promise<Acceptance> {
  return dataSource.transaction(async (manager) => {
    const sourceId = await findOrAddSource(manager, document.source, at);
    const articleId = await findOrAddArticle(manager, sourceId, document, at);
    const contentHash = contentHashOf(document.article);
    const [latest] = await manager.query<{ id: string; ordinal: number; content_hash: string }[]>(
      'SELECT id, ordinal, content_hash FROM article_version WHERE article_id = $1 ORDER BY ordinal DESC LIMIT 1',
      [articleId],
    );
    if (latest?.content_hash === contentHash) {
      return { status: 'UNCHANGED', articleId, articleVersionId: latest.id };
    }
    const ordinal = (latest?.ordinal ?? 0) + 1;
    const rawDocumentId = await keepRawDocument(manager, articleId, document, at);
    const articleVersionId = await addVersion(
      manager,
      { ...document, articleId, ordinal, rawDocumentId, inputHash: rawHash(document) },
      at,
    );
    await describeAnew(manager, articleId, ordinal, document.article, false);
    await saveArticleSearch(manager, articleId, document.article);
    return { status: ordinal === 1 ? 'NEW' : 'NEW_VERSION', articleId, articleVersionId };
  });
}

/** SHA-256 of headline and text: tells a new version from the same one seen again. */
export const contentHashOf = ({ headline, text }: CleanArticle): string => digest(headline, text);

interface NewVersion {
  readonly articleId: string;
  readonly ordinal: number;
  readonly rawDocumentId: string;
  readonly article: CleanArticle;
  readonly method: Method;
  /** Hash of the document as received. */
  readonly inputHash: string;
}

/** Adds a version that waits for analysis; those before it do not any more. @returns its id */
export async function addVersion(manager: EntityManager, version: NewVersion, at: Date): Promise<string> {
  const { articleId, ordinal, article, method } = version;
  const id = stableId('article version', articleId, ordinal);
  await supersede(manager, articleId);
  await manager.query(
    `INSERT INTO article_version (id, article_id, ordinal, raw_document_id, headline, text, content_hash, word_count,
       seen_at, method_engine, method_version, method_confidence, method_input_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)`,
    [
      id,
      articleId,
      ordinal,
      version.rawDocumentId,
      article.headline,
      article.text,
      contentHashOf(article),
      wordCount(article.text),
      at,
      method.engine,
      method.version,
      version.inputHash,
    ],
  );
  return id;
}

/**
 * What the latest version says of the article wins, where it says anything; a printed date stays as first printed.
 * @param isFirstDocument whether it is the document that said the date first, read once more
 */
export async function describeAnew(
  manager: EntityManager,
  articleId: string,
  ordinal: number,
  article: CleanArticle,
  isFirstDocument: boolean,
): Promise<void> {
  await manager.query(
    `UPDATE article SET latest_ordinal = $2, headline = $3, byline = coalesce($4, byline),
       genre = CASE WHEN $5 = 'UNKNOWN' THEN genre ELSE $5 END, language = coalesce($6, language),
       language_basis = CASE WHEN $6::text IS NULL THEN language_basis ELSE $10 END,
       is_accessible_for_free = coalesce($7, is_accessible_for_free),
       published_at = CASE WHEN published_at_precision IS NULL OR $11 THEN coalesce($8, published_at) ELSE published_at END,
       published_at_precision = CASE WHEN $11 THEN coalesce($9, published_at_precision)
                                ELSE coalesce(published_at_precision, $9) END
     WHERE id = $1`,
    [
      articleId,
      ordinal,
      article.headline,
      article.byline,
      article.genre,
      article.language,
      article.isAccessibleForFree,
      article.publishedAt,
      article.publishedAtPrecision,
      article.languageBasis,
      isFirstDocument,
    ],
  );
}

/** The row is locked until the transaction ends, so that two revisions at once become two versions in order. */
async function findOrAddArticle(
  manager: EntityManager,
  sourceId: string,
  { article, declared, url }: AcceptableDocument,
  at: Date,
): Promise<string> {
  const externalId = declared.id ?? null;
  const identity = articleIdentity({ url, externalId, headline: article.headline, publishedAt: article.publishedAt });
  await manager.query(
    `INSERT INTO article (id, source_id, identity, url, external_id, headline, byline, genre, language, published_at,
       published_at_precision, first_seen_at, is_accessible_for_free, language_basis, latest_ordinal)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0)
     ON CONFLICT DO NOTHING`,
    [
      stableId('article', sourceId, identity),
      sourceId,
      identity,
      url,
      externalId,
      article.headline,
      article.byline,
      article.genre,
      article.language,
      article.publishedAt ?? at,
      article.publishedAtPrecision,
      at,
      article.isAccessibleForFree,
      article.languageBasis,
    ],
  );
  const [row] = await manager.query<[{ id: string }]>(
    'SELECT id FROM article WHERE source_id = $1 AND identity = $2 FOR UPDATE',
    [sourceId, identity],
  );
  return row.id;
}

const rawHash = ({ bytes, declared }: AcceptableDocument) => digest(digestBytes(bytes), declared);

async function keepRawDocument(
  manager: EntityManager,
  articleId: string,
  document: AcceptableDocument,
  at: Date,
): Promise<string> {
  const hash = rawHash(document);
  const id = stableId('raw document', articleId, hash);
  await manager.query(
    `INSERT INTO raw_document (id, article_id, url, media_type, hash, bytes, declared, fetched_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      id,
      articleId,
      document.declared.url ?? null,
      document.mediaType,
      hash,
      Buffer.from(document.bytes),
      JSON.stringify(document.declared),
      at,
    ],
  );
  return id;
}

/** Only the latest version is analysed. */
async function supersede(manager: EntityManager, articleId: string): Promise<void> {
  await manager.query(
    `UPDATE article_version SET analysis_state = $2 WHERE article_id = $1 AND analysis_state IN ($3, $4)`,
    [articleId, AnalysisState.SUPERSEDED, AnalysisState.PENDING, AnalysisState.FAILED],
  );
}
