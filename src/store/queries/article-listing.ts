import { Article } from '../../../entities/index.js';
import type { Genre } from '../../pipeline/values.js';
import { narrowing } from './narrowing.js';
import type { Bind, Listing } from './page.js';

export interface ArticleNarrowing {
  readonly source?: string | null;
  readonly event?: string | null;
  readonly genre?: Genre | null;
  /** BCP 47; `en` takes in `en-GB`. */
  readonly language?: string | null;
  readonly publishedFrom?: Date | null;
  /** Exclusive. */
  readonly publishedTo?: Date | null;
}

/** Articles, the latest first. */
export const articleListing: Listing<Article, ArticleNarrowing> = {
  name: 'articles by publishedAt',
  entity: Article,
  order: [
    { property: 'publishedAt', type: 'timestamptz' },
    { property: 'id', type: 'uuid' },
  ],
  isDescending: true,
  link: null,
  narrow: (filter: ArticleNarrowing, bind: Bind) =>
    narrowing(bind)
      .by(filter.source, (source) => `row.source_id = ${source}::uuid`)
      .by(filter.event, (event) => `row.event_id = ${event}::uuid`)
      .by(filter.genre, (genre) => `row.genre = ${genre}`)
      .by(
        filter.language,
        (tag) => `(lower(row.language) = lower(${tag}::text) OR lower(row.language) ^@ (lower(${tag}::text) || '-'))`,
      )
      .by(filter.publishedFrom, (from) => `row.published_at >= ${from}::timestamptz`)
      .by(filter.publishedTo, (to) => `row.published_at < ${to}::timestamptz`).conditions,
};

export const articlesOfSources = { ...articleListing, link: 'row.source_id = parent.id' };
export const articlesOfEvents = { ...articleListing, link: 'row.event_id = parent.id' };
