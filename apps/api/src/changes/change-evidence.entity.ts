import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../persistence/instant-column.ts';

/** What was put to the reviewers, as the text that its digest is of. */
@Entity({ name: 'change_evidence' })
export class ChangeEvidenceEntity {
  @PrimaryColumn('text')
  digest!: string;

  @Column({ name: 'change_id', type: 'uuid' })
  changeId!: string;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: number;

  @Column('text')
  report!: string;
}
