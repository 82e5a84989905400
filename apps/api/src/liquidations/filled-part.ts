import type { CompiledSet } from '@backstop/core/evaluation';
import { add, compare, InvariantError, ZERO, type Decimal } from '@backstop/core/num';
import { fillStep, type StepFill, type StepFilled } from '@backstop/core/planning';
import { decimalOf } from '@backstop/core/policy';
import type { Account, Asset, Contract, Market } from '@backstop/core/venue';
import { compartmentOf, type Compartment } from '@backstop/core/waterfall';
import type { NumberedStep } from './plan-steps.ts';

export type AskedFill = StepFill;

/** What a liquidation was planned with. */
export interface PlannedWith {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  readonly numbered: NumberedStep;
}

/** A fill reckoned, before anything of it is booked. */
export interface FilledPart extends StepFilled {
  readonly account: Account;
  readonly contract: Contract;
  readonly settlement: Asset;
  readonly asset: string;
  readonly step: NumberedStep;
  readonly markPrice: Decimal;
  /** Contracts of the step that are filled with it. */
  readonly until: Decimal;
  /** Surplus that the fund has a claim to; 0 where the policy leaves it to the account. */
  readonly fundSurplus: Decimal;
  /** Whether the price is worse for the account than the step's limit. */
  readonly isBeyondLimit: boolean;
  /** Null where none stands for the contract. */
  readonly compartment: Compartment | null;
}

/** Reckons a fill under the policies of the account. Pure. */
export function filledPart({ set, account, market, numbered }: PlannedWith, fill: AskedFill): FilledPart {
  const { step, scope } = numbered;
  const rules = set.forTags(account.tags).liquidation?.compiled ?? null;
  const contract = set.specification.compiled.contracts.get(step.contract);
  const settlement = set.specification.compiled.assets.get(contract?.settlementAsset ?? '');
  const markPrice = market.contracts[step.contract]?.markPrice ?? null;
  if (rules === null || contract === undefined || settlement === undefined || markPrice === null) {
    throw new InvariantError('a step was planned with what its policy set does not know');
  }
  const [size, bankruptcyAmount] = [decimalOf(step.size), decimalOf(step.bankruptcyAmount)];
  const filled = fillStep({ set, account, market, scope, step, size, bankruptcyAmount }, fill, rules);
  const { fund } = set.losses(account.tags);
  return {
    ...filled,
    ...{ account, contract, settlement, markPrice, asset: scope.asset, step: numbered },
    isBeyondLimit: isBeyondLimit(step, fill.price),
    until: add(fill.before, fill.size),
    fundSurplus: rules.surplusTo === 'fund' ? filled.surplus : ZERO,
    compartment: fund === null ? null : compartmentOf(fund.compiled, contract.group, settlement.asset),
  };
}

/** A sale below the limit, or a purchase above it. */
function isBeyondLimit(step: NumberedStep['step'], price: Decimal | null): boolean {
  if (step.type !== 'reduce' || step.limitPrice === null || price === null) return false;
  const compared = compare(price, decimalOf(step.limitPrice));
  return step.order === 'sell' ? compared < 0 : compared > 0;
}
