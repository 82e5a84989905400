import { Injectable } from '@nestjs/common';
import { InvariantError } from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import { isUuid } from '../persistence/is-uuid.ts';

/** A liquidation as it is stored. */
export interface StoredLiquidation {
  readonly id: string;
  readonly sequence: number;
  readonly account: string;
  readonly state: 'open' | 'done' | 'ended';
  readonly policySet: string;
  readonly inputHash: string;
  readonly planId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly reason: string | null;
  /** JSON: what the plan read, and the plan. */
  readonly input: string;
  readonly plan: string;
}

export interface StoredStep {
  readonly step: number;
  readonly type: 'reduce' | 'takeover';
  readonly contract: string;
  /** Exact decimals. */
  readonly size: string;
  readonly filled: string;
}

export type NewLiquidation = Omit<StoredLiquidation, 'sequence' | 'state' | 'closedAt' | 'closedBy' | 'reason'>;

export interface NewFill {
  readonly id: string;
  readonly liquidation: string;
  readonly step: number;
  readonly account: string;
  readonly contract: string;
  readonly fillId: string;
  readonly size: string;
  /** Canonical JSON of what was asked. */
  readonly asked: string;
  /** JSON, as it is answered. */
  readonly outcome: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** A fill as it is answered, with its place among all fills. */
export interface StoredFill {
  readonly sequence: number;
  /** JSON. */
  readonly outcome: string;
}

/** What all fills of a step come to; exact decimals. */
export interface StoredTotal {
  readonly step: number;
  readonly received: string;
  readonly taken: string;
  /** Fees that the fund had nothing of. */
  readonly kept: string;
  readonly deficit: string;
}

/** A loss that a liquidation asks for; `fill`: the one that closed the scope. */
export interface AskedLoss {
  readonly fill: string;
  readonly scope: string;
  readonly eventId: string;
  readonly contract: string;
  /** JSON, as it is to be sent to the losses. */
  readonly event: string;
}

/** Which liquidations a page is of. */
interface LiquidationFilter {
  readonly state?: StoredLiquidation['state'] | undefined;
  readonly account?: string | undefined;
  readonly order: 'asc' | 'desc';
  /** Sequence of the row before, in that order; 0 = from the first. */
  readonly after: number;
  readonly limit: number;
}

interface LiquidationRow extends Omit<StoredLiquidation, 'sequence' | 'recordedAt' | 'closedAt'> {
  readonly sequence: string;
  readonly recordedAt: Date;
  readonly closedAt: Date | null;
}

const COLUMNS = `id, sequence, account, state, policy_set as "policySet", input_hash as "inputHash", plan_id as "planId",
  recorded_at as "recordedAt", recorded_by as "recordedBy", closed_at as "closedAt", closed_by as "closedBy", reason,
  input, plan`;

/** Liquidations, their steps and fills. */
@Injectable()
export class LiquidationRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Takes an account for the rest of the transaction, whether or not it is being liquidated. */
  async lockAccount(manager: EntityManager, account: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock($1, hashtext($2))', [LIQUIDATION_LOCK, account]);
  }

  async openOf(manager: EntityManager, account: string): Promise<string | null> {
    const sql = `select id from liquidation where account = $1 and state = 'open'`;
    const [row] = await manager.query<{ id: string }[]>(sql, [account]);
    return row?.id ?? null;
  }

  /** Whether another liquidation of the account was begun after it. */
  async hasLater(
    manager: EntityManager,
    { account, sequence }: Pick<StoredLiquidation, 'account' | 'sequence'>,
  ): Promise<boolean> {
    const sql = 'select 1 from liquidation where account = $1 and sequence > $2 limit 1';
    return (await manager.query<object[]>(sql, [account, sequence])).length > 0;
  }

