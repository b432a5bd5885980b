import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Proposition, PropositionRelation } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { propositionsById } from '../src/store/queries/rows-by-id.js';
import { oneBy } from './relay/reads.js';

@Resolver(() => PropositionRelation)
export class PropositionRelationResolver {
  @Extensions(oneBy('first'))
  @FieldResolver(() => Proposition, { description: 'The first of the two: the one that refines or updates.' })
  first(@Root() relation: PropositionRelation, @Ctx() { loaders }: Context) {
    return loaders.load(propositionsById, relation.firstId);
  }

  @Extensions(oneBy('second'))
  @FieldResolver(() => Proposition, { description: 'The second of the two: the one that is refined or updated.' })
  second(@Root() relation: PropositionRelation, @Ctx() { loaders }: Context) {
    return loaders.load(propositionsById, relation.secondId);
  }
}
