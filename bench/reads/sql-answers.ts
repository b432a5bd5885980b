/**
 * The questions answered by hand: the SQL that somebody would write who knows the tables, and plain objects of its
 * rows. What the service costs beyond this is what GraphQL, its types, checks and loaders cost.
 */
import type { ComparedQuestion } from './questions.js';

/** Runs one named, prepared statement. */
export type RunStatement = <Row>(name: string, text: string, values: readonly unknown[]) => Promise<Row[]>;

export type Variables = Readonly<Record<string, string>>;

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

function databaseId(type: string, id: string | undefined): string {
  const text = Buffer.from(id ?? '', 'base64').toString();
  if (!text.startsWith(`${type}:`)) throw new Error(`Not the id of a ${type}: ${id}`);
  return text.slice(type.length + 1);
}

interface SpeakerColumns {
  readonly speakerName: string | null;
  readonly speakerKind: string | null;
}

const speakerOf = ({ speakerName, speakerKind }: SpeakerColumns) =>
  speakerName === null ? null : { name: speakerName, kind: speakerKind };

interface ArticleColumns {
  readonly id: string;
  readonly headline: string;
  readonly publishedAt: Date;
  readonly name: string;
  readonly domain: string | null;
}

type ClaimColumns = SpeakerColumns & { readonly id: string; readonly text: string; readonly kind: string };

async function eventWithArticles(run: RunStatement, { id }: Variables): Promise<object> {
  const eventId = databaseId('Event', id);
  const [event] = await run<{ title: string; articleCount: number }>(
    'event',
    'SELECT title, article_count AS "articleCount" FROM event WHERE id = $1',
    [eventId],
  );
  if (!event) return { event: null };
  const articles = await run<ArticleColumns>(
    'articles of event',
    `SELECT a.id, a.headline, a.published_at AS "publishedAt", s.name, s.domain
     FROM article a JOIN source s ON s.id = a.source_id
     WHERE a.event_id = $1 ORDER BY a.published_at DESC, a.id DESC LIMIT 20`,
    [eventId],
  );
  const claims = await run<ClaimColumns & { articleId: string }>(
    'claims of articles',
    `SELECT c.*, actor.name AS "speakerName", actor.kind AS "speakerKind"
     FROM unnest($1::uuid[]) asked(id) CROSS JOIN LATERAL (
       SELECT id, article_id AS "articleId", text, kind, part, start, speaker_id FROM claim
       WHERE article_id = asked.id AND retracted_at IS NULL ORDER BY part, start, id LIMIT 10) c
     LEFT JOIN actor ON actor.id = c.speaker_id ORDER BY c.part, c.start, c.id`,
    [articles.map((article) => article.id)],
  );
  const byArticle = new Map(articles.map((article) => [article.id, [] as object[]]));
  for (const claim of claims) {
    byArticle.get(claim.articleId)?.push({
      id: globalId('Claim', claim.id),
      text: claim.text,
      kind: claim.kind,
      speaker: speakerOf(claim),
    });
  }
  const nodes = articles.map((article) => ({
    id: globalId('Article', article.id),
    headline: article.headline,
    publishedAt: article.publishedAt.toISOString(),
    source: { name: article.name, domain: article.domain },
    claims: { nodes: byArticle.get(article.id) },
  }));
  return { event: { id, title: event.title, articleCount: event.articleCount, articles: { nodes } } };
}

async function claimsBefore(run: RunStatement, { to }: Variables): Promise<object> {
  const rows = await run<ClaimColumns & { cue: string | null; publishedAt: Date; speakerId: string | null }>(
    'claims before',
    `SELECT c.id, c.text, c.kind, c.cue, c.published_at AS "publishedAt", c.speaker_id AS "speakerId",
            actor.name AS "speakerName", actor.kind AS "speakerKind"
     FROM claim c LEFT JOIN actor ON actor.id = c.speaker_id
     WHERE c.published_at < $1 AND c.retracted_at IS NULL ORDER BY c.published_at DESC, c.id DESC LIMIT 50`,
    [to],
  );
  const nodes = rows.map((row) => ({
    id: globalId('Claim', row.id),
    text: row.text,
    kind: row.kind,
    cue: row.cue,
    publishedAt: row.publishedAt.toISOString(),
    speaker: row.speakerId === null ? null : { id: globalId('Actor', row.speakerId), ...speakerOf(row) },
  }));
  return { claims: { nodes } };
}

async function articleById(run: RunStatement, { id }: Variables): Promise<object> {
  const [row] = await run<{ publishedAt: Date; firstSeenAt: Date }>(
    'article',
    `SELECT headline, url, byline, genre, language, published_at AS "publishedAt", first_seen_at AS "firstSeenAt"
     FROM article WHERE id = $1`,
    [databaseId('Article', id)],
  );
  if (!row) return { article: null };
  const times = { publishedAt: row.publishedAt.toISOString(), firstSeenAt: row.firstSeenAt.toISOString() };
  return { article: { id, ...row, ...times } };
}

async function claimCounts(run: RunStatement, { id }: Variables): Promise<object> {
  const rows = await run<SpeakerColumns & { claims: number; source: string }>(
    'claim counts',
    `SELECT c.claims, source.name AS source, actor.name AS "speakerName", actor.kind AS "speakerKind"
     FROM (SELECT source_id, speaker_id, count(*)::integer AS claims FROM claim
           WHERE event_id = $1 AND retracted_at IS NULL GROUP BY source_id, speaker_id) c
     JOIN source ON source.id = c.source_id LEFT JOIN actor ON actor.id = c.speaker_id
     ORDER BY c.claims DESC, c.source_id, c.speaker_id`,
    [databaseId('Event', id)],
  );
  const counts = rows.map((row) => ({ claims: row.claims, source: { name: row.source }, speaker: speakerOf(row) }));
  return { event: { id, claimCounts: counts } };
}

async function claimCountsByIds(run: RunStatement, { id }: Variables): Promise<object> {
  const rows = await run<{ claims: number; source: string; speaker: string | null }>(
    'claim counts by ids',
    `SELECT source_id AS source, speaker_id AS speaker, count(*)::integer AS claims FROM claim
     WHERE event_id = $1 AND retracted_at IS NULL GROUP BY source_id, speaker_id
     ORDER BY claims DESC, source_id, speaker_id`,
    [databaseId('Event', id)],
  );
  const counts = rows.map(({ claims, source, speaker }) => ({
    claims,
    source: { id: globalId('Source', source) },
    speaker: speaker === null ? null : { id: globalId('Actor', speaker) },
  }));
  return { event: { id, claimCounts: counts } };
}

/** Each answers as the service does under `data`. */
export const sqlAnswers: Readonly<
  Record<ComparedQuestion, (run: RunStatement, variables: Variables) => Promise<object>>
> = { q1: eventWithArticles, q2: claimsBefore, q3: articleById, q4: claimCounts, 'q4-ids': claimCountsByIds };