  async ofPlan(manager: EntityManager, planId: string): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>('select id from liquidation where plan_id = $1', [planId]);
    return row?.id ?? null;
  }

  async add(
    manager: EntityManager,
    liquidation: NewLiquidation,
    steps: readonly Omit<StoredStep, 'filled'>[],
  ): Promise<StoredLiquidation> {
    const { id, account, policySet, inputHash, planId, recordedAt, recordedBy, input, plan } = liquidation;
    const [row] = await manager.query<LiquidationRow[]>(
      `insert into liquidation (id, account, policy_set, input_hash, plan_id, recorded_at, recorded_by, input, plan)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
      [id, account, policySet, inputHash, planId, new Date(recordedAt), recordedBy, input, plan],
    );
    for (const { step, type, contract, size } of steps) {
      await manager.query(
        'insert into liquidation_step (liquidation_id, step, type, contract, size) values ($1, $2, $3, $4, $5)',
        [id, step, type, contract, size],
      );
    }
    if (row === undefined) throw new InvariantError('a liquidation was not stored');
    return liquidationOf(row);
  }

  /** The liquidation, which nobody else fills or ends until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<StoredLiquidation | null> {
    return this.#find(manager, id, ' for update');
  }

  find(id: string): Promise<StoredLiquidation | null> {
    return this.#find(this.#dataSource, id, '');
  }

  async page({ state, account, order, after, limit }: LiquidationFilter): Promise<readonly StoredLiquidation[]> {
    const rows = await this.#dataSource.query<LiquidationRow[]>(
      `select ${COLUMNS} from liquidation
       where ($1::bigint = 0 or sequence ${order === 'desc' ? '<' : '>'} $1) and ($2::text is null or state = $2)
         and ($3::text is null or account = $3) order by sequence ${order} limit $4`,
      [after, state ?? null, account ?? null, limit],
    );
    return rows.map(liquidationOf);
  }

  async steps(id: string, manager: Pick<EntityManager, 'query'> = this.#dataSource): Promise<readonly StoredStep[]> {
    const sql =
      'select step, type, contract, size, filled from liquidation_step where liquidation_id = $1 order by step';
    return manager.query<StoredStep[]>(sql, [id]);
  }

  /** Fills with their sequences, in order. */
  async fills(id: string, limit: number): Promise<readonly StoredFill[]> {
    const sql = 'select sequence, outcome from liquidation_fill where liquidation_id = $1 order by sequence limit $2';
    const rows = await this.#dataSource.query<{ sequence: string; outcome: string }[]>(sql, [id, limit]);
    return rows.map(({ sequence, outcome }) => ({ sequence: Number(sequence), outcome }));
  }

  /** The fill that the venue's id stands for; null where it is new. */
  async fillOf(
    manager: EntityManager,
    { account, contract, fillId }: Pick<NewFill, 'account' | 'contract' | 'fillId'>,
  ): Promise<(StoredFill & { readonly asked: string }) | null> {
    const [row] = await manager.query<{ sequence: string; asked: string; outcome: string }[]>(
      'select sequence, asked, outcome from liquidation_fill where account = $1 and contract = $2 and fill_id = $3',
      [account, contract, fillId],
    );
    return row === undefined ? null : { ...row, sequence: Number(row.sequence) };
  }

  /** Sums of all fills so far. */
  async totals(manager: EntityManager, id: string): Promise<readonly StoredTotal[]> {
    return manager.query<StoredTotal[]>(
      `select step, sum((told ->> 'received')::numeric)::text as received,
         sum((told ->> 'fee')::numeric + (told ->> 'fundFee')::numeric + (told ->> 'bookedSurplus')::numeric)::text as taken,
         sum((told ->> 'fee')::numeric + (told ->> 'fundFee')::numeric - (told ->> 'bookedFees')::numeric)::text as kept,
         sum((told ->> 'deficit')::numeric)::text as deficit
       from (select step, outcome::jsonb as told from liquidation_fill where liquidation_id = $1) as fills
       group by step order by step`,
      [id],
    );
  }

  async addLoss(
    manager: EntityManager,
    liquidation: string,
    { fill, scope, eventId, contract, event }: AskedLoss,
  ): Promise<void> {
    await manager.query(
      `insert into liquidation_loss (event_id, liquidation_id, fill_id, scope, contract, event)
       values ($1, $2, $3, $4, $5, $6)`,
      [eventId, liquidation, fill, scope, contract, event],
    );
  }

  /** What a liquidation asked for, with the loss that was recorded of it, if any. */
  async losses(
    id: string,
    manager: Pick<EntityManager, 'query'> = this.#dataSource,
  ): Promise<readonly (AskedLoss & { readonly lossId: string | null })[]> {
    return manager.query<(AskedLoss & { lossId: string | null })[]>(
      `select fill_id as fill, scope, event_id as "eventId", liquidation_loss.contract, event, loss.id as "lossId"
       from liquidation_loss left join loss using (event_id) where liquidation_id = $1 order by liquidation_loss.sequence`,
      [id],
    );
  }

  /** Stores a fill and what is filled of its step by it. */
  async addFill(manager: EntityManager, fill: NewFill): Promise<number> {
    const { id, liquidation, step, account, contract, fillId, size, asked, outcome, recordedAt, recordedBy } = fill;
    await manager.query(
      'update liquidation_step set filled = filled + $3::numeric where liquidation_id = $1 and step = $2',
      [liquidation, step, size],
    );
    const [row] = await manager.query<{ sequence: string }[]>(
      `insert into liquidation_fill (id, liquidation_id, step, account, contract, fill_id, size, asked, outcome,
         recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning sequence`,
      [id, liquidation, step, account, contract, fillId, size, asked, outcome, new Date(recordedAt), recordedBy],
    );
    return Number(row?.sequence);
  }

  async close(
    manager: EntityManager,
    id: string,
    { state, at, by, reason }: { state: 'done' | 'ended'; at: Instant; by: string; reason: string | null },
  ): Promise<void> {
    await manager.query(
      'update liquidation set state = $2, closed_at = $3, closed_by = $4, reason = $5 where id = $1',
      [id, state, new Date(at), by, reason],
    );
  }

  async #find(manager: Pick<EntityManager, 'query'>, id: string, lock: string): Promise<StoredLiquidation | null> {
    if (!isUuid(id)) return null;
    const [row] = await manager.query<LiquidationRow[]>(`select ${COLUMNS} from liquidation where id = $1${lock}`, [
      id,
    ]);
    return row === undefined ? null : liquidationOf(row);
  }
}

/** Any number, as long as no other lock of two numbers begins with it. */
const LIQUIDATION_LOCK = 24_831;

function liquidationOf(row: LiquidationRow): StoredLiquidation {
  const { sequence, recordedAt, closedAt } = row;
  return {
    ...row,
    ...{ sequence: Number(sequence), recordedAt: recordedAt.getTime(), closedAt: closedAt?.getTime() ?? null },
  };
}
