import { Injectable } from '@nestjs/common';
import { coefficientOf, decimal, InvariantError, isPositive, negate, type Decimal } from '@backstop/core/num';
import type { Contract, Instant } from '@backstop/core/venue';
import { isAdlOpen, takeoverPnl, type Compartment, type FundState, type LayerType } from '@backstop/core/waterfall';
import { checkSameFund } from '../funds/declared-funds.service.ts';
import { FundLedgerRepository } from '../funds/fund-ledger.repository.ts';
import { FundPositionRepository } from '../funds/fund-position.repository.ts';
import { amountOf, type StoredFund } from '../funds/stored-fund.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import type { LayerPaid } from './decide-loss.ts';
import { LossRepository } from './loss.repository.ts';
import type { LedgerFacts } from './loss-question.ts';
import type { LossRules } from './loss-run.ts';

/** When and for whom a loss is run. */
export interface LossMoment {
  readonly account: string;
  /** By the service's clock: periods end now. */
  readonly now: Instant;
}

/** A loss at the mark of its contract, by which positions of the fund in it are worth something. */
export interface MarkedLoss extends LossMoment {
  readonly markPrice: Decimal;
}

/** Whether what is read is held until the transaction ends. */
interface Reading extends MarkedLoss {
  readonly isHeld: boolean;
}

/** What the switch of a contract is asked with. */
interface SwitchAsked extends Pick<Reading, 'now' | 'isHeld' | 'markPrice'> {
  readonly contract: Contract;
}

/** A loss that is to be paid from the fund. */
export interface FundDraw extends LossMoment {
  readonly lossId: string;
  readonly contract: string;
  readonly recordedBy: string;
}

/** What the ledger says to a loss, and what a loss writes to it. */
@Injectable()
export class LossLedgerService {
  readonly #ledger: FundLedgerRepository;
  readonly #positions: FundPositionRepository;
  readonly #losses: LossRepository;

  constructor(ledger: FundLedgerRepository, positions: FundPositionRepository, losses: LossRepository) {
    this.#ledger = ledger;
    this.#positions = positions;
    this.#losses = losses;
  }

  /** Takes the compartment of the loss until the transaction ends, and reads what caps and switch look at. */
  facts(manager: Transaction, rules: LossRules, moment: MarkedLoss): Promise<LedgerFacts> {
    return this.#read(manager, rules, { ...moment, isHeld: true });
  }

  /** The same as it stands just now: nothing is taken and nothing written, so that it holds nobody up. */
  seen(manager: Transaction, rules: LossRules, moment: MarkedLoss): Promise<LedgerFacts> {
    return this.#read(manager, rules, { ...moment, isHeld: false });
  }

