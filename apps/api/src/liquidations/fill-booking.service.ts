import { Injectable } from '@nestjs/common';
import {
  add,
  formatDecimal,
  greaterThan,
  InvariantError,
  isZero,
  multiply,
  round,
  subtract,
  ZERO,
  type Decimal,
} from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import {
  fundBounds,
  fundDelta,
  noFundPosition,
  takeForAmount,
  tightest,
  type Compartment,
} from '@backstop/core/waterfall';
import { checkSameFund } from '../funds/declared-funds.service.ts';
import { FundLedgerRepository } from '../funds/fund-ledger.repository.ts';
import { FundPnlService, type BookedPnl } from '../funds/fund-pnl.service.ts';
import { FundPositionRepository } from '../funds/fund-position.repository.ts';
import { amountOf, type FundMovement, type StoredFund } from '../funds/stored-fund.ts';
import { ProblemError } from '../http/problem-error.ts';
import { unitsOf } from '../losses/loss-ledger.service.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import type { FilledPart } from './filled-part.ts';

/** What a fill brought the fund, in the settlement asset. */
export interface BookedFill {
  readonly bookedFees: Decimal;
  readonly bookedSurplus: Decimal;
  /** Of a loss of a position of the fund that the part closed. */
  readonly pnl: BookedPnl;
}

/** Whom and when a booking is about. */
export interface BookedAbout {
  /** Of the fill: each of its movements is booked once under it. */
  readonly id: string;
  readonly account: string;
  readonly at: Instant;
  readonly recordedBy: string;
}

const NOTHING: BookedFill = { bookedFees: ZERO, bookedSurplus: ZERO, pnl: { uncovered: 0n, isBelowFloor: false } };

/** What fills do to the ledger and the positions of the fund. */
@Injectable()
export class FillBookingService {
  readonly #ledger: FundLedgerRepository;
  readonly #positions: FundPositionRepository;
  readonly #pnl: FundPnlService;

  constructor(ledger: FundLedgerRepository, positions: FundPositionRepository, pnl: FundPnlService) {
    this.#ledger = ledger;
    this.#positions = positions;
    this.#pnl = pnl;
  }

  /** Books fees and surplus, or takes the part over. A deficit is not drawn here: it goes through the waterfall, as any loss. */
  async book(manager: Transaction, part: FilledPart, about: BookedAbout): Promise<BookedFill> {
    const { compartment, settlement, step } = part;
    const isTakeover = step.step.type === 'takeover';
    if (compartment === null || (isTakeover && compartment.takeover === null)) {
      if (!isTakeover) return NOTHING;
      throw new InvariantError(`a set without a taker planned to take ${part.contract.contract} over`);
    }
    const { precision } = settlement;
    const own = { id: compartment.name, asset: compartment.asset, precision };
    if (isTakeover) {
      const fund = await this.#held(manager, own, compartment);
      await this.#checkBounds(manager, { fund, rules: compartment }, part, about);
      return { ...NOTHING, pnl: await this.#takeOver(manager, { fund, rules: compartment }, part, about) };
    }
    const shares = fundShares(part, compartment);
    if (isZero(shares.bookedFees) && isZero(shares.bookedSurplus)) return { ...NOTHING, ...shares };
    await this.#held(manager, own, compartment);
    await this.#receive(manager, part, { source: 'fee', amount: shares.bookedFees, fund: own.id, about });
    await this.#receive(manager, part, { source: 'surplus', amount: shares.bookedSurplus, fund: own.id, about });
    return { ...NOTHING, ...shares };
  }

  async #held(
    manager: Transaction,
    own: Pick<StoredFund, 'id' | 'asset' | 'precision'>,
    rules: Compartment,
  ): Promise<StoredFund> {
    const fund = await this.#ledger.lock(manager, own);
    checkSameFund(fund, { rules, precision: own.precision });
    return fund;
  }

