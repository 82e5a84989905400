import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ChangeEntity } from '../changes/change.entity.ts';
import { PolicyEntity } from './policy.entity.ts';

/** One version of a policy. The canonical text is the authority; scope and document beside it are there to be queried. */
@Entity({ name: 'policy_version' })
export class PolicyVersionEntity {
  @PrimaryColumn({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column({ name: 'change_id', type: 'uuid' })
  changeId!: string;

  @Column('text')
  mode!: 'enforce' | 'shadow';

  @Column('text')
  title!: string;

  @Column('jsonb')
  scope!: object;

  /** Null where the version ends its policy. */
  @Column({ type: 'jsonb', nullable: true })
  document!: object | null;

  /** The bytes that the digest is of. */
  @Column('text')
  canonical!: string;

  @Column('text')
  digest!: string;

  @Column('boolean')
  ends!: boolean;

  @ManyToOne(() => PolicyEntity)
  @JoinColumn({ name: 'policy_id' })
  policy!: Relation<PolicyEntity>;

  @ManyToOne(() => ChangeEntity)
  @JoinColumn({ name: 'change_id' })
  change!: Relation<ChangeEntity>;
}
