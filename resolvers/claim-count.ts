import { Field, Int, ObjectType } from 'type-graphql';
import { Actor, Source } from '../entities/index.js';

@ObjectType({ description: 'How many claims one outlet gives to one speaker in an event.' })
export class ClaimCount {
  @Field(() => Int, { description: 'How many claims; those that were retracted do not count.' })
  claims!: number;

  @Field(() => Source, { description: 'The outlet.' })
  source!: Source;

  @Field(() => Actor, {
    nullable: true,
    description: "The speaker. Null stands for the outlet's own voice and for speakers who could not be told.",
  })
  speaker!: Actor | null;
}
