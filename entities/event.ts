import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Derivation } from './derivation.js';
import { Node } from './node.js';

/** What happened: the articles of all outlets about it. */
@ObjectType({ implements: Node, description: 'Something that happened, as the articles of all outlets about it.' })
@Entity('event')
@Index('event_last_published_at_index', ['lastPublishedAt', 'id'])
@Index('event_first_published_at_index', ['firstPublishedAt', 'id'])
@Index('event_source_count_index', ['sourceCount', 'id'])
@Index('event_article_count_index', ['articleCount', 'id'])
export class Event {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_primary_key' })
  id!: string;

  @Field(() => String, {
    description: 'The headline, among those of its articles, that stands most in the middle of them.',
  })
  @Column('text')
  title!: string;

  @Field(() => Date, { description: 'When the earliest of its articles was published.' })
  @Column({ type: 'timestamptz', precision: 3 })
  firstPublishedAt!: Date;

  @Field(() => Date, { description: 'When the latest of its articles was published.' })
  @Column({ type: 'timestamptz', precision: 3 })
  lastPublishedAt!: Date;

  @Field(() => Boolean, {
    description: 'True for a roundup or live blog, which is about many things and is kept apart.',
  })
  @Column('boolean', { default: false })
  isRoundup!: boolean;

  @Field(() => Int, { description: 'How many articles it has, wire copies included.' })
  @Column('integer')
  articleCount!: number;

  @Field(() => Int, { description: 'How many outlets have an article about it.' })
  @Column('integer')
  sourceCount!: number;

  @Field(() => Derivation, { description: 'What grouped its articles.' })
  @Column(() => Derivation, { prefix: 'method' })
  method!: Derivation;
}
