import type { Claim, Source } from '../../entities/index';
import { encodeId } from '../../resolvers/relay/global-id';
import { ClaimKind, TextPart } from '../../src/pipeline/values';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

interface Page {
  readonly nodes: readonly { id: string }[];
  readonly edges: readonly { cursor: string }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const pageFields = 'nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** All pages of a list, forwards or backwards, in the order they come. */
async function walk(ask: (page: string) => Promise<Page>, size: number, isBackward: boolean): Promise<string[][]> {
  const pages: string[][] = [];
  for (let place = ''; ;) {
    const page = await ask(isBackward ? `last: ${size}${place}` : `first: ${size}${place}`);
    expect(page.edges.at(0)?.cursor ?? null).toBe(page.pageInfo.startCursor);
    expect(page.edges.at(-1)?.cursor ?? null).toBe(page.pageInfo.endCursor);
    pages.push(page.nodes.map(({ id }) => id));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (!(isBackward ? hasPreviousPage : hasNextPage)) return pages;
    place = isBackward ? `, before: "${startCursor}"` : `, after: "${endCursor}"`;
  }
}

describe.each(databaseKinds)('pages of lists on the %s database', (kind) => {
  let service: Service;
  let sources: Source[];
  let claims: Claim[];

  beforeAll(async () => {
    service = await startService(kind);
    const { make } = service;
    sources = [
      await make.source({ name: 'The Ninefold Post' }),
      await make.source({ name: 'Ünder Wire', country: 'DE' }),
    ];
    const minute = (number: number) => new Date(Date.UTC(2025, 2, 4, 12, number));
    claims = [];
    for (const [index, source] of [0, 1, 0].map((place) => [place, sources[place]] as const)) {
      const article = await make.article(source as Source, { publishedAt: minute(index) });
      // Ties in time within each article and between articles, and ties in place.
      for (let number = 0; number < 9; number += 1) {
        const part = number < 3 ? TextPart.HEADLINE : TextPart.TEXT;
        claims.push(
          await make.claim(article, {
            part,
            start: (number % 3) * 10,
            kind: number % 2 ? ClaimKind.DIRECT : ClaimKind.INDIRECT,
          }),
        );
      }
    }
    await make.claim(await make.article(sources[0] as Source, { publishedAt: minute(9) }), { retractedAt: minute(30) });
  });
  afterAll(() => service.close());

  const list = async (field: string, selection = pageFields) =>
    (await service.ask(`{ ${field} { ${selection} } }`)).data;
  const claimPage = async (page: string) => (await list(`claims(${page})`)).claims as unknown as Page;
  const idOf = ({ id }: Claim) => encodeId('Claim', id);

  test.each([1, 4, 9, 27, 100])('forwards, %i at a time, every claim comes once, the latest first', async (size) => {
    const seen = (await walk(claimPage, size, false)).flat();
    const expected = [...claims].sort((a, b) => +b.publishedAt - +a.publishedAt || (a.id < b.id ? 1 : -1)).map(idOf);
    expect(seen).toEqual(expected);
  });

  test.each([1, 4, 27])('backwards, %i at a time, they come in the same order from the end', async (size) => {
    const pages = await walk(claimPage, size, true);
    expect(pages.reverse().flat()).toEqual((await walk(claimPage, 100, false)).flat());
  });

  test('names beyond ASCII are paged by too', async () => {
    const names = async (page: string) => (await list(`sources(${page})`)).sources as unknown as Page;
    expect((await walk(names, 1, false)).flat()).toEqual((await walk(names, 1, true)).reverse().flat());
    expect((await walk(names, 1, false)).flat()).toHaveLength(2);
  });

  test('between two cursors stands what is between them', async () => {
    const [all] = await walk(claimPage, 100, false);
    const { edges } = await claimPage('first: 6');
    const between = await claimPage(`first: 100, after: "${edges[1]?.cursor}", before: "${edges[5]?.cursor}"`);
    expect(between.nodes.map(({ id }) => id)).toEqual(all?.slice(2, 5));
  });

  test('claims of an article come in the order of reading, each once', async () => {
    const id = encodeId('Article', (claims[0] as Claim).articleId);
    const ofArticle = async (page: string) =>
      (await service.ask(`{ article(id: "${id}") { claims(${page}) { ${pageFields} } } }`)).data.article
        .claims as unknown as Page;
    const expected = claims
      .slice(0, 9)
      .sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : 0) || a.start - b.start || (a.id < b.id ? -1 : 1))
      .map(idOf);
    expect((await walk(ofArticle, 2, false)).flat()).toEqual(expected);
    expect((await walk(ofArticle, 2, true)).reverse().flat()).toEqual(expected);
  });

  test('a page of none tells how many there are', async () => {
    expect(await list('claims(first: 0)', 'totalCount nodes { id } pageInfo { hasNextPage endCursor }')).toEqual({
      claims: { totalCount: 27, nodes: [], pageInfo: { hasNextPage: true, endCursor: null } },
    });
  });

