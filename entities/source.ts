import { Extensions, Field, ObjectType } from 'type-graphql';
import { seldomOver } from './list-size.js';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { SourceKind } from '../src/pipeline/values.js';
import { oneOf } from './enumerations.js';
import { Node } from './node.js';
import { CountryCode, Language, Url } from './scalars.js';

/** A judgement of an outlet by somebody else; Parallax makes none of its own. */
@ObjectType({ description: 'A judgement of an outlet by a third party. Parallax makes none of its own.' })
export class SourceRating {
  @Field(() => String, { description: 'Who gave the rating.' })
  by!: string;

  @Field(() => String, { description: 'What is rated.' })
  scale!: string;

  @Field(() => String, { description: 'The rating, in the words of who gave it.' })
  value!: string;

  @Field(() => Url, { nullable: true, description: 'Where the rating can be read. Null when none was given.' })
  url!: string | null;
}

/** An outlet (schema.org NewsMediaOrganization). */
@ObjectType({ implements: Node, description: 'A news outlet.' })
@Entity('source')
@Unique('source_key_unique', ['key'])
@Index('source_name_index', ['name', 'id'])
@Index('source_first_seen_at_index', ['firstSeenAt', 'id'])
@Check('source_kind_check', oneOf('kind', SourceKind))
export class Source {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'source_primary_key' })
  id!: string;

  /** Its domain, else its normalised name: what makes it the same outlet. */
  @Column('text')
  key!: string;

  @Field(() => String, { description: 'Name of the outlet, as its documents or the person who added them give it.' })
  @Column('text')
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Registrable domain. Null when its documents came without a URL.',
  })
  @Column('text', { nullable: true })
  domain!: string | null;

  @Field(() => SourceKind, { description: 'What sort of outlet it is.' })
  @Column('text', { default: SourceKind.UNKNOWN })
  kind!: SourceKind;

  @Field(() => CountryCode, {
    nullable: true,
    description: 'Where it publishes from. Null when not known.',
  })
  @Column('text', { nullable: true })
  country!: string | null;

  @Extensions(seldomOver(5))
  @Field(() => [Language], { description: 'Languages it publishes in. Empty when not known.' })
  @Column('text', { array: true, default: () => "'{}'" })
  languages!: string[];

  @Field(() => String, { nullable: true, description: 'Who owns it. Null when not known.' })
  @Column('text', { nullable: true })
  owner!: string | null;

  @Extensions(seldomOver(5))
  @Field(() => [SourceRating], { description: 'Ratings given by third parties, with who gave them.' })
  @Column('jsonb', { default: () => "'[]'" })
  ratings!: SourceRating[];

  @Field(() => Boolean, { description: 'True for the invented outlets of the demo.' })
  @Column('boolean', { default: false })
  isDemo!: boolean;

  @Field(() => Date, { description: 'When it was first seen here.' })
  @Column({ type: 'timestamptz', precision: 3 })
  firstSeenAt!: Date;
}
