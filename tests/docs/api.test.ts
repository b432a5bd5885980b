import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { copyDemoFolder } from '../support/databases';
import { ask, startService, type Running } from '../support/programs';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');
const folder = join(root, 'docs/api');
const guide = readFileSync(join(root, 'docs/api.md'), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

test.each(files)('%s fits the schema, and the guide leads to it', (file) => {
  const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  expect(validate(schema, parse(textOf(file)))).toEqual([]);
  expect(guide).toContain(`(api/${file})`);
});

test('the operations that the guide leads to are there', () => {
  for (const [, file] of guide.matchAll(/\(api\/([\w-]+\.graphql)\)/g))
    expect(existsSync(join(folder, file as string))).toBe(true);
});

/** Places of an answer where there is nothing in any of the rows: `event.claims.nodes.chain`. */
function emptyPlaces(values: readonly unknown[], place: string): string[] {
  const objects = values.flat(9).filter((value) => value !== null);
  if (objects.length === 0) return [place];
  if (typeof objects[0] !== 'object') return [];
  const names = new Set(objects.flatMap((value) => Object.keys(value as object)));
  return [...names].flatMap((name) =>
    emptyPlaces(
      objects.map((value) => (value as Record<string, unknown>)[name]),
      place ? `${place}.${name}` : name,
    ),
  );
}

describe('on the demo', () => {
  let copy: Awaited<ReturnType<typeof copyDemoFolder>>;
  let service: Running & { address: string };
  beforeAll(async () => {
    copy = await copyDemoFolder();
    service = await startService({ PARALLAX_DATA: copy.folder });
  });
  afterAll(async () => {
    service.process.kill('SIGTERM');
    await service.finished;
    copy.remove();
  });

  type Nodes<Row> = { readonly nodes: readonly Row[] };

  interface Found {
    readonly copies: Nodes<{ event: { id: string } }>;
    readonly claims: Nodes<{ id: string; chain: { owner: string | null }[]; siblings: { totalCount: number } }>;
    readonly actors: Nodes<{ id: string; aliases: string[]; roles: object[]; claims: { totalCount: number } }>;
    readonly propositions: Nodes<{ id: string; relations: object[] }>;
    readonly articles: Nodes<{ url: string | null; copies: { totalCount: number } }>;
  }

  /** What the operations ask for: things of the demo of which there is something to tell. */
  async function variables(): Promise<Readonly<Record<string, object>>> {
    const found = await ask<Found>(
      service.address,
      `{ copies: articles(first: 1, filter: { isCopy: true }) { nodes { event { id } } }
        claims(first: 100, filter: { hops: { from: 1 } }) { nodes { id chain { owner } siblings { totalCount } } }
        actors(first: 100, filter: { kinds: [PERSON], scopes: [EVERYWHERE] }) {
          nodes { id aliases roles { role } claims { totalCount } } }
        propositions(first: 50) { nodes { id relations { score } } }
        articles(first: 100, filter: { isCopy: false }) { nodes { url copies { totalCount } } } }`,
    );
    const owned = found.claims.nodes.find(
      ({ chain, siblings }) => chain.some(({ owner }) => owner) && siblings.totalCount > 0,
    );
    const known = found.actors.nodes.find(
      ({ aliases, roles, claims }) => aliases.length > 0 && roles.length > 0 && claims.totalCount > 1,
    );
    return {
      'event-page.graphql': { id: found.copies.nodes[0]?.event.id },
      'source-page.graphql': { domain: 'www.ninefold-post.example' },
      'actor-page.graphql': { id: known?.id },
      'claim-page.graphql': { id: owned?.id },
      'proposition-page.graphql': { id: found.propositions.nodes.find(({ relations }) => relations.length > 0)?.id },
      'event-of-a-url.graphql': {
        url: found.articles.nodes.find(({ url, copies }) => url && copies.totalCount > 0)?.url,
      },
      'pages.graphql': { first: 5 },
      'search-page.graphql': { text: 'office or editorial or minister' },
    };
  }

  /** The demo's countries are invented, so none of its actors has a code. */
  const knownEmpty = ['actor-page.graphql: actor.country'];

  test('every operation has an answer with something in every part', async () => {
    const given = await variables();
    expect(Object.keys(given).toSorted()).toEqual(files.toSorted());
    const empty: string[] = [];
    for (const file of files) {
      const answer = await ask<Record<string, unknown>>(service.address, textOf(file), given[file]);
      empty.push(...emptyPlaces([answer], '').map((place) => `${file}: ${place}`));
    }
    expect(empty).toEqual(knownEmpty);
  });

  test('the operation for lists turns pages both ways', async () => {
    interface Page {
      readonly articles: Nodes<{ id: string }> & { pageInfo: { endCursor: string; startCursor: string } };
    }
    const turn = async (variables: object) =>
      (await ask<Page>(service.address, textOf('pages.graphql'), variables)).articles;
    const first = await turn({ first: 5 });
    const second = await turn({ first: 5, after: first.pageInfo.endCursor });
    expect(second.nodes).not.toEqual(first.nodes);
    expect((await turn({ last: 5, before: second.pageInfo.startCursor })).nodes).toEqual(first.nodes);
  });
});
