import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Actor } from './actor.js';
import { Article } from './article.js';
import { Claim } from './claim.js';
import { Event } from './event.js';

/**
 * What a search looks through: the words of one thing, as PostgreSQL full text search keeps them. A table beside each
 * noun's own, because a row of a claim or an event is written again whenever something is lined up with it, and each
 * writing would go through the index of words as well; here only new words do. It goes with its noun's row.
 */
abstract class SearchRow {
  id!: string;

  /** Primary subtag of the language that the words were stemmed in, `und` for none. */
  @Column('text')
  language!: string;

  /** Stems and whole words at the same positions, without accents; weight A is a name, headline or title. */
  @Column('tsvector')
  words!: string;

  /** Of the matches of a frequent word the latest are looked at. */
  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;
}

/** Headline and text of an article's latest version. */
@Entity('article_search')
@Index('article_search_words_index', ['words'], { type: 'gin' })
@Index('article_search_published_at_index', ['publishedAt', 'id'])
@Index('article_search_language_index', ['language'])
export class ArticleSearch extends SearchRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'article_search_primary_key' })
  declare id: string;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'id', foreignKeyConstraintName: 'article_search_id_foreign_key' })
  article?: Article;
}

/** The words of a claim that its article's latest version holds. */
@Entity('claim_search')
@Index('claim_search_words_index', ['words'], { type: 'gin' })
@Index('claim_search_published_at_index', ['publishedAt', 'id'])
export class ClaimSearch extends SearchRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_search_primary_key' })
  declare id: string;

  @ManyToOne(() => Claim, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'id', foreignKeyConstraintName: 'claim_search_id_foreign_key' })
  claim?: Claim;
}

/** Name and other names of an actor; `publishedAt` is that of the article in which a name was last added. */
@Entity('actor_search')
@Index('actor_search_words_index', ['words'], { type: 'gin' })
@Index('actor_search_published_at_index', ['publishedAt', 'id'])
export class ActorSearch extends SearchRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'actor_search_primary_key' })
  declare id: string;

  @ManyToOne(() => Actor, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'id', foreignKeyConstraintName: 'actor_search_id_foreign_key' })
  actor?: Actor;
}

/** Title of an event; `publishedAt` is that of its latest article. */
@Entity('event_search')
@Index('event_search_words_index', ['words'], { type: 'gin' })
@Index('event_search_published_at_index', ['publishedAt', 'id'])
export class EventSearch extends SearchRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_search_primary_key' })
  declare id: string;

  @ManyToOne(() => Event, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'id', foreignKeyConstraintName: 'event_search_id_foreign_key' })
  event?: Event;
}
