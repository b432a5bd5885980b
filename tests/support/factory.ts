import { createHash, randomUUID } from 'node:crypto';
import {
  Actor,
  AnalysisState,
  Article,
  ArticleVersion,
  AttributionLink,
  Claim,
  ClaimChangeKind,
  Event,
  Evidence,
  Proposition,
  PropositionRelation,
  RawDocument,
  Source,
} from '../../entities/index';
import {
  ActorKind,
  ActorScope,
  Attitude,
  ClaimKind,
  CueAspect,
  CueClass,
  CueTense,
  CueVoice,
  Genre,
  PropositionRelationKind,
  SourceKind,
  TextPart,
  TimePrecision,
} from '../../src/pipeline/values';
import { appendClaimChanges, lockClaimLog, type NewClaimChange } from '../../src/store/claim-log';
import { sourceKey } from '../../src/store/identity';
import type { EntityClass } from '../../src/store/queries/row';
import type { Store } from '../../src/store/store';

const method = { engine: 'factory', version: '1', confidence: 0.5, inputHash: 'none' };
const noon = new Date('2025-03-04T12:00:00.000Z');

/** Puts rows into a store as the jobs would; what a test does not care for is filled in. */
export class Factory {
  readonly #store: Store;
  #count = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async #insert<Row extends object>(entity: EntityClass<Row>, values: Partial<Row>): Promise<Row> {
    await this.#store.dataSource
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(values as never)
      .updateEntity(false)
      .execute();
    return values as Row;
  }

  #next(): number {
    return (this.#count += 1);
  }

  source(values: Partial<Source> = {}): Promise<Source> {
    const name = values.name ?? `Outlet ${this.#next()}`;
    return this.#insert(Source, {
      id: randomUUID(),
      // As jobs make it where there is a domain; names may be the same here.
      key: values.domain ? sourceKey({ name, domain: values.domain }) : `${name} ${randomUUID()}`,
      name,
      domain: null,
      kind: SourceKind.NEWSPAPER,
      country: null,
      languages: ['en'],
      owner: null,
      ratings: [],
      isDemo: false,
      firstSeenAt: noon,
      ...values,
    });
  }

  event(values: Partial<Event> = {}): Promise<Event> {
    return this.#insert(Event, {
      id: randomUUID(),
      title: `Event ${this.#next()}`,
      firstPublishedAt: noon,
      lastPublishedAt: noon,
      isRoundup: false,
      articleCount: 1,
      sourceCount: 1,
      method,
      ...values,
    });
  }

  /** An article with one version of its text. */
  async article(
    source: Source,
    values: Partial<Article> = {},
    text = 'The dam at Orrel is safe, the ministry said.',
  ): Promise<Article & { version: ArticleVersion }> {
    const id = values.id ?? randomUUID();
    const article = await this.#insert(Article, {
      id,
      sourceId: source.id,
      identity: id,
      url: null,
      externalId: null,
      headline: `Headline ${this.#next()}`,
      byline: null,
      genre: Genre.REPORTAGE,
      language: 'en',
      publishedAt: noon,
      publishedAtPrecision: TimePrecision.SECOND,
      firstSeenAt: noon,
      isAccessibleForFree: null,
      latestOrdinal: 1,
      eventId: null,
      copyOfId: null,
      placementMethod: null,
      ...values,
    });
    return { ...article, version: await this.version(article, { text }) };
  }

  /** A version, already analysed; it becomes the latest when its ordinal says so. */
  async version(article: Article, values: Partial<ArticleVersion> = {}): Promise<ArticleVersion> {
    const rawDocumentId = randomUUID();
    await this.#insert(RawDocument, {
      id: rawDocumentId,
      articleId: article.id,
      url: null,
      mediaType: 'text/plain',
      hash: rawDocumentId,
      bytes: Buffer.from(''),
      declared: {},
      fetchedAt: noon,
    });
    const text = values.text ?? 'The dam at Orrel is safe, the ministry said.';
    const version = await this.#insert(ArticleVersion, {
      id: randomUUID(),
      articleId: article.id,
      ordinal: 1,
      rawDocumentId,
      headline: article.headline,
      text,
      contentHash: createHash('sha256').update(text).digest('hex'),
      wordCount: text.split(' ').length,
      seenAt: noon,
      analysisState: AnalysisState.DONE,
      method,
      ...values,
    });
    await this.#store.dataSource.query(
      'UPDATE article SET latest_ordinal = greatest(latest_ordinal, $2) WHERE id = $1',
      [article.id, version.ordinal],
    );
    return version;
  }

  actor(values: Partial<Actor> = {}): Promise<Actor> {
    return this.#insert(Actor, {
      id: randomUUID(),
      key: `person:${randomUUID()}`,
      name: `Actor ${this.#next()}`,
      kind: ActorKind.PERSON,
      scope: ActorScope.EVERYWHERE,
      articleId: null,
      aliases: [],
      roles: [],
      country: null,
      wikidataId: null,
      method,
      ...values,
    });
  }

  proposition(event: Event, values: Partial<Proposition> = {}): Promise<Proposition> {
    return this.#insert(Proposition, {
      id: randomUUID(),
      eventId: event.id,
      text: `Proposition ${this.#next()}`,
      claimCount: 1,
      sourceCount: 1,
      method,
      ...values,
    });
  }

  relation(first: Proposition, second: Proposition, values: Partial<PropositionRelation> = {}) {
    return this.#insert(PropositionRelation, {
      firstId: first.id,
      secondId: second.id,
      relation: PropositionRelationKind.CONTRADICTS,
      score: 0.5,
      reasons: [{ aspect: 'NUMBER', detail: '12 against 30.', first: '12', second: '30' }],
      method,
      ...values,
    });
  }

  claim(article: Article, values: Partial<Claim> = {}): Promise<Claim> {
    return this.#insert(Claim, {
      id: randomUUID(),
      articleId: article.id,
      part: TextPart.TEXT,
      start: 0,
      text: `The dam at Orrel is safe ${this.#next()}`,
      kind: ClaimKind.INDIRECT,
      attitude: Attitude.SPEECH,
      cue: 'said',
      cueClass: CueClass.NEUTRAL,
      cueNegated: false,
      cueTense: CueTense.PAST,
      cueAspect: CueAspect.SIMPLE,
      cueModality: null,
      cueVoice: CueVoice.ACTIVE,
      speakerText: null,
      speakerId: null,
      sourceId: article.sourceId,
      eventId: article.eventId,
      publishedAt: article.publishedAt,
      propositionId: null,
      retractedAt: null,
      method,
      ...values,
    });
  }

  evidence(claim: Claim, version: ArticleVersion, values: Partial<Evidence> = {}): Promise<Evidence> {
    return this.#insert(Evidence, {
      claimId: claim.id,
      articleVersionId: version.id,
      part: claim.part,
      start: 0,
      end: 24,
      exact: version.text.slice(0, 24),
      prefix: '',
      suffix: version.text.slice(24, 56),
      spans: [{ start: 0, end: 24 }],
      cueSpan: null,
      speakerSpan: null,
      ...values,
    });
  }

  link(claim: Claim, version: ArticleVersion, values: Partial<AttributionLink> = {}): Promise<AttributionLink> {
    return this.#insert(AttributionLink, {
      claimId: claim.id,
      depth: 1,
      actorId: null,
      text: 'an editorial',
      cue: 'in',
      owner: null,
      held: false,
      articleVersionId: version.id,
      span: { start: 0, end: 12 },
      ...values,
    });
  }

  /** Appends to the log of claim changes, as saving an analysis does, and wakes who follows it. */
  async change(claims: readonly Claim[], kind = ClaimChangeKind.ADDED, wakes = true): Promise<void> {
    const changes = claims.map((claim): NewClaimChange => ({
      kind,
      claimId: claim.id,
      articleId: claim.articleId,
      sourceId: claim.sourceId,
      eventId: claim.eventId,
      speakerId: claim.speakerId,
      claimKind: claim.kind,
      changedFields: kind === ClaimChangeKind.CHANGED ? ['cue'] : [],
    }));
    await this.#store.dataSource.transaction(async (manager) => {
      await lockClaimLog(manager);
      await appendClaimChanges(manager, changes, noon);
    });
    if (wakes) this.#store.claimLog.emit('appended');
  }
}
