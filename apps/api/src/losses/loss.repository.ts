import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import type { LayerType } from '@backstop/core/waterfall';
import { DataSource, type EntityManager } from 'typeorm';
import { isUuid } from '../persistence/is-uuid.ts';
import type { LossAllocation } from './loss-allocations.ts';

/** Losses are run one after another: what a cap leaves is known only once the loss before is paid. */
const LOSS_LOCK = 7_248_301_557;

/** In one statement: what it takes to write it out holds evaluations up. */
const ROWS_AT_ONCE = 1000;

/** A loss as it is stored. */
export interface StoredLoss {
  readonly id: string;
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  /** JSON, as it was decided. */
  readonly outcome: string;
}

/** A loss on its way into the tables. */
export interface NewLoss extends Omit<StoredLoss, 'sequence'> {
  readonly at: Instant;
  readonly eventId: string | null;
  readonly account: string;
  readonly contract: string;
  readonly policySet: string;
  readonly inputHash: string;
  readonly decisionId: string;
  readonly digest: string;
  readonly asset: string;
  readonly precision: number;
  readonly uncovered: bigint;
  /** Canonical, in UTF-8. */
  readonly input: Uint8Array;
  readonly layers: readonly { readonly layer: LayerType; readonly asset: string; readonly units: bigint }[];
}

/** A loss that a liquidation asked for; the event as JSON. */
export interface StoredAskedLoss {
  readonly sequence: number;
  readonly liquidation: string;
  readonly scope: string;
  readonly askedAt: Instant;
  readonly event: string;
}

interface AskedRow {
  readonly sequence: string;
  readonly askedAt: Date;
}

const COLUMNS = 'id, sequence, recorded_at as "recordedAt", recorded_by as "recordedBy", outcome';

interface LossRow extends Omit<StoredLoss, 'sequence' | 'recordedAt'> {
  readonly sequence: string;
  readonly recordedAt: Date;
}

interface AllocationRow extends Omit<LossAllocation, 'proof'> {
  readonly proof: string;
}

