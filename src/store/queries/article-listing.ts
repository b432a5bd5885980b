import { Article } from '../../../entities/index.js';
import type { Genre } from '../../pipeline/values.js';
import { idsFrom, narrowing, type Range } from './narrowing.js';
import { OrderDirection, type Listings } from './order.js';
import type { Bind } from './page.js';

export enum ArticleOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  FIRST_SEEN_AT = 'FIRST_SEEN_AT',
}

export interface ArticleNarrowing {
  readonly sources?: readonly string[] | null;
  readonly events?: readonly string[] | null;
  /** Actors who speak in it. */
  readonly speakers?: readonly string[] | null;
  readonly genres?: readonly Genre[] | null;
  /** BCP 47; `en` takes in `en-GB`. */
  readonly languages?: readonly string[] | null;
  /** Canonical. */
  readonly urls?: readonly string[] | null;
  readonly isCopy?: boolean | null;
  readonly publishedAt?: Range<Date> | null;
  readonly firstSeenAt?: Range<Date> | null;
}

/** Articles. */
export const articleListing: Listings<Article, ArticleNarrowing, ArticleOrderField> = {
  name: 'articles',
  entity: Article,
  orders: {
    PUBLISHED_AT: [
      { property: 'publishedAt', type: 'timestamptz' },
      { property: 'id', type: 'uuid' },
    ],
    FIRST_SEEN_AT: [
      { property: 'firstSeenAt', type: 'timestamptz' },
      { property: 'id', type: 'uuid' },
    ],
  },
  usual: { field: ArticleOrderField.PUBLISHED_AT, direction: OrderDirection.DESC },
  link: null,
  narrow: (filter: ArticleNarrowing, bind: Bind) =>
    narrowing(bind)
      .byAny(filter.sources, 'uuid', (is) => `row.source_id ${is}`)
      .byAny(filter.events, 'uuid', (is) => `row.event_id ${is}`)
      .byAnySpeaker(filter.speakers, (is) =>
        idsFrom('claim.article_id', `claim WHERE claim.speaker_id ${is} AND claim.retracted_at IS NULL`),
      )
      .byAny(filter.genres, 'text', (is) => `row.genre ${is}`)
      .by(
        filter.languages?.map((tag) => tag.toLowerCase()),
        (tags) => `EXISTS (SELECT FROM unnest(${tags}::text[]) tag
        WHERE lower(row.language) = tag OR lower(row.language) ^@ (tag || '-'))`,
      )
      .byAny(filter.urls, 'text', (is) => `row.url ${is}`)
      .by(filter.isCopy, (isCopy) => `(row.copy_of_id IS NOT NULL) = ${isCopy}::boolean`)
      .byRange(filter.publishedAt, 'timestamptz', 'row.published_at')
      .byRange(filter.firstSeenAt, 'timestamptz', 'row.first_seen_at').conditions,
};

export const articlesOfSources = { ...articleListing, link: 'row.source_id = parent.id' };
export const articlesOfEvents = { ...articleListing, link: 'row.event_id = parent.id' };
export const copiesOfArticles = { ...articleListing, link: 'row.copy_of_id = parent.id' };

/** The articles in which an actor speaks. */
export const articlesOfActors = {
  ...articleListing,
  link: idsFrom('claim.article_id', 'claim WHERE claim.speaker_id = parent.id AND claim.retracted_at IS NULL'),
};
