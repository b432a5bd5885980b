import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Derivation } from './derivation.js';
import { Event } from './event.js';
import { Node } from './node.js';

/** What is claimed, whoever says it. */
@ObjectType({
  implements: Node,
  description: 'What is claimed, whoever says it: the claims of all outlets that say the same thing.',
})
@Entity('proposition')
@Index('proposition_event_id_index', ['eventId', 'sourceCount', 'id'])
@Index('proposition_event_id_claim_count_index', ['eventId', 'claimCount', 'id'])
@Index('proposition_source_count_index', ['sourceCount', 'id'])
@Index('proposition_claim_count_index', ['claimCount', 'id'])
export class Proposition {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposition_primary_key' })
  id!: string;

  @Column('uuid')
  eventId!: string;

  @ManyToOne(() => Event, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'event_id', foreignKeyConstraintName: 'proposition_event_id_foreign_key' })
  event?: Event;

  @Field(() => String, { description: 'The words of one of its claims, which stand for all of them.' })
  @Column('text')
  text!: string;

  @Field(() => Int, { description: 'How many claims say it.' })
  @Column('integer')
  claimCount!: number;

  @Field(() => Int, { description: 'How many outlets carry it, wire copies included.' })
  @Column('integer')
  sourceCount!: number;

  @Field(() => Derivation, { description: 'What lined its claims up; the confidence is that of the weakest pair.' })
  @Column(() => Derivation, { prefix: 'method' })
  method!: Derivation;
}
