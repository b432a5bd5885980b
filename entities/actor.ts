import { Extensions, Field, ObjectType } from 'type-graphql';
import { seldomOver } from './list-size.js';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { ActorKind, ActorScope } from '../src/pipeline/values.js';
import { Article } from './article.js';
import { Derivation } from './derivation.js';
import { oneOf } from './enumerations.js';
import { Node } from './node.js';
import { CountryCode, DateTime } from './scalars.js';

@ObjectType({ description: 'A role or title that articles give to an actor, with the dates it was seen.' })
export class ActorRole {
  @Field(() => String, {
    description: 'The role as printed, but for a capital that only a title gives: "mayor of Orrel".',
  })
  role!: string;

  @Field(() => DateTime, { description: 'Publication time of the earliest article that gives it.' })
  firstSeenAt!: string;

  @Field(() => DateTime, { description: 'Publication time of the latest article that gives it.' })
  lastSeenAt!: string;
}

/** Somebody who speaks or is spoken of. */
@ObjectType({ implements: Node, description: 'A person, organisation, country, group or document that speaks.' })
@Entity('actor')
@Unique('actor_key_unique', ['key'])
@Index('actor_name_index', ['name', 'id'])
@Index('actor_article_id_index', ['articleId'])
@Check('actor_kind_check', oneOf('kind', ActorKind))
@Check('actor_scope_check', oneOf('scope', ActorScope))
export class Actor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'actor_primary_key' })
  id!: string;

  /** What makes it the same actor: `person:jens stoltenberg`; with scope ARTICLE, preceded by the article's id. */
  @Column('text')
  key!: string;

  @Field(() => String, { description: 'The fullest name seen; for an unnamed actor, the words that describe it.' })
  @Column('text')
  name!: string;

  @Field(() => ActorKind, { description: 'What sort of actor it is.' })
  @Column('text')
  kind!: ActorKind;

  @Field(() => ActorScope, { description: 'How far its identity reaches.' })
  @Column('text')
  scope!: ActorScope;

  @Column('uuid', { nullable: true })
  articleId!: string | null;

  /** Only with scope ARTICLE. */
  @ManyToOne(() => Article, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'actor_article_id_foreign_key' })
  article?: Article | null;

  @Extensions(seldomOver(10))
  @Field(() => [String], { description: 'Other names seen for it.' })
  @Column('text', { array: true, default: () => "'{}'" })
  aliases!: string[];

  @Extensions(seldomOver(10))
  @Field(() => [ActorRole], { description: 'Roles and titles that articles give it, with the dates they were seen.' })
  @Column('jsonb', { default: () => "'[]'" })
  roles!: ActorRole[];

  @Field(() => CountryCode, { nullable: true, description: 'Its country. Null when not known.' })
  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Its Wikidata id. Null when not known.' })
  @Column('text', { nullable: true })
  wikidataId!: string | null;

  /** Of an actor that was merged, into which; claims point there, lists and search leave it out, and its id leads there. */
  @Column('uuid', { nullable: true, select: false })
  mergedIntoId!: string | null;

  @Field(() => Derivation, { description: 'What recognised it.' })
  @Column(() => Derivation, { prefix: 'method' })
  method!: Derivation;
}
