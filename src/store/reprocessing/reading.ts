import type { DataSource, EntityManager } from 'typeorm';
import type { CleanArticle, DeclaredFields, Method } from '../../pipeline/values.js';
import { addVersion, contentHashOf, describeAnew } from '../accept-document.js';
import { saveArticleSearch } from '../search/save-search-rows.js';

/** The document as received that the latest version of an article was read from. */
export interface StoredDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly declared: DeclaredFields;
}

/** @returns null when the version is gone */
export async function loadStoredDocument(manager: EntityManager, versionId: string): Promise<StoredDocument | null> {
  const [row] = await manager.query<StoredDocument[]>(
    `SELECT r.bytes, r.media_type AS "mediaType", r.declared
     FROM raw_document r JOIN article_version v ON v.raw_document_id = r.id WHERE v.id = $1`,
    [versionId],
  );
  return row ?? null;
}

export interface SavedReading {
  /** The latest version now: a new one where headline or text differ. */
  readonly versionId: string;
  readonly isNewVersion: boolean;
  /** Whether anything changed that later stages read. */
  readonly isChanged: boolean;
}

interface HeldArticle {
  readonly id: string;
  readonly ordinal: number;
  readonly contentHash: string;
  readonly rawDocumentId: string;
  readonly inputHash: string;
  readonly isFirstDocument: boolean;
  readonly articleId: string;
}

/**
 * Keeps what stage 1 now reads of a document that is held: another headline or text is a new version, and what the
 * document says of the article is said anew. Source, address and identity stay, so that it stays the same article.
 * @returns null when the version is not the latest of its article any more
 */
export async function saveReading(
  dataSource: DataSource,
  versionId: string,
  article: CleanArticle,
  method: Method,
  at: Date,
): Promise<SavedReading | null> {
  return dataSource.transaction(async (manager) => {
    const version = await holdLatest(manager, versionId);
    if (version === null) return null;
    const { articleId, ordinal } = version;
    const isNewVersion = version.contentHash !== contentHashOf(article);
    const before = await loadRead(manager, articleId);
    let latestId = versionId;
    if (isNewVersion) latestId = await addVersion(manager, { ...version, ordinal: ordinal + 1, article, method }, at);
    else {
      await manager.query('UPDATE article_version SET method_engine = $2, method_version = $3 WHERE id = $1', [
        versionId,
        method.engine,
        method.version,
      ]);
    }
    await describeAnew(manager, articleId, isNewVersion ? ordinal + 1 : ordinal, article, version.isFirstDocument);
    await saveArticleSearch(manager, articleId, article);
    const isChanged = isNewVersion || before !== (await loadRead(manager, articleId));
    // Stale until the other stages have run on it, also where they fail or this process ends first.
    if (isChanged) await manager.query('UPDATE article_version SET analysis_methods = NULL WHERE id = $1', [latestId]);
    return { versionId: latestId, isNewVersion, isChanged };
  });
}

/** Locks the article, as whoever takes a document in does, so that two revisions at once become two versions in order. */
async function holdLatest(manager: EntityManager, versionId: string): Promise<HeldArticle | null> {
  await manager.query(
    'SELECT 1 FROM article WHERE id = (SELECT article_id FROM article_version WHERE id = $1) FOR UPDATE',
    [versionId],
  );
  const [row] = await manager.query<HeldArticle[]>(
    `SELECT v.id, v.ordinal, v.content_hash AS "contentHash", v.raw_document_id AS "rawDocumentId",
            v.method_input_hash AS "inputHash", a.id AS "articleId",
            v.raw_document_id = (SELECT raw_document_id FROM article_version
                                 WHERE article_id = a.id ORDER BY ordinal LIMIT 1) AS "isFirstDocument"
     FROM article_version v JOIN article a ON a.id = v.article_id AND a.latest_ordinal = v.ordinal WHERE v.id = $1`,
    [versionId],
  );
  return row ?? null;
}

/** What later stages read of an article besides its text, as text to compare. */
async function loadRead(manager: EntityManager, articleId: string): Promise<string> {
  const [row] = await manager.query<[{ read: string }]>(
    'SELECT jsonb_build_array(language, published_at, genre)::text AS read FROM article WHERE id = $1',
    [articleId],
  );
  return row.read;
}
