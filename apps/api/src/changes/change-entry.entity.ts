import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one policy is to become, as long as its change is open, and as it was approved from then on. */
@Entity({ name: 'change_entry' })
export class ChangeEntryEntity {
  @PrimaryColumn({ name: 'change_id', type: 'uuid' })
  changeId!: string;

  @PrimaryColumn({ name: 'policy_id', type: 'text' })
  policyId!: string;

  /** Its place in the change, as its author listed it. */
  @Column('integer')
  position!: number;

  /** The version that it was written against; null where there was none. */
  @Column({ type: 'integer', nullable: true })
  base!: number | null;

  @Column('text')
  mode!: 'enforce' | 'shadow';

  @Column('text')
  title!: string;

  @Column('jsonb')
  scope!: object;

  @Column({ type: 'jsonb', nullable: true })
  document!: object | null;

  /** The bytes that the digest is of, and the authority on the document. */
  @Column('text')
  canonical!: string;

  @Column('text')
  digest!: string;

  @Column('boolean')
  ends!: boolean;

  @Column({ name: 'written_by', type: 'text' })
  writtenBy!: string;
}
