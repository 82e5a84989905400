import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../persistence/instant-column.ts';
import { wholeNumberColumn } from '../persistence/whole-number-column.ts';

/** Policy versions that take effect at one instant, together or not at all. */
@Entity({ name: 'change' })
export class ChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  origin!: 'import' | 'person';

  @Column('text')
  status!: 'draft' | 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';

  /** Who made it: a person's id, or `system`. */
  @Column('text')
  actor!: string;

  @Column('text')
  reason!: string;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: number;

  @Column({ name: 'effective_from', type: 'timestamptz', nullable: true, transformer: instantColumn })
  effectiveFrom!: number | null;

  @Column({ name: 'effective_until', type: 'timestamptz', nullable: true, transformer: instantColumn })
  effectiveUntil!: number | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  approvedAt!: number | null;

  /** Order of approvals, from 1 and without gaps. */
  @Column({ name: 'approval_sequence', type: 'bigint', nullable: true, transformer: wholeNumberColumn })
  approvalSequence!: number | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  cancelledAt!: number | null;
}