@Injectable()
export class LossRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Takes the losses for the rest of the transaction. */
  async lock(manager: EntityManager): Promise<void> {
    await manager.query('select pg_advisory_xact_lock($1)', [LOSS_LOCK]);
  }

  /** Stores a loss with its layers, under the next number: the losses are locked, and what is undone leaves no gap. */
  async add(manager: EntityManager, loss: NewLoss): Promise<StoredLoss> {
    const { id, at, recordedAt, recordedBy, account, contract, policySet, inputHash, decisionId, digest } = loss;
    const { asset, precision, uncovered, input, outcome, eventId } = loss;
    const [row] = await manager.query<{ sequence: string }[]>(
      `insert into loss (id, at, recorded_at, recorded_by, account, contract, policy_set, input_hash, decision_id, digest,
         asset, precision, uncovered, input, outcome, event_id, sequence)
       overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, (select coalesce(max(sequence), 0) + 1 from loss))
       returning sequence`,
      [
        ...[id, new Date(at), new Date(recordedAt), recordedBy, account, contract, policySet, inputHash, decisionId],
        ...[digest, asset, precision, String(uncovered), input, outcome, eventId],
      ],
    );
    for (const [position, { layer, asset: borne, units }] of loss.layers.entries()) {
      await manager.query(
        'insert into loss_layer (loss_id, position, layer, asset, units, recorded_at) values ($1, $2, $3, $4, $5, $6)',
        [id, position, layer, borne, String(units), new Date(recordedAt)],
      );
    }
    return { id, sequence: Number(row?.sequence), recordedAt, recordedBy, outcome };
  }

  /** Stores who bears a loss, all rows after a sequence piece by piece. */
  async addAllocations(
    manager: EntityManager,
    id: string,
    rowsAfter: (after: number, limit: number) => Promise<readonly LossAllocation[]>,
  ): Promise<void> {
    for (let after = 0; ; after += ROWS_AT_ONCE) {
      const rows = await rowsAfter(after, ROWS_AT_ONCE);
      if (rows.length > 0) await insertAllocations(manager, id, rows);
      if (rows.length < ROWS_AT_ONCE) return;
    }
  }

  /** The loss that was recorded of an event; null where none was. */
  async ofEvent(manager: EntityManager, eventId: string): Promise<{ readonly id: string } | null> {
    const [row] = await manager.query<{ id: string }[]>('select id from loss where event_id = $1', [eventId]);
    return row ?? null;
  }

  /** What liquidations asked for and nobody has recorded, after a sequence, in order. */
  async askedFor(after: number, limit: number): Promise<readonly StoredAskedLoss[]> {
    const rows = await this.#dataSource.query<(Omit<StoredAskedLoss, 'sequence' | 'askedAt'> & AskedRow)[]>(
      `select asked.sequence, asked.liquidation_id as liquidation, scope, recorded_at as "askedAt", event
       from liquidation_loss asked join liquidation_fill on liquidation_fill.id = asked.fill_id
       where asked.sequence > $1 and not exists (select from loss where loss.event_id = asked.event_id)
       order by asked.sequence limit $2`,
      [after, limit],
    );
    return rows.map((row) => ({ ...row, sequence: Number(row.sequence), askedAt: row.askedAt.getTime() }));
  }

  /** Σ of what liquidations asked for and nobody has recorded, by asset; exact decimals. */
  async askedSums(): Promise<readonly { readonly asset: string; readonly amount: string }[]> {
    return this.#dataSource.query<{ asset: string; amount: string }[]>(
      `select event::jsonb #>> '{deficit,asset}' as asset, sum((event::jsonb #>> '{deficit,amount}')::numeric)::text as amount
       from liquidation_loss asked where not exists (select from loss where loss.event_id = asked.event_id)
       group by 1 order by 1`,
    );
  }

  /** The event that a liquidation asked for under an id, as it was stored; null where none did. */
  async askedAs(manager: EntityManager, eventId: string): Promise<string | null> {
    const sql = 'select event from liquidation_loss where event_id = $1';
    const [row] = await manager.query<{ event: string }[]>(sql, [eventId]);
    return row?.event ?? null;
  }

  async find(id: string): Promise<StoredLoss | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.#dataSource.query<LossRow[]>(`select ${COLUMNS} from loss where id = $1`, [id]);
    return row === undefined ? null : lossOf(row);
  }

  /** What a loss read and what it came to, both as they were stored. */
  async findRun(id: string): Promise<{ readonly input: string; readonly outcome: string } | null> {
    const sql = 'select input, outcome from loss where id = $1';
    const [row] = await this.#dataSource.query<{ input: string; outcome: string }[]>(sql, [id]);
    return row ?? null;
  }

  /** Losses after one with a sequence, in an order; from the first in it where that is 0. */
  async page(after: number, limit: number, order: 'asc' | 'desc'): Promise<readonly StoredLoss[]> {
    const sql = `select ${COLUMNS} from loss where ($1::bigint = 0 or sequence ${order === 'desc' ? '<' : '>'} $1)
      order by sequence ${order} limit $2`;
    return (await this.#dataSource.query<LossRow[]>(sql, [after, limit])).map(lossOf);
  }

  /** Who bears a loss, after a sequence, in order. */
  async allocations(id: string, after: number, limit: number): Promise<readonly LossAllocation[]> {
    const rows = await this.#dataSource.query<AllocationRow[]>(
      `select sequence, layer, account, units, amount, proof from loss_allocation
       where loss_id = $1 and sequence > $2::bigint order by sequence limit $3`,
      [id, after, limit],
    );
    return rows.map((row) => ({ ...row, proof: JSON.parse(row.proof) as LossAllocation['proof'] }));
  }

  /** Units that a layer drew of an asset after an instant. */
  async drawnSince(
    manager: EntityManager,
    { layer, asset, since }: { readonly layer: LayerType; readonly asset: string; readonly since: Instant },
  ): Promise<bigint> {
    const [row] = await manager.query<{ units: string }[]>(
      'select coalesce(sum(units), 0) as units from loss_layer where layer = $1 and asset = $2 and recorded_at > $3',
      [layer, asset, new Date(since)],
    );
    return BigInt(row?.units ?? 0);
  }

  /** Units that nobody bore, by asset, of all losses. */
  async uncovered(): Promise<
    readonly { readonly asset: string; readonly precision: number; readonly units: bigint }[]
  > {
    const rows = await this.#dataSource.query<{ asset: string; precision: number; units: string }[]>(
      'select asset, precision, sum(uncovered) as units from loss group by asset, precision order by asset, precision',
    );
    return rows.map((row) => ({ ...row, units: BigInt(row.units) }));
  }

  async wasSwitchOn(manager: EntityManager, fund: string, contract: string): Promise<boolean> {
    const sql = 'select is_on from fund_switch where compartment_id = $1 and contract = $2';
    const [row] = await manager.query<{ is_on: boolean }[]>(sql, [fund, contract]);
    return row?.is_on ?? false;
  }

  async keepSwitch(
    manager: EntityManager,
    { fund, contract, isOn, at }: { fund: string; contract: string; isOn: boolean; at: Instant },
  ): Promise<void> {
    await manager.query(
      `insert into fund_switch (compartment_id, contract, is_on, at) values ($1, $2, $3, $4)
       on conflict (compartment_id, contract) do update set is_on = excluded.is_on, at = excluded.at`,
      [fund, contract, isOn, new Date(at)],
    );
  }
}

/** All rows in one statement, a list for each column. */
async function insertAllocations(manager: EntityManager, id: string, rows: readonly LossAllocation[]): Promise<void> {
  await manager.query(
    `insert into loss_allocation (loss_id, sequence, layer, account, units, amount, proof)
     select $1::uuid, * from unnest($2::integer[], $3::text[], $4::text[], $5::numeric[], $6::text[], $7::text[])`,
    [
      id,
      rows.map(({ sequence }) => sequence),
      rows.map(({ layer }) => layer),
      rows.map(({ account }) => account),
      rows.map(({ units }) => units),
      rows.map(({ amount }) => amount),
      rows.map(({ proof }) => JSON.stringify(proof)),
    ],
  );
}

function lossOf(row: LossRow): StoredLoss {
  return { ...row, sequence: Number(row.sequence), recordedAt: row.recordedAt.getTime() };
}
