import { PropositionRelation } from '../../../entities/index.js';
import { linkedRows } from './linked-rows.js';

/** How do these propositions relate to others, whichever of the two they are? The surest relation first. */
export const relationsOfPropositions = linkedRows({
  entity: PropositionRelation,
  link: '(row.first_id = parent.id OR row.second_id = parent.id)',
  order: 'row.score DESC, row.first_id, row.second_id',
});
