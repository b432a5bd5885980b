import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Genre, LanguageBasis, TimePrecision } from '../src/pipeline/values.js';
import { Derivation } from './derivation.js';
import { oneOf } from './enumerations.js';
import { Event } from './event.js';
import { Node } from './node.js';
import { Language, Url } from './scalars.js';
import { Source } from './source.js';

/** One piece by one outlet (ninjs, schema.org NewsArticle). */
@ObjectType({ implements: Node, description: 'One piece by one outlet, however often it was changed.' })
@Entity('article')
@Unique('article_source_id_identity_unique', ['sourceId', 'identity'])
@Index('article_published_at_index', ['publishedAt', 'id'])
@Index('article_source_id_published_at_index', ['sourceId', 'publishedAt', 'id'])
@Index('article_event_id_published_at_index', ['eventId', 'publishedAt', 'id'])
@Index('article_first_seen_at_index', ['firstSeenAt', 'id'])
@Index('article_copy_of_id_published_at_index', ['copyOfId', 'publishedAt', 'id'])
@Index('article_url_index', ['url'], { type: 'hash' })
@Check('article_genre_check', oneOf('genre', Genre))
@Check('article_language_basis_check', oneOf('language_basis', LanguageBasis))
@Check('article_published_at_precision_check', oneOf('published_at_precision', TimePrecision))
export class Article {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'article_primary_key' })
  id!: string;

  @Column('uuid')
  sourceId!: string;

  @ManyToOne(() => Source, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'source_id', foreignKeyConstraintName: 'article_source_id_foreign_key' })
  source?: Source;

  /** Its canonical URL, else the caller's id, else headline and date: what makes it the same piece within its outlet. */
  @Column('text')
  identity!: string;

  @Field(() => Url, { nullable: true, description: 'Canonical URL. Null when the document came without one.' })
  @Column('text', { nullable: true })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The caller's own id of the document. Null when none was given.",
  })
  @Column('text', { nullable: true })
  externalId!: string | null;

  @Field(() => String, { description: 'Headline of the latest version.' })
  @Column('text')
  headline!: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it, as printed. Null when it does not say.' })
  @Column('text', { nullable: true })
  byline!: string | null;

  @Field(() => Genre, { description: 'What sort of piece it is, as the outlet marks it.' })
  @Column('text')
  genre!: Genre;

  @Field(() => Language, {
    nullable: true,
    description: 'Language it is written in. Null when nothing declares it and the text does not tell.',
  })
  @Column('text', { nullable: true })
  language!: string | null;

  @Field(() => LanguageBasis, {
    nullable: true,
    description: 'How the language is known. Null when it is not, or was taken in before this was kept.',
  })
  @Column('text', { nullable: true })
  languageBasis!: LanguageBasis | null;

  /** Never null, so that time orders everything: without a printed date it is the time the piece was first seen. */
  @Field(() => Date, {
    description: 'When it was published; when `publishedAtPrecision` is null, when it was first seen here.',
  })
  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Field(() => TimePrecision, {
    nullable: true,
    description:
      'How exact `publishedAt` is. Null when the document gives no date, so that the time first seen stands in.',
  })
  @Column('text', { nullable: true })
  publishedAtPrecision!: TimePrecision | null;

  @Field(() => Date, { description: 'When it first came in here.' })
  @Column({ type: 'timestamptz', precision: 3 })
  firstSeenAt!: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether everybody can read it for free. Null when the page does not say.',
  })
  @Column('boolean', { nullable: true })
  isAccessibleForFree!: boolean | null;

  /** Ordinal of the latest ArticleVersion. */
  @Column('integer')
  latestOrdinal!: number;

  @Column('uuid', { nullable: true })
  eventId!: string | null;

  @ManyToOne(() => Event, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'event_id', foreignKeyConstraintName: 'article_event_id_foreign_key' })
  event?: Event | null;

  @Column('uuid', { nullable: true })
  copyOfId!: string | null;

  @ManyToOne(() => Article, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'copy_of_id', foreignKeyConstraintName: 'article_copy_of_id_foreign_key' })
  copyOf?: Article | null;

  /** What put it into its event; null until then. */
  @Column('jsonb', { nullable: true })
  placementMethod!: Derivation | null;
}
