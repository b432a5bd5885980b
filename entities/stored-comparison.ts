import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Comparison } from '../src/pipeline/values.js';
import { Event } from './event.js';

/** A comparison once computed, under the digest of its input and engine. Clients see it through `Event.comparison`. */
@Entity('stored_comparison')
@Index('stored_comparison_event_id_index', ['eventId'])
export class StoredComparison {
  /** SHA-256 of engine, version and input. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'stored_comparison_primary_key' })
  digest!: string;

  @Column('uuid')
  eventId!: string;

  @ManyToOne(() => Event, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'event_id', foreignKeyConstraintName: 'stored_comparison_event_id_foreign_key' })
  event?: Event;

  @Column('text')
  engine!: string;

  @Column('text')
  version!: string;

  @Column('jsonb')
  result!: Comparison;

  @Column({ type: 'timestamptz', precision: 3 })
  computedAt!: Date;
}
