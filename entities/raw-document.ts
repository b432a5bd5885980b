import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { DeclaredFields } from '../src/pipeline/values.js';
import { Article } from './article.js';

/** The bytes as received (PROV primary source); kept, so that everything later can be recomputed. Not shown to clients. */
@Entity('raw_document')
@Unique('raw_document_article_id_hash_unique', ['articleId', 'hash'])
export class RawDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'raw_document_primary_key' })
  id!: string;

  @Column('uuid')
  articleId!: string;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'raw_document_article_id_foreign_key' })
  article?: Article;

  /** Where it was fetched; null for a file. */
  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text')
  mediaType!: string;

  /** SHA-256 of bytes and declared fields, in hexadecimal. */
  @Column('text')
  hash!: string;

  @Column('bytea', { select: false })
  bytes!: Buffer;

  /** What the caller said of it, which the bytes do not. */
  @Column('jsonb')
  declared!: DeclaredFields;

  @Column({ type: 'timestamptz', precision: 3 })
  fetchedAt!: Date;
}
