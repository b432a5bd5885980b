import { Extensions, Field, ID, ObjectType } from 'type-graphql';
import { atMost } from './list-size.js';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Scope } from './enumerations.js';

const scopes = Object.values(Scope).map((scope) => `'${scope}'`);

/** A key that was given out. The key itself is kept nowhere, and from its hash it cannot be found. */
@ObjectType({ description: 'A key that was given out. The key itself is not kept.' })
@Entity('api_key')
@Unique('api_key_hash_unique', ['hash'])
@Check('api_key_scopes_check', `cardinality("scopes") > 0 AND "scopes" <@ ARRAY[${scopes.join(', ')}]`)
export class ApiKey {
  @Field(() => ID, { description: 'By it the key is revoked. It is no global id: `node` does not know it.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_key_primary_key' })
  id!: string;

  @Field(() => String, { description: 'Whose it is or what it is for, as said when it was made.' })
  @Column('text')
  name!: string;

  /** SHA-256 of the key, hexadecimal. */
  @Column('text')
  hash!: string;

  @Extensions(atMost(4))
  @Field(() => [Scope], { description: 'What it allows. INGEST and CURATE include READ, ADMIN includes all.' })
  @Column('text', { array: true })
  scopes!: Scope[];

  @Field(() => Date, { description: 'When it was made.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last shown, to within about a minute. Null when it never was.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'From when on it is no longer accepted. Null when it does not expire.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked. Null when it was not.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
