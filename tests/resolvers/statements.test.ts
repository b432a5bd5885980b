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
    const article = await make.article(await make.source(), { eventId: event.id, copyOfId: original?.id ?? null });
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
});
