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

  /** Everybody who wrote any of it, the author first. */
  @Column('text', { array: true, default: [] })
  contributors!: string[];

  @Column('text', { name: 'requested_approvers', array: true, default: [] })
  requestedApprovers!: string[];

  /** Counts every write. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column({ name: 'updated_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  updatedAt!: number | null;

  /** Who wrote it last; null where that was not kept yet. */
  @Column({ name: 'updated_by', type: 'text', nullable: true })
  updatedBy!: string | null;

  @Column({ name: 'submitted_by', type: 'text', nullable: true })
  submittedBy!: string | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  submittedAt!: number | null;

  /** What an approval is bound to. */
  @Column({ name: 'submission_digest', type: 'text', nullable: true })
  submissionDigest!: string | null;

  @Column({ name: 'evidence_digest', type: 'text', nullable: true })
  evidenceDigest!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  requirement!: object | null;

  /** The worst that it does, as its evidence says. */
  @Column({ type: 'text', nullable: true })
  effect!: 'can-liquidate' | 'blocks-new-risk' | 'costs' | 'loosens' | 'none' | null;

  /** What it does in sentences, the gravest first, as its evidence says. */
  @Column('text', { array: true, default: [] })
  summary!: string[];

  @Column({ name: 'emergency_by', type: 'text', nullable: true })
  emergencyBy!: string | null;

  @Column({ name: 'emergency_reason', type: 'text', nullable: true })
  emergencyReason!: string | null;

  @Column({ name: 'emergency_expires_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  emergencyExpiresAt!: number | null;

  @Column({ name: 'emergency_confirmed_by', type: 'text', nullable: true })
  emergencyConfirmedBy!: string | null;

  @Column({ name: 'emergency_confirmed_at', type: 'timestamptz', nullable: true, transformer: instantColumn })
  emergencyConfirmedAt!: number | null;
}
