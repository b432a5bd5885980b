import { Source } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** Which outlets carry these propositions? By name. */
export const sourcesOfPropositions = linkedRows({
  entity: Source,
  link: `row.id IN (
    SELECT claim.source_id FROM claim WHERE claim.proposition_id = parent.id AND claim.retracted_at IS NULL)`,
  order: 'row.name, row.id',
});
