import { AttributionLink } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** Through whom do these claims reach their outlets? The hop nearest to the outlet first. */
export const chainsOfClaims = linkedRows({
  entity: AttributionLink,
  link: 'row.claim_id = parent.id',
  order: 'row.depth',
});
