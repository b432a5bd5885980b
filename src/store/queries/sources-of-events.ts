import { Source } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** Which outlets have an article about these events? By name. */
export const sourcesOfEvents = linkedRows({
  entity: Source,
  link: 'row.id IN (SELECT article.source_id FROM article WHERE article.event_id = parent.id)',
  order: 'row.name, row.id',
});
