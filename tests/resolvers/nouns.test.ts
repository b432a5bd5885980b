import { ClaimChangeKind } from '../../entities/index';
import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { CueAspect, CueModality, CueVoice } from '../../src/pipeline/values';
import { startService, type Service } from '../server/support';

describe.each(databaseKinds)('the nouns on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(() => service.close());

  test('a claim leads to all that it hangs on, the latest version first', async () => {
    const { make } = service;
    const source = await make.source({
      name: 'The Ninefold Post',
      languages: ['en', 'fr'],
      ratings: [{ by: 'A reader', scale: 'mood', value: 'good', url: null }],
    });
    const event = await make.event({ title: 'Orrel' });
    const wire = await make.article(await make.source({ name: 'Under Wire' }), { eventId: event.id });
    const article = await make.article(
      source,
      { eventId: event.id, copyOfId: wire.id },
      'The dam at Orrel is safe. Old.',
    );
    const second = await make.version(article, { ordinal: 2, text: 'The dam at Orrel is safe. New.' });
    const [first, other] = [await make.proposition(event, { sourceCount: 2 }), await make.proposition(event)];
    await make.relation(first, other);
    const speaker = await make.actor({
      name: 'Ana Bell',
      roles: [{ role: 'minister', firstSeenAt: '2025-03-04T12:00:00.000Z', lastSeenAt: '2025-03-04T12:00:00.000Z' }],
    });
    const claim = await make.claim(article, {
      speakerId: speaker.id,
      propositionId: first.id,
      cueNegated: true,
      cueAspect: CueAspect.PERFECT,
      cueModality: CueModality.POSSIBILITY,
      cueVoice: CueVoice.PASSIVE,
      method: { engine: 'factory', version: '1', rule: 'passive', confidence: 0.5, inputHash: 'none' },
    });
    await make.evidence(claim, article.version);
    await make.evidence(claim, second, { speakerSpan: { start: 4, end: 7 } });
    await make.link(claim, second, { depth: 2, text: 'an interview' });
    await make.link(claim, second, { depth: 1, text: 'an editorial', actorId: speaker.id, owner: 'Under Wire' });

    const { data, errors } = await service.ask(
      `query ($id: ID!) { claim(id: $id) {
        id text kind attitude in cue cueClass cueNegated cueTense cueAspect cueModality cueVoice publishedAt retractedAt method { engine version rule confidence inputHash }
        article { headline genre publishedAtPrecision copyOf { source { name } } versions { ordinal } latestVersion { text analysisState article { id } } claims { totalCount } }
        source { name languages ratings { by value } articles { totalCount } }
        event { title sources { name } articles { nodes { id } } claims { totalCount } propositions { nodes { id } } }
        proposition { id relations { relation score reasons { aspect first second } first { id } second { id } } claims { nodes { id } } }
        speaker { name roles { role } }
        chain { depth text owner held span { start end } actor { name } version { ordinal } }
        evidence { in exact start end speakerSpan { start end } spans { start } version { ordinal text } }
        latestEvidence { version { ordinal } } } }`,
      { id: encodeId('Claim', claim.id) },
    );
    expect(errors).toBeUndefined();
    const ids = {
      claim: encodeId('Claim', claim.id),
      article: encodeId('Article', article.id),
      wire: encodeId('Article', wire.id),
    };
    const [firstId, otherId] = [encodeId('Proposition', first.id), encodeId('Proposition', other.id)];
    expect(data.claim).toMatchObject({
      id: ids.claim,
      publishedAt: '2025-03-04T12:00:00.000Z',
      retractedAt: null,
      cueNegated: true,
      cueTense: 'PAST',
      cueAspect: 'PERFECT',
      cueModality: 'POSSIBILITY',
      cueVoice: 'PASSIVE',
      method: { engine: 'factory', version: '1', rule: 'passive', confidence: 0.5, inputHash: 'none' },
      article: {
        copyOf: { source: { name: 'Under Wire' } },
        versions: [{ ordinal: 1 }, { ordinal: 2 }],
        latestVersion: { text: second.text, analysisState: 'DONE', article: { id: ids.article } },
        claims: { totalCount: 1 },
      },
      source: {
        name: 'The Ninefold Post',
        languages: ['en', 'fr'],
        ratings: [{ by: 'A reader', value: 'good' }],
        articles: { totalCount: 1 },
      },
      event: {
        title: 'Orrel',
        sources: [{ name: 'The Ninefold Post' }, { name: 'Under Wire' }],
        claims: { totalCount: 1 },
        propositions: { nodes: [{ id: firstId }, { id: otherId }] },
      },
      proposition: {
        id: firstId,
        relations: [
          {
            relation: 'CONTRADICTS',
            reasons: [{ aspect: 'NUMBER', first: '12', second: '30' }],
            first: { id: firstId },
            second: { id: otherId },
          },
        ],
        claims: { nodes: [{ id: ids.claim }] },
      },
      speaker: { name: 'Ana Bell', roles: [{ role: 'minister' }] },
      chain: [
        { depth: 1, text: 'an editorial', owner: 'Under Wire', actor: { name: 'Ana Bell' }, version: { ordinal: 2 } },
        { depth: 2, text: 'an interview', owner: null, actor: null },
      ],
      evidence: [
        {
          exact: 'The dam at Orrel is safe',
          speakerSpan: { start: 4, end: 7 },
          version: { ordinal: 2, text: second.text },
        },
        { exact: 'The dam at Orrel is safe', speakerSpan: null, version: { ordinal: 1 } },
      ],
      latestEvidence: { version: { ordinal: 2 } },
    });
    expect(data.claim.event.articles.nodes.map(({ id }) => id).sort()).toEqual([ids.article, ids.wire].sort());
    const seenFromOther = await service.ask(
      `{ proposition(id: "${otherId}") { relations { first { id } second { id } } } }`,
    );
    expect(seenFromOther.data.proposition.relations).toEqual([{ first: { id: firstId }, second: { id: otherId } }]);
  });

  test('a document goes in, is analysed, and comes out with its claims and their changes', async () => {
    const text =
      'Bridge at Sele closes\n\n4 March 2025\n\nThe bridge at Sele will close in May, the transport ministry said on Tuesday.\n';
    const changes = service
      .client()
      .iterate<{ claimChanges: { changes: { kind: string; claim: { text: string } }[] } }>({
        query: 'subscription { claimChanges { cursor changes { kind claim { text } } } }',
      });
    await changes.next();
    const line = JSON.stringify({
      id: '1',
      source: 'Under Wire',
      headline: 'Sele',
      text: 'The bridge at Sele is old.',
      publishedAt: '2025-03-04',
    });
    const { data, errors } = await service.ask(
      `mutation ($documents: [DocumentInput!]!) { ingest(input: { documents: $documents, waitForAnalysis: true }) { accepted refused
        receipts { status name error { code message } article { headline source { name } latestVersion { analysisState } claims { nodes { text speaker { name } } } } } } }`,
      {
        documents: [
          { text, source: 'The Ninefold Post', name: 'bridge.txt' },
          { text, source: 'The Ninefold Post' },
          { text: '', source: 'The Ninefold Post' },
          { base64: Buffer.from(`${line}\n{\n`).toString('base64'), mediaType: 'application/jsonl', name: 'two.jsonl' },
        ],
      },
    );
    expect(errors).toBeUndefined();
    expect(data.ingest).toMatchObject({ accepted: 3, refused: 2 });
    const [first, again, empty, firstLine, secondLine] = data.ingest.receipts;
    expect(first).toMatchObject({
      status: 'NEW',
      name: 'bridge.txt',
      error: null,
      article: {
        headline: 'Bridge at Sele closes',
        source: { name: 'The Ninefold Post' },
        latestVersion: { analysisState: 'DONE' },
      },
    });
    expect(again).toMatchObject({ status: 'UNCHANGED', article: { headline: 'Bridge at Sele closes' } });
    expect(empty).toMatchObject({ status: 'REFUSED', article: null, error: { code: 'DOCUMENT_EMPTY' } });
    expect(firstLine).toMatchObject({ status: 'NEW', article: { headline: 'Sele' } });
    expect(secondLine).toMatchObject({ status: 'REFUSED', error: { code: 'JSON_MALFORMED' } });
    const found = first.article.claims.nodes.map((claim) => claim.text);
    expect(found.join()).toContain('will close in May');
    const { value } = await changes.next();
    const [change] = value?.data?.claimChanges.changes ?? [];
    expect(change?.kind).toBe(ClaimChangeKind.ADDED);
  });

  test.each([
    [{ source: 'A' }, '`input.documents[0]` must have exactly one of text, html and base64.'],
    [{ text: 'a', html: 'b' }, '`input.documents[0]` must have exactly one of text, html and base64.'],
    [{ base64: 'not base64!' }, '`input.documents[0].base64` is not base64.'],
    [{ text: 'a', mediaType: 'text/html' }, '`input.documents[0].mediaType` goes with base64 only.'],
  ])('the document %j is refused before anything is taken in', async (document, message) => {
    const query = 'mutation ($d: [DocumentInput!]!) { ingest(input: { documents: $d }) { accepted } }';
    expect(await service.refusal(query, { d: [document] })).toEqual({ code: 'BAD_USER_INPUT', message });
  });

  test('more documents than the limit, and more bytes, are refused', async () => {
    const query = 'mutation ($d: [DocumentInput!]!) { ingest(input: { documents: $d }) { accepted } }';
    const many = Array.from({ length: 101 }, () => ({ text: 'a' }));
    expect((await service.refusal(query, { d: many })).message).toContain('100 are the most');
    const large = await service.ask(
      'mutation ($d: [DocumentInput!]!) { ingest(input: { documents: $d }) { receipts { error { code } } } }',
      { d: [{ text: 'a'.repeat(3 * 1024 * 1024) }] },
    );
    expect(large.data.ingest.receipts).toEqual([{ error: { code: 'DOCUMENT_TOO_LARGE' } }]);
    const heavy = await service.ask(query, { d: [{ text: 'a'.repeat(9 * 1024 * 1024) }] });
    expect(heavy).toMatchObject({ status: 413, errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });

  test('the demo goes in and out, and its comparison leads to its evidence', async () => {
    const loaded = await service.ask('mutation { loadDemo { articles } }');
    expect(loaded.data.loadDemo.articles).toBeGreaterThan(10);
    await service.jobs.settle();
    const { data, errors } =
      await service.ask(`{ events(first: 1, filter: { sourceCount: { from: 3 } }) { nodes { id title sources { id } comparison {
      event { title } limits { code sentence }
      coverage { source { name } articleCount independentArticles words firstPublishedAt lagHours { low high } articles { id } }
      wireGroups { original { id } articles { id } sources { name } }
      voices { source { name } claimCount entropy { value n low high method reliability } gini { value } anonymousShare { value } secondHandShare { value }
        voices { actor { name } claimCount shareOfClaims { value } shareOfWords { value } directShare { value } meanPosition inHeadline claims { id source { name } } } }
      divergences { firstSource { name } secondSource { name } excess { value } }
      propositions { proposition { text } agreement independentSources conflicts { relation reasons { detail } proposition { text } }
        cells { source { name } status claims { source { name } } passages { text score article { id } } nearest { text start end } searchedArticles { id } } }
      blindspots { source { name } proposition { text } reportedBy { name } searchedArticles { id } } } } } }`);
    expect(errors).toBeUndefined();
    const [event] = data.events.nodes;
    const { comparison } = event;
    expect(comparison.event.title).toBe(event.title);
    expect(comparison.coverage.length).toBe(event.sources.length);
    for (const { articleCount, articles } of comparison.coverage) expect(articles).toHaveLength(Number(articleCount));
    for (const { source, voices } of comparison.voices) {
      for (const { claims } of voices) for (const claim of claims) expect(claim.source).toEqual(source);
    }
    expect(comparison.propositions.length).toBeGreaterThan(0);
    for (const { cells } of comparison.propositions) expect(cells).toHaveLength(comparison.coverage.length);

    const two = event.sources.slice(0, 2).map(({ id }) => id);
    const narrowed = await service.ask(
      'query ($id: ID!, $two: [ID!]) { event(id: $id) { comparison(sources: $two) { coverage { source { id } } } } }',
      { id: event.id, two },
    );
    expect(narrowed.data.event.comparison.coverage.map(({ source }) => source?.id).sort()).toEqual([...two].sort());
    const removed = await service.ask('mutation { removeDemo { articles } }');
    expect(removed.data.removeDemo).toEqual(loaded.data.loadDemo);
  }, 120_000);
});
