import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../persistence/instant-column.ts';

/** A policy's identity; what it says is in its versions. */
@Entity({ name: 'policy' })
export class PolicyEntity {
  /** `<kind>.<key>`. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  key!: string;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: number;
}