  test('filters narrow, and counts follow them', async () => {
    const source = encodeId('Source', (sources[1] as Source).id);
    const count = async (field: string) => Object.values(await list(field, 'totalCount'))[0]?.totalCount;
    expect(await count(`claims(filter: { sources: ["${source}"] })`)).toBe(9);
    expect(await count(`claims(filter: { sources: ["${source}"], kinds: [DIRECT] })`)).toBe(4);
    expect(await count('claims(filter: { in: [HEADLINE] })')).toBe(9);
    expect(await count('claims(filter: { includeRetracted: true })')).toBe(28);
    expect(await count('claims(filter: { publishedAt: { from: "2025-03-04T12:01:00Z" } })')).toBe(9);
    expect(await count('claims(filter: { publishedAt: { to: "2025-03-04T12:01:00Z" } })')).toBe(18);
    expect(await count('claims(filter: { hops: { from: 1 } })')).toBe(0);
    expect(await count('claims(filter: { isCueNegated: true })')).toBe(0);
    expect(await count('claims(filter: { isCueNegated: false, cueTenses: [PAST, FUTURE] })')).toBeGreaterThan(0);
    expect(await count('claims(filter: { cueModalities: [NECESSITY] })')).toBe(0);
    expect(await count('claims(filter: null)')).toBe(27);
    expect(await count('articles(filter: { languages: ["EN"] })')).toBe(4);
    expect(await count('articles(filter: { languages: ["fr", "en"] })')).toBe(4);
    expect(await count('articles(filter: { languages: ["ENG"] })')).toBe(4);
    expect(await count('articles(filter: { languages: ["en-GB"] })')).toBe(0);
    expect(await count('sources(filter: { nameContains: "under" })')).toBe(0);
    expect(await count('sources(filter: { nameContains: "ninefold", kinds: [NEWSPAPER, WIRE] })')).toBe(1);
    expect(await count('sources(filter: { countries: ["de", "FR"] })')).toBe(1);
    expect(await count('sources(filter: { nameContains: "%" })')).toBe(0);
  });

  test('claims are narrowed by the number of hops, from so many and to fewer than so many', async () => {
    const { make } = service;
    const article = await make.article(sources[0] as Source, { publishedAt: new Date('2023-01-01') });
    const id = encodeId('Article', article.id);
    for (const hops of [0, 1, 2, 3, 3]) {
      const claim = await make.claim(article, { retractedAt: new Date('2023-01-02') });
      for (let depth = 1; depth <= hops; depth += 1) await make.link(claim, article.version, { depth });
    }
    const bounds = [undefined, -1, 0, 1, 2, 3, 4];
    const spans = bounds.flatMap((from) => bounds.map((to) => ({ from, to })));
    const written = ({ from, to }: (typeof spans)[number]) => `{ from: ${from ?? null}, to: ${to ?? null} }`;
    const fields = spans.map((span, at) => {
      return `a${at}: claims(filter: { includeRetracted: true, hops: ${written(span)} }) { nodes { chain { depth } } }`;
    });
    const { data } = await service.ask(`{ article(id: "${id}") { ${fields.join(' ')} } }`);
    spans.forEach((span, at) => {
      const { nodes } = (data.article as unknown as Record<string, { nodes: { chain: object[] }[] }>)[`a${at}`]!;
      const { from = -Infinity, to = Infinity } = span;
      const expected = [0, 1, 2, 3, 3].filter((hops) => hops >= from && hops < to);
      expect([span, nodes.map(({ chain }) => chain.length).sort()]).toEqual([span, expected]);
    });
  });

  test('filters of events, actors and propositions narrow', async () => {
    const { make } = service;
    const event = await make.event({
      sourceCount: 2,
      isRoundup: true,
      firstPublishedAt: new Date('2024-01-01'),
      lastPublishedAt: new Date('2024-01-03'),
    });
    const other = await make.event();
    const actor = await make.actor({ name: 'Ana Bell', aliases: ['the minister'] });
    const article = await make.article(sources[0] as Source, {
      eventId: event.id,
      publishedAt: new Date('2024-01-02'),
    });
    await make.claim(article, { speakerId: actor.id });
    await make.proposition(event, { sourceCount: 2 });
    await make.proposition(other, { sourceCount: 3 });
    const id = {
      event: encodeId('Event', event.id),
      actor: encodeId('Actor', actor.id),
      source: encodeId('Source', (sources[0] as Source).id),
    };
    const ids = async (field: string) => Object.values(await list(field))[0]?.nodes?.map((node) => node.id);
    for (const filter of [
      `sources: ["${id.source}"]`,
      `speakers: ["${id.actor}"]`,
      'sourceCount: { from: 2, to: 3 }',
      'isRoundup: true',
      'publishedAt: { from: "2024-01-03T00:00:00Z", to: "2024-01-02T00:00:00Z" }',
    ]) {
      expect([filter, await ids(`events(filter: { ${filter} })`)]).toEqual([filter, [id.event]]);
    }
    for (const filter of [
      `events: ["${id.event}"]`,
      `sources: ["${id.source}"]`,
      'nameContains: "ana B"',
      'nameContains: "MINISTER"',
      'kinds: [PERSON]',
    ]) {
      expect([filter, await ids(`actors(filter: { ${filter} })`)]).toEqual([filter, [id.actor]]);
    }
    expect(await ids('actors(filter: { kinds: [GROUP] })')).toEqual([]);
    expect(await ids(`propositions(filter: { events: ["${id.event}"], sourceCount: { from: 2 } })`)).toHaveLength(1);
    expect(await ids('propositions(filter: { sourceCount: { from: 3 } })')).toHaveLength(1);
    const { data } = await service.ask(
      `{ actor(id: "${id.actor}") { events { totalCount nodes { id } } claims { totalCount } } }`,
    );
    expect(data.actor).toEqual({ events: { totalCount: 1, nodes: [{ id: id.event }] }, claims: { totalCount: 1 } });
  });
});
