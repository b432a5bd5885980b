import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Article } from './article.js';

@ObjectType({ description: 'An article that could not be computed again. What was found in it before stays.' })
export class ReprocessingFailure {
  @Field(() => ID, { description: 'Global id of the article.' })
  articleId!: string;

  @Field(() => String, { description: 'Its headline at that time.' })
  headline!: string;

  @Field(() => String, { description: 'A short name for the reason, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What was wrong, for people.' })
  message!: string;
}

/** One round of computing stored articles again, and what has come of it so far. */
@ObjectType({ description: 'One round of computing stored articles again, and what has come of it so far.' })
@Entity('reprocessing')
export class Reprocessing {
  @Field(() => ID, { description: 'By it `reprocessing` finds it. It is no global id: `node` does not know it.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reprocessing_primary_key' })
  id!: string;

  @Field(() => Date, { description: 'When it was asked for.' })
  @Column({ type: 'timestamptz', precision: 3 })
  requestedAt!: Date;

  /** Engines and versions it was asked for with: a process with others leaves its articles alone. */
  @Column('text')
  methods!: string;

  @Field(() => Int, { description: 'How many articles it began with.' })
  @Column('integer')
  articles!: number;

  @Field(() => Int, { description: 'How many are computed again, those in which nothing changed too.' })
  @Column('integer', { default: 0 })
  done!: number;

  @Field(() => Int, { description: 'How many could not be; `failures` says why.' })
  @Column('integer', { default: 0 })
  failed!: number;

  @Field(() => Int, { description: 'How many have another text or headline now, and so another version.' })
  @Column('integer', { default: 0 })
  newVersions!: number;

  @Field(() => Int, { description: 'Claims that were found for the first time, or again.' })
  @Column('integer', { default: 0 })
  added!: number;

  @Field(() => Int, { description: 'Changes to claims that were known.' })
  @Column('integer', { default: 0 })
  changed!: number;

  @Field(() => Int, { description: 'Claims that are no longer found.' })
  @Column('integer', { default: 0 })
  retracted!: number;

  @Column('jsonb', { default: [] })
  failures!: ReprocessingFailure[];
}

/** An article that waits to be computed again. Its row goes in the transaction that saves what came of it. */
@Entity('reprocessing_article')
@Index('reprocessing_article_article_id_index', ['articleId'])
@Index('reprocessing_article_order_index', ['takings', 'publishedAt', 'articleId'])
export class ReprocessingArticle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reprocessing_article_primary_key' })
  reprocessingId!: string;

  @ManyToOne(() => Reprocessing, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'reprocessing_id', foreignKeyConstraintName: 'reprocessing_article_reprocessing_id_foreign_key' })
  reprocessing?: Reprocessing;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reprocessing_article_primary_key' })
  articleId!: string;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'reprocessing_article_article_id_foreign_key' })
  article?: Article;

  /** Whether it is computed again even if it is current. */
  @Column('boolean')
  isForced!: boolean;

  /** Repeats that of the article: they are taken in its order, as events were grouped. */
  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  /** How often a process has taken it. Whoever finds another's here takes those that nobody has first. */
  @Column('integer', { default: 0 })
  takings!: number;
}
