import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ActorKind } from '../src/pipeline/values.js';
import { oneOf } from './enumerations.js';

/** A row of a user's own table of actors (`parallax actors import`), by which stage 3 tells names. */
@Entity('listed_actor')
@Index('listed_actor_wikidata_id_index', ['wikidataId'])
@Index('listed_actor_name_kind_index', ['name', 'kind'])
@Check('listed_actor_kind_check', oneOf('kind', ActorKind))
export class ListedActor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'listed_actor_primary_key' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ActorKind;

  @Column('text', { array: true })
  aliases!: string[];

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  wikidataId!: string | null;
}

/** A form under which a listed actor is looked up. One that several have tells none of them. */
@Entity('listed_actor_form')
@Index('listed_actor_form_listed_actor_id_index', ['listedActorId'])
export class ListedActorForm {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'listed_actor_form_primary_key' })
  form!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'listed_actor_form_primary_key' })
  listedActorId!: string;

  @ManyToOne(() => ListedActor, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'listed_actor_id', foreignKeyConstraintName: 'listed_actor_form_listed_actor_id_foreign_key' })
  listedActor?: ListedActor;
}
