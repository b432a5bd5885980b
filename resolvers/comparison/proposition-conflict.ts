import { Ctx, Extensions, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Proposition, RelationReason } from '../../entities/index.js';
import { PropositionRelationKind } from '../../src/pipeline/values.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { propositionsById } from '../../src/store/queries/rows-by-id.js';

@ObjectType({ description: 'Another proposition that this one conflicts with, or that updates it.' })
export class PropositionConflict {
  @Field(() => PropositionRelationKind, { description: 'How the two relate.' })
  relation!: PropositionRelationKind;

  @Extensions(seldomOver(5))
  @Field(() => [RelationReason], { description: 'Why, with the values on each side.' })
  reasons!: readonly RelationReason[];
}

@Resolver(() => PropositionConflict)
export class PropositionConflictResolver {
  @FieldResolver(() => Proposition, {
    nullable: true,
    description: 'The other proposition. Null when it was removed since the comparison was made.',
  })
  proposition(@Root() conflict: values.PropositionConflict, @Ctx() { loaders }: Context) {
    return loaders.load(propositionsById, conflict.propositionId);
  }
}
