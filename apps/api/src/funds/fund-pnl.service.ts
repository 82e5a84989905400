import { Injectable } from '@nestjs/common';
import { absolute, coefficientOf, isNegative, isZero, lessThan, round, type Decimal } from '@backstop/core/num';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import { amountOf, type FundMovement, type StoredFund } from './stored-fund.ts';

/** What booking a realized gain or loss came to, in units of the compartment. */
export interface BookedPnl {
  /** ≥ 0: of a loss that the balance could not pay. */
  readonly uncovered: bigint;
  /** Whether a loss took the balance below the floor, or left it there. */
  readonly isBelowFloor: boolean;
}

const NO_LOSS: BookedPnl = { uncovered: 0n, isBelowFloor: false };

/** What positions of the fund realize, in its ledger. */
@Injectable()
export class FundPnlService {
  readonly #ledger: FundLedgerRepository;

  constructor(ledger: FundLedgerRepository) {
    this.#ledger = ledger;
  }

  /**
   * Books what was realized into a compartment that this transaction holds: a gain floored, a loss ceiled and paid as far as the
   * balance goes. The floor keeps the balance back from losses of others; a loss of the fund's own is paid in the market already and
   * takes it, which is told.
   */
  async book(
    manager: Transaction,
    fund: StoredFund,
    { realized, balanceFloor }: { readonly realized: Decimal; readonly balanceFloor: Decimal },
    about: Pick<FundMovement, 'reference' | 'contract' | 'account' | 'at' | 'recordedBy'>,
  ): Promise<BookedPnl> {
    const whole = round(realized, fund.precision, 'floor');
    if (isZero(whole)) return NO_LOSS;
    const units = coefficientOf(absolute(whole)) * 10n ** BigInt(fund.precision - whole.scale);
    if (!isNegative(whole)) {
      await this.#ledger.book(manager, { ...about, fund: fund.id, source: 'position-gain', units });
      return NO_LOSS;
    }
    const paid = units < fund.balance ? units : fund.balance;
    if (paid > 0n) await this.#ledger.book(manager, { ...about, fund: fund.id, source: 'position-loss', units: paid });
    const isBelowFloor = lessThan(amountOf(fund.balance - paid, fund), balanceFloor);
    return { uncovered: units - paid, isBelowFloor };
  }
}
