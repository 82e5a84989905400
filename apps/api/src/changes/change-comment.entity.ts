import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../persistence/instant-column.ts';

/** What somebody said about a change, about one of its policies, or about one row of it. */
@Entity({ name: 'change_comment' })
export class ChangeCommentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ name: 'change_id', type: 'uuid' })
  changeId!: string;

  @Column('text')
  author!: string;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: number;

  @Column('text')
  text!: string;

  @Column({ name: 'policy_id', type: 'text', nullable: true })
  policyId!: string | null;

  /** Pointer by row identity, so that a comment stays at its row when others are inserted. */
  @Column({ type: 'text', nullable: true })
  path!: string | null;
}
