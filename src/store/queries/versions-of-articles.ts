import { ArticleVersion } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** Which versions do these articles have? The oldest first. */
export const versionsOfArticles = linkedRows({
  entity: ArticleVersion,
  link: 'row.article_id = parent.id',
  order: 'row.ordinal',
});

/** How do these articles read now? One version each. */
export const latestVersionsOfArticles = linkedRows({
  entity: ArticleVersion,
  join: 'JOIN article ON article.id = row.article_id AND article.latest_ordinal = row.ordinal',
  link: 'row.article_id = parent.id',
  order: 'row.ordinal',
});
