import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Reliability } from '../../src/pipeline/values.js';
import type * as values from '../../src/pipeline/values.js';

@ObjectType({ description: 'A figure with its uncertainty.' })
export class Estimate implements values.Estimate {
  @Field(() => Float, { nullable: true, description: 'The figure. Null when there was nothing to count.' })
  value!: number | null;

  @Field(() => Int, { description: 'How many independent articles stand behind it.' })
  n!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 % interval, by bootstrap over articles. Null with fewer than two articles.',
  })
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % interval, by bootstrap over articles. Null with fewer than two articles.',
  })
  high!: number | null;

  @Field(() => String, { description: 'How it was computed.' })
  method!: string;

  @Field(() => Reliability, { description: 'Whether it can be leaned on.' })
  reliability!: Reliability;
}
