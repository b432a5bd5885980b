import type { Article, Event, Proposition, Source } from '../../entities/index';
import { encodeId, type NodeTypeName } from '../../resolvers/relay/global-id';
import { ActorKind, ClaimKind, Genre, SourceKind, TextPart } from '../../src/pipeline/values';
import type { Factory } from '../support/factory';
import { numbersFrom } from './random-operations';

/**
 * A small world in which everything that can hang on something does so somewhere, and does not elsewhere.
 * @returns the global ids of what is in it
 */
export async function makeWorld(make: Factory): Promise<string[]> {
  const random = numbersFrom(5);
  const oneOf = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
  const maybe = <Value>(value: Value, probability = 0.7) => (random() < probability ? value : null);
  const ids: string[] = [];
  const named = <Row extends { id: string }>(type: NodeTypeName, row: Row): Row => {
    ids.push(encodeId(type, row.id));
    return row;
  };
  const at = (hour: number) => new Date(Date.UTC(2025, 2, 4, hour));

  const sources: Source[] = [];
  for (let index = 0; index < 4; index += 1) {
    const kind = oneOf(Object.values(SourceKind));
    sources.push(named('Source', await make.source({ kind, country: maybe('US'), owner: maybe('Owner') })));
  }
  const actors = [];
  for (let index = 0; index < 6; index += 1) {
    actors.push(
      named('Actor', await make.actor({ kind: oneOf(Object.values(ActorKind)), aliases: [`Alias ${index}`] })),
    );
  }
  const events: Event[] = [];
  const propositions = new Map<Event, Proposition[]>();
  for (let index = 0; index < 3; index += 1) {
    const event = named('Event', await make.event({ lastPublishedAt: at(index), sourceCount: index }));
    events.push(event);
    const own = [];
    for (let number = 0; number < 4; number += 1) own.push(named('Proposition', await make.proposition(event)));
    await make.relation(own[0] as Proposition, own[1] as Proposition);
    await make.relation(own[2] as Proposition, own[0] as Proposition);
    propositions.set(event, own);
  }
  const articles: Article[] = [];
  for (let index = 0; index < 14; index += 1) {
    const event = maybe(oneOf(events), 0.85);
    const article = await make.article(oneOf(sources), {
      eventId: event?.id ?? null,
      // Several at the same time, so that ties are there to be broken.
      publishedAt: at(index % 5),
      genre: oneOf(Object.values(Genre)),
      language: maybe(oneOf(['en', 'en-GB', 'fr'])),
      copyOfId: articles.length > 0 ? (maybe(oneOf(articles).id, 0.3) ?? null) : null,
    });
    articles.push(named('Article', article));
    named('ArticleVersion', article.version);
    const claims = Math.floor(random() * 7);
    for (let place = 0; place < claims; place += 1) {
      const speaker = maybe(oneOf(actors));
      const claim = await make.claim(article, {
        start: place >> 1,
        part: oneOf(Object.values(TextPart)),
        kind: oneOf(Object.values(ClaimKind)),
        publishedAt: article.publishedAt,
        speakerId: speaker?.id ?? null,
        eventId: event?.id ?? null,
        propositionId: event ? maybe(oneOf(propositions.get(event) as Proposition[]).id) : null,
        retractedAt: maybe(at(9), 0.15),
      });
      named('Claim', claim);
      await make.evidence(claim, article.version);
      if (random() < 0.4) await make.link(claim, article.version, { actorId: maybe(oneOf(actors).id) });
    }
  }
  return ids;
}
