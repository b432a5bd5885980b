import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import {
  Attitude,
  ClaimKind,
  CueAspect,
  CueClass,
  CueModality,
  CueTense,
  CueVoice,
  TextPart,
} from '../src/pipeline/values.js';
import { Actor } from './actor.js';
import { Article } from './article.js';
import { Derivation } from './derivation.js';
import { oneOf } from './enumerations.js';
import { Event } from './event.js';
import { Node } from './node.js';
import { Proposition } from './proposition.js';
import { Source } from './source.js';

/**
 * Somebody asserting something in one article (PARC attribution, schema.org Claim).
 * Its id is made of the article, the part of the text, the normalised words of its content and an ordinal among
 * repeats; everything else may change without its becoming another claim.
 */
@ObjectType({ implements: Node, description: 'Somebody asserting something in one article.' })
@Entity('claim')
@Index('claim_published_at_index', ['publishedAt', 'id'])
@Index('claim_article_id_start_index', ['articleId', 'part', 'start', 'id'])
@Index('claim_source_id_published_at_index', ['sourceId', 'publishedAt', 'id'])
@Index('claim_event_id_published_at_index', ['eventId', 'publishedAt', 'id'])
@Index('claim_speaker_id_published_at_index', ['speakerId', 'publishedAt', 'id'])
@Index('claim_proposition_id_published_at_index', ['propositionId', 'publishedAt', 'id'])
@Check('claim_part_check', oneOf('part', TextPart))
@Check('claim_kind_check', oneOf('kind', ClaimKind))
@Check('claim_attitude_check', oneOf('attitude', Attitude))
@Check('claim_cue_class_check', oneOf('cue_class', CueClass))
@Check('claim_cue_tense_check', oneOf('cue_tense', CueTense))
@Check('claim_cue_aspect_check', oneOf('cue_aspect', CueAspect))
@Check('claim_cue_modality_check', oneOf('cue_modality', CueModality))
@Check('claim_cue_voice_check', oneOf('cue_voice', CueVoice))
export class Claim {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_primary_key' })
  id!: string;

  @Column('uuid')
  articleId!: string;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'claim_article_id_foreign_key' })
  article?: Article;

  @Field(() => TextPart, { name: 'in', description: 'Whether it stands in the text or in the headline.' })
  @Column('text')
  part!: TextPart;

  /** Where it stands in the latest version that holds it: the order of claims inside an article. */
  @Column('integer')
  start!: number;

  @Field(() => String, { description: 'The words of its content, as the latest version that holds it has them.' })
  @Column('text')
  text!: string;

  @Field(() => ClaimKind, { description: 'How its words relate to what was said.' })
  @Column('text')
  kind!: ClaimKind;

  @Field(() => Attitude, { description: 'Whether it is said, believed or intended.' })
  @Column('text')
  attitude!: Attitude;

  @Field(() => String, {
    nullable: true,
    description: 'The words that attribute it ("said"). Null when nothing does, as in ASSERTION.',
  })
  @Column('text', { nullable: true })
  cue!: string | null;

  @Field(() => CueClass, { nullable: true, description: 'What the attributing words add. Null without a cue.' })
  @Column('text', { nullable: true })
  cueClass!: CueClass | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the saying itself is negated: "did not say", "no official has said". What it says was then not said. Null without a cue.',
  })
  @Column('boolean', { nullable: true })
  cueNegated!: boolean | null;

  @Field(() => CueTense, {
    nullable: true,
    description:
      'When the attributing verb puts the saying. Null where the cue is no finite verb (", adding", "according to") or has a modal verb.',
  })
  @Column('text', { nullable: true })
  cueTense!: CueTense | null;

  @Field(() => CueAspect, {
    nullable: true,
    description: 'How the attributing verb sees the saying in time. Null where the cue is no verb, or a participle.',
  })
  @Column('text', { nullable: true })
  cueAspect!: CueAspect | null;

  @Field(() => CueModality, {
    nullable: true,
    description: 'With what force a modal verb takes the saying out of what is so. Null where the cue has none.',
  })
  @Column('text', { nullable: true })
  cueModality!: CueModality | null;

  @Field(() => CueVoice, {
    nullable: true,
    description: 'Whether the attributing verb is active or passive. Null where the cue is no verb.',
  })
  @Column('text', { nullable: true })
  cueVoice!: CueVoice | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words that name the speaker here ("he"). Null when none do.',
  })
  @Column('text', { nullable: true })
  speakerText!: string | null;

  @Column('uuid', { nullable: true })
  speakerId!: string | null;

  @ManyToOne(() => Actor, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'speaker_id', foreignKeyConstraintName: 'claim_speaker_id_foreign_key' })
  speaker?: Actor | null;

  /** Whom stage 3 took for the speaker, where a decision (ActorDecision) says that it is somebody else. */
  @Column('uuid', { nullable: true, select: false })
  foundSpeakerId!: string | null;

  // Source, event and time repeat what its article says, so that the usual filters and orders need no join.
  @Column('uuid')
  sourceId!: string;

  @ManyToOne(() => Source, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'source_id', foreignKeyConstraintName: 'claim_source_id_foreign_key' })
  source?: Source;

  @Column('uuid', { nullable: true })
  eventId!: string | null;

  @ManyToOne(() => Event, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'event_id', foreignKeyConstraintName: 'claim_event_id_foreign_key' })
  event?: Event | null;

  @Field(() => Date, { description: 'When its article was published.' })
  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Column('uuid', { nullable: true })
  propositionId!: string | null;

  @ManyToOne(() => Proposition, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'proposition_id', foreignKeyConstraintName: 'claim_proposition_id_foreign_key' })
  proposition?: Proposition | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the latest version of its article no longer holds it. Null while it does.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retractedAt!: Date | null;

  @Field(() => Derivation, { description: 'What found it.' })
  @Column(() => Derivation, { prefix: 'method' })
  method!: Derivation;
}
