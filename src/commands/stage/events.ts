import { ParallaxError } from '../../errors.js';
import {
  assignByLinks,
  EventIndex,
  eventFeatures,
  Rarity,
  regroup,
  type EventFeatures,
} from '../../pipeline/4-events/index.js';
import { errorRow, optionalString, raise, requiredString, type Filter, type Row } from './filter.js';

/** Reads all lines, puts the articles in events in the order of their dates, looks at the events again, and answers. */
export const filter: Filter = async function* events(inputs, report = raise) {
  const articles: { id: unknown; features: EventFeatures }[] = [];
  for await (const input of inputs) {
    if ('error' in input) {
      yield errorRow(input.id, input.error, report);
      continue;
    }
    try {
      articles.push({ id: input.row.id ?? null, features: featuresOf(input.row, articles.length) });
    } catch (error) {
      yield errorRow(input.row.id, error, report);
    }
  }
  const ordered = [...articles].sort((a, b) => a.features.time - b.features.time);
  const places = placed(ordered.map((article) => article.features));
  for (const [number, article] of ordered.entries()) yield { id: article.id, event: places[number]! };
};

/** The event of each article, in order. An event is named after its first article's line. */
function placed(articles: readonly EventFeatures[]): string[] {
  const rarity = new Rarity();
  for (const article of articles) rarity.add(article);
  const index = new EventIndex(rarity);
  const events = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const article of articles) {
    const assignment = assignByLinks(
      article,
      index.links(article),
      (id) => events.get(id)!,
      (event) => sizes.get(event)!,
    );
    const event = assignment.event ?? article.articleId;
    events.set(article.articleId, event);
    sizes.set(event, (sizes.get(event) ?? 0) + 1);
    index.add(article, true);
  }
  const online = articles.map((article) => events.get(article.articleId)!);
  return regroup(articles, online, rarity);
}

function featuresOf(row: Row, line: number): EventFeatures {
  const publishedAt = requiredString(row, 'publishedAt');
  if (Number.isNaN(Date.parse(publishedAt))) {
    throw new ParallaxError('DATE_INVALID', `"${publishedAt.slice(0, 40)}" is not a date.`);
  }
  return eventFeatures({
    id: `event-${line + 1}`,
    source: optionalString(row, 'source') ?? '',
    headline: optionalString(row, 'headline') ?? '',
    text: requiredString(row, 'text'),
    language: optionalString(row, 'language'),
    publishedAt,
  });
}