  async #read(manager: Transaction, rules: LossRules, moment: Reading): Promise<LedgerFacts> {
    return {
      fund: rules.compartment === null ? null : await this.#fund(manager, rules, rules.compartment, moment),
      drawnInPeriod: await this.#drawnByLayer(manager, rules, moment),
    };
  }

  /** Books what the fund pays; nothing where it pays nothing. */
  async draw(manager: Transaction, layers: readonly LayerPaid[], rules: LossRules, draw: FundDraw): Promise<void> {
    const { compartment } = rules;
    const layer = layers.find(({ type }) => type === 'insurance-fund');
    if (compartment === null || layer === undefined) return;
    for (const { asset, amount } of layer.spent) {
      if (asset !== compartment.asset) throw new InvariantError('a compartment pays in an asset that it does not hold');
      const { precision } = rules.set.specification.compiled.assets.get(asset) ?? rules.asset;
      const { lossId, contract, account, now, recordedBy } = draw;
      await this.#ledger.book(manager, {
        ...{ fund: compartment.name, source: 'draw', units: unitsOf(amount, precision), reference: lossId },
        ...{ contract, account, at: now, recordedBy },
      });
    }
  }

  async #fund(
    manager: Transaction,
    rules: LossRules,
    compartment: Compartment,
    { account, now, isHeld, markPrice }: Reading,
  ): Promise<LedgerFacts['fund']> {
    const precision = rules.set.specification.compiled.assets.get(compartment.asset)?.precision;
    if (precision === undefined) throw new InvariantError('a compartment is in an asset that the set does not know');
    const own = { id: compartment.name, asset: compartment.asset, precision };
    const fund = isHeld
      ? await this.#ledger.lock(manager, own)
      : ((await this.#ledger.find(own.id, manager)) ?? { ...own, balance: 0n, entries: 0 });
    checkSameFund(fund, { rules: compartment, precision });
    const { periodSeconds } = compartment.caps;
    const since = { since: now - (periodSeconds ?? 0) * 1000, account };
    const drawn =
      periodSeconds === null ? { all: 0n, ofAccount: 0n } : await this.#ledger.drawnSince(manager, fund.id, since);
    return {
      compartment: fund.id,
      balance: amountOf(fund.balance, fund),
      drawnInPeriod: amountOf(drawn.all, fund),
      drawnForAccount: amountOf(drawn.ofAccount, fund),
      ...(await this.#adlSwitch(manager, fund, compartment, {
        ...{ contract: rules.contract, now, isHeld, markPrice },
      })),
    };
  }

  /** Where the switch of the contract stands now, which is remembered, and what it was judged by. */
  async #adlSwitch(
    manager: Transaction,
    fund: StoredFund,
    compartment: Compartment,
    asked: SwitchAsked,
  ): Promise<Pick<FundState, 'isAdlOn' | 'window'>> {
    const { now, isHeld } = asked;
    const { contract } = asked.contract;
    if (compartment.adlSwitch === null && compartment.takeover === null) return { isAdlOn: false, window: null };
    const since = now - (compartment.adlSwitch?.windowSeconds ?? 0) * 1000;
    const { balanceMax, received, paid } = await this.#ledger.windowSince(manager, fund, { since, contract });
    const window = {
      balanceMax: amountOf(balanceMax, fund),
      liquidationPnl: received >= paid ? amountOf(received - paid, fund) : negate(amountOf(paid - received, fund)),
      takeoverPnl: await this.#takeoverPnl(manager, fund, asked),
    };
    const facts = { ...window, balance: amountOf(fund.balance, fund) };
    const isAdlOn = isAdlOpen(compartment, facts, await this.#losses.wasSwitchOn(manager, fund.id, contract));
    if (isHeld) await this.#losses.keepSwitch(manager, { fund: fund.id, contract, isOn: isAdlOn, at: now });
    return { isAdlOn, window };
  }

  /** Of the positions that the fund holds: realized, and unrealized of the one whose mark the loss states. */
  async #takeoverPnl(manager: Transaction, fund: StoredFund, { contract, markPrice }: SwitchAsked): Promise<Decimal> {
    const held = await this.#positions.all(fund.id, manager);
    const marked = held.map((position) => {
      const isOwn = position.contract === contract.contract;
      return { position: { ...position, contract }, markPrice: isOwn ? markPrice : null };
    });
    return takeoverPnl(marked, fund.precision);
  }

  async #drawnByLayer(
    manager: Transaction,
    { waterfall, asset, settlement }: LossRules,
    { now }: LossMoment,
  ): Promise<ReadonlyMap<LayerType, Decimal>> {
    const drawn = new Map<LayerType, Decimal>();
    for (const { type, periodSeconds } of waterfall.layers) {
      if (periodSeconds === null) continue;
      // What closing positions absorbs is in the asset that they settle in.
      const borne = type === 'adl' ? settlement : asset;
      const asked = { layer: type, asset: borne.asset, since: now - periodSeconds * 1000 };
      drawn.set(type, decimal(await this.#losses.drawnSince(manager, asked), borne.precision));
    }
    return drawn;
  }
}

/** An amount that is a whole number of units as so many of them. */
export function unitsOf(amount: Decimal, precision: number): bigint {
  if (amount.scale > precision) throw new InvariantError('an amount is no whole number of units');
  const units = coefficientOf(amount) * 10n ** BigInt(precision - amount.scale);
  if (units < 0n || (units === 0n && isPositive(amount))) throw new InvariantError('an amount is below one unit');
  return units;
}
