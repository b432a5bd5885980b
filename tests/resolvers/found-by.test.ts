import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

describe.each(databaseKinds)('what is found by something else than its id on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(() => service.close());

  test('an article by its address, whatever tracks the reader; null where none has it', async () => {
    const article = await service.make.article(await service.make.source(), { url: 'https://news.example/a?x=1' });
    const query = 'query ($url: URL!) { articleByUrl(url: $url) { id source { name } } }';
    const { data } = await service.ask(query, { url: 'HTTPS://NEWS.example/a?x=1&utm_source=feed#top' });
    expect(data.articleByUrl).toMatchObject({ id: encodeId('Article', article.id) });
    // By http and by https is one page, unless both are held.
    const insecure = { url: 'http://news.example/a?x=1' };
    expect((await service.ask(query, insecure)).data.articleByUrl).toEqual(data.articleByUrl);
    const listed = await service.ask(
      'query ($url: URL!) { articles(filter: { urls: [$url] }) { totalCount } }',
      insecure,
    );
    expect(listed.data.articles).toEqual({ totalCount: 1 });
    const other = await service.make.article(await service.make.source(), insecure);
    expect((await service.ask(query, insecure)).data.articleByUrl).toMatchObject({ id: encodeId('Article', other.id) });
    const none = await service.ask(query, { url: 'https://news.example/b' });
    expect(none.data.articleByUrl).toBeNull();
  });

  test('an outlet by its domain or a longer host name; null where none has it, or it is no domain', async () => {
    const source = await service.make.source({ domain: 'ninefold.example' });
    const query = 'query ($domain: String!) { sourceByDomain(domain: $domain) { id } }';
    for (const domain of ['ninefold.example', 'WWW.ninefold.example']) {
      const { data } = await service.ask(query, { domain });
      expect(data.sourceByDomain).toEqual({ id: encodeId('Source', source.id) });
    }
    for (const domain of ['other.example', 'Ninefold', '', 'a\0b.example']) {
      const { data } = await service.ask(query, { domain });
      expect(data.sourceByDomain).toBeNull();
    }
  });

  test('the siblings of a claim are those of other outlets that say the same', async () => {
    const { make } = service;
    const event = await make.event();
    const proposition = await make.proposition(event);
    const [own, other] = [await make.source(), await make.source()];
    const claimIn = async (source: typeof own, fields = {}) =>
      make.claim(await make.article(source, { eventId: event.id }), { propositionId: proposition.id, ...fields });
    const claim = await claimIn(own);
    await claimIn(own);
    await claimIn(other, { retractedAt: new Date() });
    await claimIn(other, { propositionId: null });
    const sibling = await claimIn(other);
    const { data } = await service.ask(
      `{ claim(id: "${encodeId('Claim', claim.id)}") { siblings { totalCount nodes { id } } proposition { sources { id } } } }`,
    );
    expect(data.claim.siblings).toEqual({ totalCount: 1, nodes: [{ id: encodeId('Claim', sibling.id) }] });
  });

  test.each([
    ['sources(filter: { countries: ["Japan"] })', '"Japan" is no CountryCode.'],
    ['sources(filter: { countries: ["YY"] })', '"YY" is no CountryCode.'],
    ['articles(filter: { languages: ["English!"] })', '"English!" is no Language.'],
    ['articles(filter: { urls: ["javascript:alert(1)"] })', '"javascript:alert(1)" is no URL.'],
    ['articles(filter: { urls: [7] })', 'is no URL.'],
    ['claims(filter: { publishedAt: { from: "2025-02-30T00:00:00Z" } })', '"2025-02-30T00:00:00Z" is no DateTime.'],
    ['claims(filter: { publishedAt: { from: "2025-02-28" } })', 'with date, time and zone: `2023-05-22T09:30:00.000Z`'],
  ])('%s is refused with the reason', async (list, reason) => {
    const { code, message } = await service.refusal(`{ ${list} { totalCount } }`);
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(reason);
  });
});
