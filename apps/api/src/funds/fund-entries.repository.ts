import { Injectable } from '@nestjs/common';
import { formatDecimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
import { DataSource } from 'typeorm';
import { amountOf, type FundDay, type FundEntry, type StoredFund } from './stored-fund.ts';

interface EntryRow {
  readonly sequence: string;
  readonly at: Date;
  readonly source: FundEntry['source'];
  readonly from: string;
  readonly to: string;
  readonly units: string;
  readonly balance: string;
  readonly reference: string;
  readonly contract: string | null;
  readonly account: string | null;
  readonly recordedBy: string;
}

interface DayRow {
  readonly day: string;
  readonly opening: string;
  readonly deposits: string;
  readonly surplus: string;
  readonly fees: string;
  readonly positions: string;
  readonly lost: string;
  readonly out: string;
  readonly backSurplus: string;
  readonly backFees: string;
  readonly closing: string;
}

const SOURCES = {
  opening: 'opening',
  deposits: 'deposit',
  surplus: 'surplus',
  fees: 'fee',
  positions: 'position-gain',
  lost: 'position-loss',
  out: 'draw',
  backSurplus: 'surplus-return',
  backFees: 'fee-return',
};

const SUMS = Object.entries(SOURCES).map(
  ([name, source]) => `coalesce(sum(units) filter (where source = '${source}'), 0) as "${name}"`,
);

/** Reading the ledger: entries one by one, and what they come to by UTC day. */
@Injectable()
export class FundEntriesRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Entries after a sequence, in order. */
  async page(fund: StoredFund, after: number, limit: number): Promise<readonly FundEntry[]> {
    const rows = await this.#dataSource.query<EntryRow[]>(
      `select sequence, at, source, from_account as "from", to_account as "to", units, balance, reference, contract,
         account, recorded_by as "recordedBy"
       from fund_entry where compartment_id = $1 and sequence > $2 order by sequence limit $3`,
      [fund.id, after, limit],
    );
    return rows.map(({ units, ...row }) => ({
      ...{ sequence: Number(row.sequence), at: formatInstant(row.at.getTime()), source: row.source },
      ...{ from: row.from, to: row.to, amount: text(units, fund), balance: text(row.balance, fund) },
      ...{ reference: row.reference, contract: row.contract, account: row.account, recordedBy: row.recordedBy },
    }));
  }

  /** Days with entries after a day, in order; each opens with what all entries before it come to. */
  async statements(fund: StoredFund, after: string | null, limit: number): Promise<readonly FundDay[]> {
    const rows = await this.#dataSource.query<DayRow[]>(
      `with days as (
         select (at at time zone 'UTC')::date as date, ${SUMS.join(', ')} from fund_entry where compartment_id = $1 group by 1
       ), closed as (
         select *, sum(opening + deposits + surplus + fees + positions - lost - out - "backSurplus" - "backFees") over (order by date) as closing from days
       )
       select date::text as day, opening, deposits, surplus, fees, positions, lost, out, "backSurplus", "backFees", closing from closed
       where $2::date is null or date > $2::date order by date limit $3`,
      [fund.id, after, limit],
    );
    return rows.map((row) => statementOf(row, fund));
  }
}

/** A day on which nothing moved. */
export function quietDay(day: string, fund: Pick<StoredFund, 'balance' | 'precision'>): FundDay {
  const [none, balance] = ['0', String(fund.balance)];
  return statementOf(
    {
      day,
      opening: none,
      deposits: none,
      surplus: none,
      fees: none,
      positions: none,
      lost: none,
      out: none,
      backSurplus: none,
      backFees: none,
      closing: balance,
    },
    fund,
  );
}

function statementOf(row: DayRow, fund: Pick<StoredFund, 'precision'>): FundDay {
  const { day, opening, deposits, surplus, fees, positions, closing } = row;
  const out = BigInt(row.out) + BigInt(row.lost) + BigInt(row.backSurplus) + BigInt(row.backFees);
  const came = BigInt(opening) + BigInt(deposits) + BigInt(surplus) + BigInt(fees) + BigInt(positions);
  return {
    day,
    opening: text(BigInt(closing) + out - came, fund),
    in: {
      opening: text(opening, fund),
      deposits: text(deposits, fund),
      surplus: text(surplus, fund),
      fees: text(fees, fund),
      positions: text(positions, fund),
    },
    out: text(out, fund),
    closing: text(closing, fund),
  };
}

function text(units: string | bigint, fund: Pick<StoredFund, 'precision'>): string {
  return formatDecimal(amountOf(BigInt(units), fund));
}
