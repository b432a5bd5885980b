import { Field, ObjectType } from 'type-graphql';
import type * as values from '../../src/pipeline/values.js';

@ObjectType({ description: 'Something that was not computed, or that limits what was.' })
export class ComparisonLimit implements values.ComparisonLimit {
  @Field(() => String, { description: 'A short name for it, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What it is, and why, for people.' })
  sentence!: string;
}
