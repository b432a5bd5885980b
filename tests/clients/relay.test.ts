import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { encodeId } from '../../resolvers/relay/global-id';
import { startService, type Service } from '../server/support';
import { openWorkshop, type Workshop } from './workshop';
import { makeWorld, type World } from './world';

jest.setTimeout(120_000);

interface Report {
  readonly title: string;
  readonly pages: number;
  readonly claims: readonly string[];
  readonly firstSpeaker: string;
  readonly row: object;
  readonly refusal: object;
  readonly ingested: object;
  readonly found: object;
}

describe('operations compiled by the Relay compiler', () => {
  let workshop: Workshop;
  let service: Service;
  let world: World;
  let report: Report;
  beforeAll(async () => {
    workshop = openWorkshop('relay');
    await workshop.run('relay-compiler/cli.js', 'relay.config.json');
    await workshop.run('typescript/bin/tsc', '-p', '.');
    service = await startService('embedded');
    world = await makeWorld(service.make);
    report = await workshop.report('main', world.target(service.server.address));
  });
  afterAll(async () => {
    workshop.remove();
    await service?.close();
  });

  test('it makes queries of its own of what can be asked for again', () => {
    const made = readdirSync(join(workshop.folder, 'src/__generated__'));
    expect(made).toContain('EventPageClaimsPaginationQuery.graphql.ts');
    expect(made).toContain('EventPageRowRefetchQuery.graphql.ts');
  });

  test('the pages of a connection are put together in the store, each claim once and in order', () => {
    const { event, claims, speaker } = world;
    expect(report).toMatchObject({ title: event.title, pages: 2, firstSpeaker: speaker.name });
    expect(report.claims).toEqual(claims.map(({ id }) => encodeId('Claim', id)));
  });

  test('a fragment is asked for again by the global id of what it stands on', () => {
    const { claims, speaker, source } = world;
    expect(report.row).toMatchObject({
      kind: 'INDIRECT',
      text: claims[0]?.text,
      speaker: { name: speaker.name },
      source: { name: source.name, country: 'CA' },
    });
  });

  test('an error that is caught has its code', () => {
    expect(report.refusal).toEqual({ ok: false, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('a mutation, and the subscription that tells of it', () => {
    expect(report.ingested).toEqual({ accepted: 1 });
    expect(report.found).toMatchObject({ kind: 'ADDED', claim: { source: { name: 'Relay Gazette' } } });
  });
});
