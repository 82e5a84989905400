import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { instantColumn } from '../persistence/instant-column.ts';

/** A reviewer's word on a submission; never edited, never taken back. */
@Entity({ name: 'change_review' })
export class ChangeReviewEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'change_id', type: 'uuid' })
  changeId!: string;

  @Column('text')
  reviewer!: string;

  @Column({ name: 'reviewed_at', type: 'timestamptz', transformer: instantColumn })
  reviewedAt!: number;

  @Column('text')
  verdict!: 'approve' | 'reject';

  /** Of the submission that was reviewed. */
  @Column('text')
  digest!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text')
  comment!: string;
}
