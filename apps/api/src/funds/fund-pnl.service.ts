import { Injectable } from '@nestjs/common';
import { absolute, coefficientOf, isNegative, isZero, round, type Decimal } from '@backstop/core/num';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import type { FundMovement, StoredFund } from './stored-fund.ts';

/** What positions of the fund realize, in its ledger. */
@Injectable()
export class FundPnlService {
  readonly #ledger: FundLedgerRepository;

  constructor(ledger: FundLedgerRepository) {
    this.#ledger = ledger;
  }

  /**
   * Books what was realized into a compartment that this transaction holds: a gain floored, a loss ceiled and paid as far as the
   * balance goes. Returns the units of a loss that it could not pay.
   */
  async book(
    manager: Transaction,
    fund: StoredFund,
    realized: Decimal,
    about: Pick<FundMovement, 'reference' | 'contract' | 'account' | 'at' | 'recordedBy'>,
  ): Promise<bigint> {
    const whole = round(realized, fund.precision, 'floor');
    if (isZero(whole)) return 0n;
    const units = coefficientOf(absolute(whole)) * 10n ** BigInt(fund.precision - whole.scale);
    if (!isNegative(whole)) {
      await this.#ledger.book(manager, { ...about, fund: fund.id, source: 'position-gain', units });
      return 0n;
    }
    const paid = units < fund.balance ? units : fund.balance;
    if (paid > 0n) await this.#ledger.book(manager, { ...about, fund: fund.id, source: 'position-loss', units: paid });
    return units - paid;
  }
}
