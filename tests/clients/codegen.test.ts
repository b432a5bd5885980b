import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeId, nodeTypes } from '../../resolvers/relay/global-id';
import { startService, type Service } from '../server/support';
import { openWorkshop, type Workshop } from './workshop';
import { makeWorld, type World } from './world';

jest.setTimeout(120_000);

/** What every client's program reports; see tests/clients/projects/codegen/src. */
interface Report {
  readonly title: string;
  readonly claims: readonly string[];
  readonly firstSpeaker: string;
  readonly source: object;
  readonly actor: object;
  readonly claim: object;
  readonly refusal: { isCombined: boolean; codes: string[] };
  readonly ingested: object;
  readonly found: object;
  readonly possibleTypes: { Node: string[] };
  readonly node: object;
}

describe('operations typed by graphql-codegen (client preset)', () => {
  let workshop: Workshop;
  let service: Service;
  let world: World;
  beforeAll(async () => {
    workshop = openWorkshop('codegen');
    await workshop.run('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts');
    await workshop.run('typescript/bin/tsc', '-p', '.');
    service = await startService('embedded');
    world = await makeWorld(service.make);
  });
  afterAll(async () => {
    workshop.remove();
    await service?.close();
  });
  const reports = new Map<string, Promise<Report>>();
  /** Runs a client's program on the service, once. */
  const run = (program: string): Promise<Report> => {
    const known = reports.get(program);
    if (known) return known;
    const report = workshop.report<Report>(program, world.target(service.server.address));
    reports.set(program, report);
    return report;
  };

  test('the types say what a person expects: scalars are strings, what may be missing is null', () => {
    const types = readFileSync(join(workshop.folder, 'src/gql/graphql.ts'), 'utf8');
    const typeOf = (name: string) => new RegExp(`^export type ${name} = .*`, 'm').exec(types)?.[0];
    expect(typeOf('EventHeadingFragment')).toContain(
      '{ title: string, firstPublishedAt: string, sourceCount: number }',
    );
    expect(typeOf('SourcePageQuery')).toContain('kind: SourceKind, country: string | null, languages: Array<string>');
    expect(typeOf('SourcePageQuery')).toContain('language: string | null, url: string | null, publishedAt: string');
  });

  test.each([
    ['urql', 'Urql Gazette'],
    ['apollo', 'Apollo Gazette'],
    ['graphql-request', 'Request Gazette'],
  ])('%s: pages to the end, a page of each kind, a mutation, a coded error', async (program, outlet) => {
    const report = await run(program);
    const { claims, event, source, speaker } = world;
    const row = {
      text: claims[0]?.text,
      speaker: { name: speaker.name },
      source: { name: source.name, country: 'CA' },
    };
    expect(report.title).toBe(event.title);
    expect(report.claims).toEqual(claims.map(({ id }) => encodeId('Claim', id)));
    expect(report.firstSpeaker).toBe(speaker.name);
    expect(report.source).toMatchObject({
      name: source.name,
      kind: 'NEWSPAPER',
      country: 'CA',
      languages: ['en', 'fr'],
    });
    expect(report.actor).toMatchObject({ aliases: ['M. Voss'], events: { nodes: [{ title: event.title }] } });
    expect(report.claim).toMatchObject({ ...row, chain: [{ depth: 1, text: 'an editorial', cue: 'in' }] });
    expect(report.refusal).toEqual({ isCombined: true, codes: ['BAD_USER_INPUT'] });
    expect(report.ingested).toMatchObject({ accepted: 1, refused: 0, receipts: [{ status: 'NEW', error: null }] });
    const { data } = await service.ask(`{ sources(filter: { nameContains: "${outlet}" }) { nodes { name } } }`);
    expect(data).toEqual({ sources: { nodes: [{ name: outlet }] } });
  });

  test.each([
    ['urql', 'Urql Gazette'],
    ['apollo', 'Apollo Gazette'],
  ])('%s: the claims of a document taken in is told over graphql-ws', async (program, outlet) => {
    expect((await run(program)).found).toMatchObject({ claim: { source: { name: outlet } } });
  });

  test('Apollo Client: its cache knows which types are a Node', async () => {
    const { possibleTypes, node } = await run('apollo');
    expect(possibleTypes.Node.toSorted()).toEqual(Object.keys(nodeTypes).toSorted());
    expect(node).toMatchObject({ id: encodeId('Claim', world.claims[0]?.id ?? '') });
  });

  test('a service that runs nothing but persisted documents takes the manifest, and urql and Apollo Client name them', async () => {
    const closed = await startService('embedded', {
      persistedDocuments: [join(workshop.folder, 'src/gql/persisted-documents.json')],
      onlyPersistedDocuments: true,
    });
    try {
      const { source, target } = await makeWorld(closed.make);
      const report = await workshop.report('persisted', target(closed.server.address));
      expect(report).toEqual({ urql: source.name, apollo: source.name, unknown: ['DOCUMENT_NOT_PERSISTED'] });
    } finally {
      await closed.close();
    }
  });
});
