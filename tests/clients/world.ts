import type { Actor, Claim, Event, Source } from '../../entities/index';
import { encodeId } from '../../resolvers/relay/global-id';
import type { Factory } from '../support/factory';

/** An event with more claims than a page holds, and what a client needs to find it. */
export interface World {
  readonly event: Event;
  readonly source: Source;
  readonly speaker: Actor;
  /** In the order in which the event lists them: the latest first. */
  readonly claims: readonly Claim[];
  /** Handed to a client's program: see projects/target.ts. */
  target(address: string): object;
}

/** Seven claims of one event, a minute apart; the latest comes through an editorial. */
export async function makeWorld(make: Factory): Promise<World> {
  const event = await make.event({ title: 'The dam at Orrel' });
  const source = await make.source({ name: 'Tidewater Post', country: 'CA', languages: ['en', 'fr'] });
  const speaker = await make.actor({ name: 'Mara Voss', aliases: ['M. Voss'] });
  const proposition = await make.proposition(event, { text: 'The dam is safe.' });
  const claims: Claim[] = [];
  for (let minute = 7; minute > 0; minute -= 1) {
    const publishedAt = new Date(Date.UTC(2025, 2, 4, 12, minute));
    const article = await make.article(source, {
      eventId: event.id,
      publishedAt,
      url: `https://tidewater.example/${minute}`,
    });
    const claim = await make.claim(article, { speakerId: speaker.id, propositionId: proposition.id });
    await make.evidence(claim, article.version);
    if (minute === 7) await make.link(claim, article.version);
    claims.push(claim);
  }
  return {
    event,
    source,
    speaker,
    claims,
    target: (address) => ({
      url: `${address}/graphql`,
      eventId: encodeId('Event', event.id),
      sourceId: encodeId('Source', source.id),
      actorId: encodeId('Actor', speaker.id),
      claimId: encodeId('Claim', (claims[0] as Claim).id),
    }),
  };
}
