import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Method } from '../src/pipeline/values.js';
import { Article } from './article.js';
import { Derivation } from './derivation.js';
import { AnalysisState, oneOf } from './enumerations.js';
import { Node } from './node.js';
import { RawDocument } from './raw-document.js';

/** What the stages after the text ran with. */
export type AnalysisMethods = Readonly<Record<'claims' | 'actors' | 'events' | 'propositions', Method>>;

/** The clean text as it stood at one time (PROV wasRevisionOf). */
@ObjectType({
  implements: Node,
  description: 'The clean text of an article as it stood at one time. A change adds a version.',
})
@Entity('article_version')
@Unique('article_version_article_id_ordinal_unique', ['articleId', 'ordinal'])
@Index('article_version_raw_document_id_index', ['rawDocumentId'])
@Index('article_version_unfinished_index', ['seenAt', 'id'], { where: `analysis_state IN ('PENDING', 'FAILED')` })
@Check('article_version_analysis_state_check', oneOf('analysis_state', AnalysisState))
export class ArticleVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'article_version_primary_key' })
  id!: string;

  @Column('uuid')
  articleId!: string;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'article_version_article_id_foreign_key' })
  article?: Article;

  @Field(() => Int, { description: 'Place among the versions of its article, from 1.' })
  @Column('integer')
  ordinal!: number;

  @Column('uuid')
  rawDocumentId!: string;

  @ManyToOne(() => RawDocument, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'raw_document_id', foreignKeyConstraintName: 'article_version_raw_document_id_foreign_key' })
  rawDocument?: RawDocument;

  @Field(() => String, { description: 'Headline of this version.' })
  @Column('text')
  headline!: string;

  @Field(() => String, {
    description: 'The whole text, paragraphs separated by a blank line. Offsets of evidence count in it.',
  })
  @Column('text')
  text!: string;

  /** SHA-256 of headline and text: tells a new version from the same one seen again. */
  @Column('text')
  contentHash!: string;

  @Field(() => Int, { description: 'Number of words in the text.' })
  @Column('integer')
  wordCount!: number;

  @Field(() => Date, { description: 'When this version was first seen.' })
  @Column({ type: 'timestamptz', precision: 3 })
  seenAt!: Date;

  @Field(() => Derivation, { description: 'What made the clean text from the document as received.' })
  @Column(() => Derivation, { prefix: 'method' })
  method!: Derivation;

  @Field(() => AnalysisState, { description: 'How far the analysis of this version has come.' })
  @Column('text', { default: AnalysisState.PENDING })
  analysisState!: AnalysisState;

  /** Hash of text and engines that stages 2 to 5 last ran with: the same again writes nothing. */
  @Column('text', { nullable: true })
  analysisInputHash!: string | null;

  /** Engines of stages 2 to 5 that it was last analysed with, also where they found nothing; null until then. */
  @Column('jsonb', { nullable: true })
  analysisMethods!: AnalysisMethods | null;

  @Column('integer', { default: 0 })
  analysisAttempts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why no claims were looked for. Null when the whole text was read.',
  })
  @Column('text', { nullable: true })
  analysisNote!: string | null;
}
