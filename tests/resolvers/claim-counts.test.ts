import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

describe.each(databaseKinds)('the claims of an event counted on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(() => service.close());

  test('are told for each outlet and speaker, the most first, without those that were retracted', async () => {
    const { make } = service;
    const [event, other] = [await make.event(), await make.event()];
    const [post, wire] = [await make.source({ name: 'Post' }), await make.source({ name: 'Wire' })];
    const [ana, ben] = [await make.actor({ name: 'Ana' }), await make.actor({ name: 'Ben' })];
    const [inPost, inWire] = [
      await make.article(post, { eventId: event.id }),
      await make.article(wire, { eventId: event.id }),
    ];
    const elsewhere = await make.article(wire, { eventId: other.id });
    for (const speakerId of [ana.id, ana.id, ana.id]) await make.claim(inPost, { speakerId });
    for (const speakerId of [ben.id, ben.id]) await make.claim(inWire, { speakerId });
    await make.claim(inWire);
    await make.claim(inWire, { speakerId: ben.id, retractedAt: new Date() });
    await make.claim(elsewhere, { speakerId: ana.id });

    const { data, errors } = await service.ask(
      `query ($id: ID!) { event(id: $id) { claimCounts { claims source { name } speaker { name } } } }`,
      { id: encodeId('Event', event.id) },
    );
    expect(errors).toBeUndefined();
    expect(data.event?.claimCounts).toEqual([
      { claims: 3, source: { name: 'Post' }, speaker: { name: 'Ana' } },
      { claims: 2, source: { name: 'Wire' }, speaker: { name: 'Ben' } },
      { claims: 1, source: { name: 'Wire' }, speaker: null },
    ]);
  });
});
