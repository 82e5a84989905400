import { Inject, Injectable } from '@nestjs/common';
import type {
  FundEntryResource,
  FundListQuery,
  FundResource,
  FundStatement,
  FundStatementQuery,
} from '@backstop/contracts';
import { formatDecimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import { DeclaredFundsService, type DeclaredFund } from './declared-funds.service.ts';
import { FundEntriesRepository, quietDay } from './fund-entries.repository.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import { amountOf, type StoredFund } from './stored-fund.ts';

/** Reading the insurance fund. */
@Injectable()
export class FundsService {
  readonly #declared: DeclaredFundsService;
  readonly #ledger: FundLedgerRepository;
  readonly #entries: FundEntriesRepository;
  readonly #clock: Clock;

  constructor(
    declared: DeclaredFundsService,
    ledger: FundLedgerRepository,
    entries: FundEntriesRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#declared = declared;
    this.#ledger = ledger;
    this.#entries = entries;
    this.#clock = clock;
  }

  /** Every compartment that a policy in force declares or that was ever booked to, by name. */
  async list(): Promise<readonly FundResource[]> {
    const declared = await this.#declared.at(this.#clock());
    const stored = new Map((await this.#ledger.all()).map((fund) => [fund.id, fund]));
    const ids = [...new Set([...declared.keys(), ...stored.keys()])].sort();
    return Promise.all(ids.map((id) => this.#resource(id, stored.get(id) ?? null, declared.get(id) ?? null)));
  }

  async find(id: string): Promise<FundResource> {
    const declared = (await this.#declared.at(this.#clock())).get(id) ?? null;
    return this.#resource(id, await this.#ledger.find(id), declared);
  }

  async entries(id: string, { after, limit }: FundListQuery): Promise<LinkedPage<FundEntryResource>> {
    const fund = await this.#stored(id);
    if (fund === null) return { rows: [], next: null };
    return linkedPage(await this.#entries.page(fund, after, limit + 1), limit);
  }

  /** Days on which something moved, and the day that the page after it comes after. */
  async statements(
    id: string,
    { after, limit }: FundStatementQuery,
  ): Promise<{ readonly rows: readonly FundStatement[]; readonly next: string | null }> {
    const fund = await this.#stored(id);
    const days = fund === null ? [] : await this.#entries.statements(fund, after ?? null, limit + 1);
    const rows = days.slice(0, limit);
    return { rows, next: days.length > limit ? (rows.at(-1)?.day ?? null) : null };
  }

  /** The ledger of a compartment; null where nothing was booked to it yet. Refused where nobody knows it. */
  async #stored(id: string): Promise<StoredFund | null> {
    const fund = await this.#ledger.find(id);
    if (fund === null) await this.#declared.find(id, this.#clock());
    return fund;
  }

  async #resource(id: string, stored: StoredFund | null, declared: DeclaredFund | null): Promise<FundResource> {
    const fund = stored ?? emptyFund(id, declared ?? (await this.#declared.find(id, this.#clock())));
    return {
      id,
      asset: fund.asset,
      balance: formatDecimal(amountOf(fund.balance, fund)),
      entries: fund.entries,
      policy: declared?.policy ?? null,
      floor: declared === null ? null : formatDecimal(declared.rules.balanceFloor),
      adlOpenFor: [...(await this.#ledger.switchesOn(id))],
      takesDeposits: declared?.rules.inflows.takesDeposits ?? false,
      today: await this.#today(fund),
    };
  }

  async #today(fund: StoredFund): Promise<FundStatement> {
    const day = formatInstant(this.#clock()).slice(0, 10);
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const [today] = await this.#entries.statements(fund, before, 1);
    return today ?? quietDay(day, fund);
  }
}

function emptyFund(id: string, { rules, precision }: DeclaredFund): StoredFund {
  return { id, asset: rules.asset, precision, balance: 0n, entries: 0 };
}
