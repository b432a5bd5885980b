import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Actor } from './actor.js';
import { ArticleVersion } from './article-version.js';
import { Claim } from './claim.js';
import { TextSpan } from './evidence.js';

/** One hop of "through whom" (nested sources, MPQA). */
@ObjectType({
  description: 'One hop between the outlet and the speaker: through whom, or through which document, it is known.',
})
@Entity('attribution_link')
@Index('attribution_link_actor_id_index', ['actorId'])
@Index('attribution_link_article_version_id_index', ['articleVersionId'])
export class AttributionLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attribution_link_primary_key' })
  claimId!: string;

  @ManyToOne(() => Claim, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'claim_id', foreignKeyConstraintName: 'attribution_link_claim_id_foreign_key' })
  claim?: Claim;

  @Field(() => Int, { description: 'Place in the chain: 1 is nearest to the outlet.' })
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'attribution_link_primary_key' })
  depth!: number;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @ManyToOne(() => Actor, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'attribution_link_actor_id_foreign_key' })
  actor?: Actor | null;

  /** Whom stage 3 took this hop for, where a decision (ActorDecision) says that it is somebody else. */
  @Column('uuid', { nullable: true, select: false })
  foundActorId!: string | null;

  @Field(() => String, { description: 'The words that stand for this hop: "an editorial", "a recent interview".' })
  @Column('text')
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The words that make the link: "told", "citing". Null when it is only implied.',
  })
  @Column('text', { nullable: true })
  cue!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose document it is. Null for a person, or when nobody is named.',
  })
  @Column('text', { nullable: true })
  owner!: string | null;

  @Field(() => Boolean, { description: 'Whether the document of this hop is held here.' })
  @Column('boolean')
  held!: boolean;

  @Column('uuid')
  articleVersionId!: string;

  @ManyToOne(() => ArticleVersion, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'article_version_id',
    foreignKeyConstraintName: 'attribution_link_article_version_id_foreign_key',
  })
  articleVersion?: ArticleVersion;

  @Field(() => TextSpan, { description: 'Where those words stand, in the version that the link was read from.' })
  @Column('jsonb')
  span!: TextSpan;
}
