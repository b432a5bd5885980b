import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Event } from '../../entities/index';
import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';
import { statementsOf } from '../support/statements';

/** An event of one article and claim for each outlet, with all that hangs on a claim. */
async function makeEvent({ make }: Service, articles: number, claimsEach: number): Promise<Event> {
  const event = await make.event({ articleCount: articles, sourceCount: articles });
  const propositions = [await make.proposition(event), await make.proposition(event)] as const;
  await make.relation(...propositions);
  let original: Article | null = null;
  for (let number = 0; number < articles; number += 1) {
    const article = await make.article(await make.source({ domain: `${randomUUID()}.example` }), {
      eventId: event.id,
      copyOfId: original?.id ?? null,
    });
    original ??= article;
    for (let place = 0; place < claimsEach; place += 1) {
      const speaker = await make.actor();
      const claim = await make.claim(article, {
        start: place,
        speakerId: speaker.id,
        propositionId: propositions[place % 2]?.id,
      });
      await make.evidence(claim, article.version);
      await make.link(claim, article.version, { actorId: speaker.id });
    }
  }
  return event;
}

describe.each(databaseKinds)('statements on the %s database', (kind) => {
  let service: Service;
  let small: Event;
  let large: Event;
  beforeAll(async () => {
    service = await startService(kind);
    small = await makeEvent(service, 2, 2);
    large = await makeEvent(service, 20, 10);
  });
  afterAll(() => service.close());

  const count = <Data>(query: string, event: Event, check: (data: Data) => void) =>
    statementsOf(service.store, async () => {
      const { data, errors } = await service.ask(query, { id: encodeId('Event', event.id) });
      expect(errors).toBeUndefined();
      check(data as Data);
    });

  test('an event, its articles, their outlets, ten claims of each and their speakers take one', async () => {
    const query = `query ($id: ID!) { event(id: $id) { articles(first: 20) { nodes {
      headline source { name } claims(first: 10) { nodes { text speaker { name } } } } } } }`;
    const rows =
      (articles: number, claims: number) =>
      (data: { event: { articles: { nodes: { source: object; claims: { nodes: { speaker: object }[] } }[] } } }) => {
        const { nodes } = data.event.articles;
        expect(nodes).toHaveLength(articles);
        expect(nodes.flatMap((article) => article.claims.nodes)).toHaveLength(claims);
        expect(nodes.every((article) => article.source && article.claims.nodes.every((claim) => claim.speaker))).toBe(
          true,
        );
      };
    expect(await count(query, large, rows(20, 200))).toHaveLength(1);
    expect(await count(query, small, rows(2, 4))).toHaveLength(1);
  });

  test('a page of claims with all that hangs on them takes one', async () => {
    const query = `query ($id: ID!) { claims(first: 100, filter: { events: [$id] }) { totalCount nodes {
      text article { headline copyOf { id } latestVersion { text } versions { id } } source { name } event { title }
      proposition { text event { id } relations { first { text } second { text } } claims(first: 3) { totalCount nodes { id } } }
      speaker { name claims(first: 1) { nodes { id } } events { nodes { id } } }
      chain { actor { name } version { ordinal } } evidence { exact version { ordinal article { id } } } latestEvidence { start } } } }`;
    const rows = (claims: number) => (data: { claims: { nodes: { chain: object[]; evidence: object[] }[] } }) => {
      expect(data.claims.nodes).toHaveLength(claims);
      expect(data.claims.nodes.every(({ chain, evidence }) => chain.length === 1 && evidence.length === 1)).toBe(true);
    };
    const ofLarge = await count(query, large, rows(100));
    const ofSmall = await count(query, small, rows(4));
    expect([ofLarge.length, ofSmall.length]).toEqual([1, 1]);
  });

  test('an event that is come to by way of each of its claims is compared once', async () => {
    const query = `query ($id: ID!) { claims(first: 100, filter: { events: [$id] }) { nodes {
      event { comparison { coverage { words } } } } } }`;
    const rows = (claims: number) => (data: { claims: { nodes: object[] } }) =>
      expect(data.claims.nodes).toHaveLength(claims);
    expect(await count(query, large, rows(100))).toHaveLength((await count(query, small, rows(4))).length);
  });

  test('all that a comparison leads to takes so many, however much it is', async () => {
    const query = `query ($id: ID!) { event(id: $id) { comparison {
      event { title }
      coverage { source { name } articles { headline source { name } copyOf { headline } } }
      wireGroups { articles { event { title } } sources { name } original { headline } }
      voices { source { name } voices { actor { name roles { role } } claims { text article { headline } } } }
      divergences { firstSource { name } secondSource { name } }
      propositions {
        proposition { text event { title } sources { name } claims(first: 2) { totalCount nodes { text } } }
        cells { source { name } searchedArticles { headline } passages { article { headline } }
          claims { text speaker { name } chain { text actor { name } } latestEvidence { exact } } }
        conflicts { relation proposition { text event { title } } } }
      blindspots { source { name } proposition { text } reportedBy { name } searchedArticles { headline } } } } }`;
    const middle = await makeEvent(service, 5, 4);
    const larger = await makeEvent(service, 9, 7);
    const taken: number[] = [];
    // The second time it is kept.
    for (const event of [middle, larger, middle, larger]) {
      const statements = await count(query, event, (data: { event: { comparison: { coverage: object[] } } }) =>
        expect(data.event.comparison.coverage).toHaveLength(event === larger ? 9 : 5),
      );
      taken.push(statements.length);
    }
    const [computedOfMiddle, computed, keptOfMiddle, kept] = taken;
    expect([computedOfMiddle, keptOfMiddle]).toEqual([computed, kept]);
    expect(kept).toBeLessThan(computed as number);
    expect(computed).toBeLessThanOrEqual(40);
  });

  test('nothing is counted that was not asked for', async () => {
    const statements = await count(
      'query ($id: ID!) { claims(filter: { events: [$id] }) { nodes { id } } }',
      small,
      () => undefined,
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toContain('count(');
  });

  test('each root field takes one', async () => {
    const query =
      'query ($id: ID!) { a: event(id: $id) { title } b: event(id: $id) { title sources { id } } node(id: $id) { id } }';
    expect(await count(query, small, () => undefined)).toHaveLength(3);
  });

  /** How many statements each operation of the guide takes, however large what it asks for is. */
  const recipes: Readonly<Record<string, number>> = {
    // Without its comparison, which is computed.
    'event-page': 1,
    'actor-page': 1,
    'claim-page': 1,
    'proposition-page': 1,
    pages: 1,
    // What it names is looked up first.
    'event-of-a-url': 2,
    'source-page': 2,
  };

  test.each(Object.entries(recipes))('the recipe %s takes %d', async (name, expected) => {
    const text = readFileSync(join(__dirname, `../../docs/api/${name}.graphql`), 'utf8');
    const query = text.replace(/ comparison \{[^]*/, '} }');
    for (const event of [small, large]) {
      await service.store.dataSource.query(
        `UPDATE article SET url = 'https://outlet.example/' || id::text WHERE url IS NULL`,
      );
      const [claim] = await service.store.dataSource.query<[Record<string, string>]>(
        `SELECT claim.id, speaker_id, proposition_id, url, domain FROM claim JOIN article ON article.id = article_id
         JOIN source ON source.id = claim.source_id WHERE claim.event_id = $1 LIMIT 1`,
        [event.id],
      );
      const id = {
        'event-page': encodeId('Event', event.id),
        'actor-page': encodeId('Actor', claim.speaker_id as string),
        'claim-page': encodeId('Claim', claim.id as string),
        'proposition-page': encodeId('Proposition', claim.proposition_id as string),
      }[name];
      const statements = await statementsOf(service.store, async () => {
        const { errors, data } = await service.ask(query, { id, url: claim.url, domain: claim.domain });
        expect(errors).toBeUndefined();
        expect(Object.values(data)).not.toContain(null);
      });
      expect(statements).toHaveLength(expected);
    }
  });
});
