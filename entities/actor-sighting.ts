import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Actor } from './actor.js';
import { Article } from './article.js';

/**
 * What one article says of one actor that speaks in it. Names, roles with their dates and country of an Actor are made of
 * these, so that an article analysed again, or taken out, leaves nothing behind.
 */
@Entity('actor_sighting')
@Index('actor_sighting_actor_id_index', ['actorId'])
@Index('actor_sighting_article_id_index', ['articleId'])
export class ActorSighting {
  /** Whom stage 3 found. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'actor_sighting_primary_key' })
  foundId!: string;

  @ManyToOne(() => Actor, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'found_id', foreignKeyConstraintName: 'actor_sighting_found_id_foreign_key' })
  found?: Actor;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'actor_sighting_primary_key' })
  articleId!: string;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'actor_sighting_article_id_foreign_key' })
  article?: Article;

  /** Who that is by what was decided; mostly the same. */
  @Column('uuid')
  actorId!: string;

  @ManyToOne(() => Actor, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'actor_sighting_actor_id_foreign_key' })
  actor?: Actor;

  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Column('text')
  name!: string;

  /** Whether a user's table gives the name, which then counts before longer ones. */
  @Column('boolean')
  isListed!: boolean;

  @Column('text', { array: true })
  aliases!: string[];

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { nullable: true })
  country!: string | null;
}
