import { Extensions, Field, ObjectType } from 'type-graphql';
import { atMost } from './list-size.js';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ClaimChangeKind, oneOf } from './enumerations.js';

/**
 * One entry of the log of claim changes. It repeats the ids that subscribers filter on, as they were at that time, and
 * refers to nothing, so that the log outlives what it tells of.
 */
@ObjectType({ description: 'One entry of the log of claim changes.' })
@Entity('claim_change')
@Index('claim_change_claim_id_index', ['claimId'])
@Index('claim_change_article_id_index', ['articleId'])
@Check('claim_change_kind_check', oneOf('kind', ClaimChangeKind))
export class ClaimChange {
  /** Place in the log. Entries are written one transaction at a time, so that positions become visible in order. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'claim_change_primary_key',
    generatedIdentity: 'ALWAYS',
  })
  position!: string;

  @Field(() => ClaimChangeKind, { description: 'What happened.' })
  @Column('text')
  kind!: ClaimChangeKind;

  @Field(() => Date, { description: 'When it was written.' })
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('uuid')
  claimId!: string;

  @Column('uuid')
  articleId!: string;

  @Column('uuid')
  sourceId!: string;

  @Column('uuid', { nullable: true })
  eventId!: string | null;

  @Column('uuid', { nullable: true })
  speakerId!: string | null;

  /** Who spoke before, where that changed: who follows that speaker hears of it too. */
  @Column('uuid', { nullable: true })
  previousSpeakerId!: string | null;

  @Column('text')
  claimKind!: string;

  @Extensions(atMost(20))
  @Field(() => [String], {
    description: 'Names of the fields that changed, `confidence` for that of `method`; empty for ADDED and RETRACTED.',
  })
  @Column('text', { array: true })
  changedFields!: string[];
}
