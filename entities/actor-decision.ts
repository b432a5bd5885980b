import { Extensions, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { ActorDecisionKind, oneOf } from './enumerations.js';
import { atMost } from './list-size.js';

/** The most Actors that one decision merges, and the most Claims, Articles and Sources that one names. */
export const mostDecided = 100;

@ObjectType({ description: 'An Actor that a decision is about, as it was called then.' })
export class DecidedActor {
  id!: string;

  @Field(() => String, { description: 'Its name when it was decided.' })
  name!: string;
}

/**
 * What somebody decided about who is who. Decisions are applied in the order in which they were made to what stage 3 finds, each
 * time that it finds it, and so outlast every new analysis. They refer to actors by ids that outlast it as well.
 */
@ObjectType({ description: 'What somebody decided about who is who. It holds for what is analysed later, too.' })
@Entity('actor_decision')
@Check('actor_decision_kind_check', oneOf('kind', ActorDecisionKind))
export class ActorDecision {
  @Field(() => ID, { description: 'By it the decision is reverted. It is no global id: `node` does not know it.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'actor_decision_primary_key' })
  id!: string;

  @Field(() => ActorDecisionKind, { description: 'What was decided.' })
  @Column('text')
  kind!: ActorDecisionKind;

  @Extensions(atMost(mostDecided))
  @Field(() => [DecidedActor], { description: 'The Actors that were merged; the one that was split.' })
  @Column('jsonb')
  from!: DecidedActor[];

  @Field(() => DecidedActor, { description: 'The Actor that they are now; the one that was split off.' })
  @Column('jsonb')
  into!: DecidedActor;

  /** Of all actors above. */
  @Column('uuid', { array: true })
  actorIds!: string[];

  /** What was split off; all three empty for a merger. */
  @Column('uuid', { array: true })
  claimIds!: string[];

  @Column('uuid', { array: true })
  articleIds!: string[];

  @Column('uuid', { array: true })
  sourceIds!: string[];

  @Field(() => String, { description: 'Why, as said by who decided.' })
  @Column('text')
  reason!: string;

  @Field(() => Date, { description: 'When it was decided.' })
  @Column({ type: 'timestamptz', precision: 3 })
  madeAt!: Date;

  @Field(() => String, {
    description:
      'Who decided: the id of a key ("key:…"), the subject of a token ("token:…"), "operator" or "anonymous".',
  })
  @Column('text')
  madeBy!: string;

  @Field(() => String, { nullable: true, description: 'The name of that key at the time. Null for all others.' })
  @Column('text', { nullable: true })
  madeByName!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was reverted. Null while it holds.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revertedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who reverted it, as in `madeBy`. Null while it holds.' })
  @Column('text', { nullable: true })
  revertedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that key at the time. Null for all others.' })
  @Column('text', { nullable: true })
  revertedByName!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was reverted. Null while it holds.' })
  @Column('text', { nullable: true })
  revertReason!: string | null;
}
