import { Evidence } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** Where do these claims stand, in each version that holds them? The latest version first. */
export const evidenceOfClaims = linkedRows({
  entity: Evidence,
  join: 'JOIN article_version version ON version.id = row.article_version_id',
  link: 'row.claim_id = parent.id',
  order: 'version.ordinal DESC',
});
