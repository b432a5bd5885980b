import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { seldomOver } from './list-size.js';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TextPart } from '../src/pipeline/values.js';
import { ArticleVersion } from './article-version.js';
import { Claim } from './claim.js';
import { oneOf } from './enumerations.js';

@ObjectType({ description: 'A stretch of text; offsets are UTF-16 code units, the end exclusive.' })
export class TextSpan {
  @Field(() => Int, { description: 'Offset of its first code unit.' })
  start!: number;

  @Field(() => Int, { description: 'Offset after its last code unit.' })
  end!: number;
}

/** Where a claim stands in one version (W3C TextQuoteSelector and TextPositionSelector). */
@ObjectType({
  description: 'Where a claim stands in one version of its article (W3C text quote and text position selectors).',
})
@Entity('evidence')
@Index('evidence_article_version_id_index', ['articleVersionId'])
@Check('evidence_part_check', oneOf('part', TextPart))
export class Evidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_primary_key' })
  claimId!: string;

  @ManyToOne(() => Claim, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'claim_id', foreignKeyConstraintName: 'evidence_claim_id_foreign_key' })
  claim?: Claim;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_primary_key' })
  articleVersionId!: string;

  @ManyToOne(() => ArticleVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_version_id', foreignKeyConstraintName: 'evidence_article_version_id_foreign_key' })
  articleVersion?: ArticleVersion;

  @Field(() => TextPart, { name: 'in', description: 'Whether the offsets count in the text or in the headline.' })
  @Column('text')
  part!: TextPart;

  @Field(() => Int, { description: 'Offset of the first code unit of the content.' })
  @Column('integer')
  start!: number;

  @Field(() => Int, { description: 'Offset after the last code unit of the content.' })
  @Column('integer')
  end!: number;

  @Field(() => String, { description: 'The content exactly as it stands there.' })
  @Column('text')
  exact!: string;

  @Field(() => String, { description: 'Up to 32 code units before it.' })
  @Column('text')
  prefix!: string;

  @Field(() => String, { description: 'Up to 32 code units after it.' })
  @Column('text')
  suffix!: string;

  @Extensions(seldomOver(5))
  @Field(() => [TextSpan], {
    description: 'Its pieces, where the content is interrupted ("A," he said, "B"); else one span, the whole.',
  })
  @Column('jsonb')
  spans!: TextSpan[];

  @Field(() => TextSpan, {
    nullable: true,
    description: 'Where the attributing words stand. Null when there are none.',
  })
  @Column('jsonb', { nullable: true })
  cueSpan!: TextSpan | null;

  @Field(() => TextSpan, { nullable: true, description: 'Where the speaker is named. Null when nothing names one.' })
  @Column('jsonb', { nullable: true })
  speakerSpan!: TextSpan | null;
}