  /** What a takeover costs above the mark is a draw in all but name: floor and caps hold for it as for one. */
  async #checkBounds(
    manager: Transaction,
    { fund, rules }: { readonly fund: StoredFund; readonly rules: Compartment },
    { aboveMark, contract }: FilledPart,
    { account, at }: BookedAbout,
  ): Promise<void> {
    const { periodSeconds } = rules.caps;
    const since = { since: at - (periodSeconds ?? 0) * 1000, account };
    const drawn =
      periodSeconds === null ? { all: 0n, ofAccount: 0n } : await this.#ledger.drawnSince(manager, fund.id, since);
    const state = {
      compartment: fund.id,
      balance: amountOf(fund.balance, fund),
      drawnInPeriod: amountOf(drawn.all, fund),
      drawnForAccount: amountOf(drawn.ofAccount, fund),
      ...{ isAdlOn: false, window: null },
    };
    const bound = tightest(fundBounds({ rules, state }));
    if (bound === null || !greaterThan(aboveMark, bound.amount)) return;
    const detail = `taking it over costs ${formatDecimal(aboveMark)} ${fund.asset} above the mark of ${contract.contract}; ${fund.id} pays ${formatDecimal(bound.amount)} (${bound.limit})`;
    throw new ProblemError('fund_must_be_able_to_take_over', detail);
  }

  async #receive(
    manager: Transaction,
    { contract, settlement }: FilledPart,
    { source, amount, fund, about }: Received,
  ): Promise<void> {
    if (isZero(amount)) return;
    const { id: reference, account, at, recordedBy } = about;
    const units = unitsOf(amount, settlement.precision);
    const told = { reference, contract: contract.contract, account, at, recordedBy };
    await this.#ledger.book(manager, { ...told, fund, source, units });
  }

  /** Moves the part into the fund's own account; against what is held there it closes that, which realizes its pnl. */
  async #takeOver(
    manager: Transaction,
    { fund, rules: { balanceFloor } }: { readonly fund: StoredFund; readonly rules: Compartment },
    { contract, settlement, signedSize, settledBankruptcyAmount: amount, aboveMark }: FilledPart,
    { id, at, recordedBy, account }: BookedAbout,
  ): Promise<BookedPnl> {
    const name = contract.contract;
    const stored = await this.#positions.find(manager, fund.id, name);
    // What was realized before it was all sold is another position's.
    const held = stored === null || isZero(stored.size) ? noFundPosition(contract) : { ...stored, contract };
    const taken = takeForAmount(held, signedSize, amount, settlement.precision);
    const realized = subtract(taken.realizedPnl, held.realizedPnl);
    const told = { reference: id, contract: name, account, at, recordedBy };
    const booked = await this.#pnl.book(manager, fund, { realized, balanceFloor }, told);
    await this.#positions.keep(manager, fund.id, { ...taken, contract: name });
    await this.#positions.addFill(manager, {
      ...{ id, fund: fund.id, contract: name, source: 'takeover', fillId: id, size: signedSize, price: null },
      ...{
        amount: subtract(taken.cost, held.cost),
        realizedPnl: realized,
        uncovered: booked.uncovered,
        aboveMark: unitsOf(aboveMark, settlement.precision),
        account,
        recordedAt: at,
        recordedBy,
      },
      answer: JSON.stringify({ paid: formatDecimal(amount) }),
    });
    return booked;
  }
}

interface Received {
  readonly source: FundMovement['source'];
  readonly amount: Decimal;
  readonly fund: string;
  readonly about: BookedAbout;
}

/** Its shares of fee and surplus come to what `fundDelta` says, and the whole of its own fee to it. */
function fundShares(
  { fee, fundFee, fundSurplus, settlement }: FilledPart,
  { inflows }: Compartment,
): Pick<BookedFill, 'bookedFees' | 'bookedSurplus'> {
  const fill = { received: add(fee, fundSurplus), bankruptcyAmount: ZERO, fee };
  const delta = fundDelta(fill, inflows, settlement.precision);
  const ofFee = round(multiply(fee, inflows.feeShare), settlement.precision, 'floor');
  return { bookedFees: add(ofFee, fundFee), bookedSurplus: subtract(delta, ofFee) };
}
