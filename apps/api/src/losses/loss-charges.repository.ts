import { Injectable } from '@nestjs/common';
import type { EarlierCharge } from '@backstop/core/evaluation';
import { decimal, storedDecimal } from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';

/** What losses that are recorded took from accounts, by account. */
export type ChargesByAccount = ReadonlyMap<string, readonly EarlierCharge[]>;

interface ShareRow {
  readonly account: string;
  readonly asset: string;
  readonly precision: number;
  readonly units: string;
}

interface CloseRow {
  readonly account: string;
  readonly asset: string;
  readonly contract: string;
  readonly amount: string;
  readonly scope: string;
  readonly realizedPnl: string;
}

/** Reads who bore what of losses after an instant: what a book of that instant does not know of. */
@Injectable()
export class LossChargesRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** The sequence of the last loss that took something from somebody; 0 where none did. */
  async last(since: Instant, manager: Pick<EntityManager, 'query'> = this.#dataSource): Promise<number> {
    const [row] = await manager.query<{ last: string }[]>(
      `select coalesce(max(sequence), 0) as last from loss where recorded_at > $1
         and exists (select from loss_allocation where loss_id = loss.id and units > 0)`,
      [new Date(since)],
    );
    return Number(row?.last ?? 0);
  }

  /** Shares summed by asset, and every close, in the order of their losses; of losses up to a sequence. */
  async all(
    { since, upTo }: { readonly since: Instant; readonly upTo: number },
    manager: Pick<EntityManager, 'query'> = this.#dataSource,
  ): Promise<ChargesByAccount> {
    const range = [new Date(since), upTo];
    const shares = await manager.query<ShareRow[]>(
      `select borne.account, asset, precision, sum(borne.units)::text as units
       from loss join loss_allocation borne on borne.loss_id = loss.id
       where recorded_at > $1 and loss.sequence <= $2 and borne.layer = 'socialization' and borne.units > 0
       group by borne.account, asset, precision order by borne.account, asset, precision`,
      range,
    );
    const closes = await manager.query<CloseRow[]>(
      `select borne.account, loss_layer.asset, contract, borne.amount,
         borne.proof::jsonb ->> 'scope' as scope, borne.proof::jsonb ->> 'realizedPnl' as "realizedPnl"
       from loss join loss_allocation borne on borne.loss_id = loss.id
         join loss_layer on loss_layer.loss_id = loss.id and loss_layer.layer = 'adl'
       where loss.recorded_at > $1 and loss.sequence <= $2 and borne.layer = 'adl' and borne.units > 0
       order by loss.sequence, borne.sequence`,
      range,
    );
    const charges = new Map<string, EarlierCharge[]>();
    const add = (account: string, charge: EarlierCharge): void => {
      const own = charges.get(account) ?? [];
      own.push(charge);
      charges.set(account, own);
    };
    for (const { account, asset, precision, units } of shares) {
      add(account, { type: 'share', asset, amount: decimal(BigInt(units), precision) });
    }
    for (const { account, asset, contract, amount, scope, realizedPnl } of closes) {
      const [size, realized] = [storedDecimal(amount), storedDecimal(realizedPnl)];
      add(account, { type: 'close', asset, contract, scope, size, realizedPnl: realized });
    }
    return charges;
  }
}
