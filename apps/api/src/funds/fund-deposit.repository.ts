import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import { isUuid } from '../persistence/is-uuid.ts';

/** A deposit as it stands. */
export interface StoredDeposit {
  readonly id: string;
  readonly sequence: number;
  readonly fund: string;
  readonly kind: 'deposit' | 'opening';
  /** > 0. */
  readonly units: bigint;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly status: 'asked' | 'approved' | 'rejected';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly comment: string | null;
}

/** What another person says to a deposit. */
export interface DepositDecision {
  readonly status: 'approved' | 'rejected';
  readonly by: string;
  readonly at: Instant;
  readonly comment: string;
}

const COLUMNS = `id, sequence, compartment_id as fund, kind, units, reason, asked_by as "askedBy", asked_at as "askedAt", status,
  decided_by as "decidedBy", decided_at as "decidedAt", comment`;

interface DepositRow extends Omit<StoredDeposit, 'sequence' | 'units' | 'askedAt' | 'decidedAt'> {
  readonly sequence: string;
  readonly units: string;
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
}

/** Deposits as rows: asked for by one person, decided by another, then closed. */
@Injectable()
export class FundDepositRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async ask(
    manager: EntityManager,
    deposit: Pick<StoredDeposit, 'id' | 'fund' | 'kind' | 'units' | 'reason' | 'askedBy' | 'askedAt'>,
  ): Promise<StoredDeposit> {
    const { id, fund, kind, units, reason, askedBy, askedAt } = deposit;
    const [row] = await manager.query<{ sequence: string }[]>(
      `insert into fund_deposit (id, compartment_id, kind, units, reason, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning sequence`,
      [id, fund, kind, String(units), reason, askedBy, new Date(askedAt)],
    );
    const undecided = { status: 'asked', decidedBy: null, decidedAt: null, comment: null } as const;
    return { ...deposit, ...undecided, sequence: Number(row?.sequence) };
  }

  /** The deposit, which nobody else decides about until the transaction ends; null where the compartment has no such one. */
  async lock(manager: EntityManager, fund: string, id: string): Promise<StoredDeposit | null> {
    if (!isUuid(id)) return null;
    const sql = `select ${COLUMNS} from fund_deposit where id = $1 and compartment_id = $2 for update`;
    const [row] = await manager.query<DepositRow[]>(sql, [id, fund]);
    return row === undefined ? null : depositOf(row);
  }

  async decide(
    manager: EntityManager,
    deposit: StoredDeposit,
    { status, by, at, comment }: DepositDecision,
  ): Promise<StoredDeposit> {
    await manager.query(
      'update fund_deposit set status = $2, decided_by = $3, decided_at = $4, comment = $5 where id = $1',
      [deposit.id, status, by, new Date(at), comment],
    );
    return { ...deposit, status, decidedBy: by, decidedAt: at, comment };
  }

  /** Whether an opening balance of the compartment is asked for or taken over. */
  async hasOpening(manager: EntityManager, fund: string): Promise<boolean> {
    const sql = `select 1 from fund_deposit where compartment_id = $1 and kind = 'opening' and status <> 'rejected'`;
    return (await manager.query<object[]>(sql, [fund])).length > 0;
  }

  /** Deposits of a compartment after a sequence, in order. */
  async page(fund: string, after: number, limit: number): Promise<readonly StoredDeposit[]> {
    const rows = await this.#dataSource.query<DepositRow[]>(
      `select ${COLUMNS} from fund_deposit where compartment_id = $1 and sequence > $2 order by sequence limit $3`,
      [fund, after, limit],
    );
    return rows.map(depositOf);
  }
}

function depositOf(row: DepositRow): StoredDeposit {
  const { sequence, units, askedAt, decidedAt } = row;
  return {
    ...row,
    ...{ sequence: Number(sequence), units: BigInt(units) },
    ...{ askedAt: askedAt.getTime(), decidedAt: decidedAt?.getTime() ?? null },
  };
}
