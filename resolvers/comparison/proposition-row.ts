import { Ctx, Extensions, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Proposition } from '../../entities/index.js';
import { PropositionAgreement } from '../../src/pipeline/values.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { propositionsById } from '../../src/store/queries/rows-by-id.js';
import { PropositionCell } from './proposition-cell.js';
import { PropositionConflict } from './proposition-conflict.js';

@ObjectType({ description: 'One proposition across all outlets compared.' })
export class PropositionRow {
  @Field(() => PropositionAgreement, { description: 'How the outlets stand to it.' })
  agreement!: PropositionAgreement;

  @Field(() => Int, { description: 'How many outlets report it, those that print the same text counted once.' })
  independentSources!: number;

  @Extensions(seldomOver(10))
  @Field(() => [PropositionCell], { description: 'What each outlet does with it.' })
  cells!: readonly PropositionCell[];

  @Extensions(seldomOver(5))
  @Field(() => [PropositionConflict], { description: 'What stands against it, with the values on each side.' })
  conflicts!: readonly PropositionConflict[];
}

@Resolver(() => PropositionRow)
export class PropositionRowResolver {
  @FieldResolver(() => Proposition, {
    nullable: true,
    description: 'The proposition. Null when it was removed since the comparison was made.',
  })
  proposition(@Root() row: values.PropositionRow, @Ctx() { loaders }: Context) {
    return loaders.load(propositionsById, row.propositionId);
  }
}
