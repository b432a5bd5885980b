import { Extensions, Field, Float, ObjectType } from 'type-graphql';
import { seldomOver } from './list-size.js';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PropositionRelationKind } from '../src/pipeline/values.js';
import { Derivation } from './derivation.js';
import { oneOf } from './enumerations.js';
import { Proposition } from './proposition.js';

@ObjectType({ description: 'What makes two statements alike or different.' })
export class RelationReason {
  @Field(() => String, { description: 'Which aspect: NUMBER, DATE, POLARITY, ATTRIBUTION or WORDS.' })
  aspect!: string;

  @Field(() => String, { description: 'A sentence that a reader can check.' })
  detail!: string;

  @Field(() => String, { nullable: true, description: 'The value on the first side. Null when the aspect has none.' })
  first!: string | null;

  @Field(() => String, { nullable: true, description: 'The value on the second side. Null when the aspect has none.' })
  second!: string | null;
}

/** How two propositions of an event relate; the order of the two matters for REFINES and UPDATES. */
@ObjectType({ description: 'How one Proposition relates to another.' })
@Entity('proposition_relation')
@Index('proposition_relation_second_id_index', ['secondId'])
@Check('proposition_relation_relation_check', oneOf('relation', PropositionRelationKind))
export class PropositionRelation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposition_relation_primary_key' })
  firstId!: string;

  @ManyToOne(() => Proposition, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'first_id', foreignKeyConstraintName: 'proposition_relation_first_id_foreign_key' })
  first?: Proposition;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposition_relation_primary_key' })
  secondId!: string;

  @ManyToOne(() => Proposition, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'second_id', foreignKeyConstraintName: 'proposition_relation_second_id_foreign_key' })
  second?: Proposition;

  @Field(() => PropositionRelationKind, { description: 'How the first relates to the second.' })
  @Column('text')
  relation!: PropositionRelationKind;

  @Field(() => Float, { description: 'How alike the two are, 0 to 1.' })
  @Column('real')
  score!: number;

  @Extensions(seldomOver(5))
  @Field(() => [RelationReason], { description: 'Why.' })
  @Column('jsonb')
  reasons!: RelationReason[];

  @Field(() => Derivation, { description: 'What compared them.' })
  @Column(() => Derivation, { prefix: 'method' })
  method!: Derivation;
}
