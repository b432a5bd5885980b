import { Field, Float, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';

/** How a derived row came to be; embedded in every row that a stage makes. */
@ObjectType('Method', { description: 'Which engine found this, and from what.' })
export class Derivation {
  @Field(() => String, { description: 'Name of the engine.' })
  @Column('text')
  engine!: string;

  @Field(() => String, { description: 'Version of the engine.' })
  @Column('text')
  version!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Which rule of the engine made it, such as "content-speaker-cue". Null where the engine works without rules.',
  })
  @Column('text', { nullable: true })
  rule?: string | null;

  @Field(() => Float, {
    description: 'How sure the engine is, 0 to 1. It is not a probability unless its documentation says so.',
  })
  @Column('real')
  confidence!: number;

  @Field(() => String, {
    description: 'SHA-256 of the input: the same input with the same engine gives the same result.',
  })
  @Column('text')
  inputHash!: string;
}
