import { add, coefficientOf, decimal, isNegative, multiply, negate, round, subtract, sum, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { decimalOf } from '../policy/index.ts';
import type { ReduceStep, ScopePlan, TakeoverStep } from './liquidation-plan.ts';

/** What all fills of one step of a scope come to. */
export interface FilledStep {
  readonly step: ReduceStep | TakeoverStep;
  /** Cash delta in the scope's asset, + is received by the account. */
  readonly received: Decimal;
  /** ≥ 0: fees and what the fund had of the surplus, in the settlement asset. */
  readonly taken: Decimal;
  /** ≥ 0: what fills were below the bankruptcy amount, in the settlement asset. */
  readonly deficit: Decimal;
}

/** Price of a settlement asset in the scope's asset; 1 for the same. */
export type PriceInScope = (asset: string) => Decimal;

/** What a shortfall is reckoned with. */
export interface ShortfallWith {
  readonly price: PriceInScope;
  /** Of the unit of the scope's asset. */
  readonly precision: number;
}

/** What a contract is charged of what a scope is short of, in the scope's asset. */
export interface ContractShortfall {
  readonly contract: string;
  readonly settlementAsset: string;
  /** > 0. */
  readonly missing: Decimal;
}

/**
 * What the account is left with in a scope whose steps are all filled, in the scope's asset: what the plan leaves it at the
 * fills that it assumed, and by how much the fills were better or worse, after what was taken. Each step's bankruptcy amount
 * rests on the assumed fill of the step before: so neither sum of surpluses and deficits says what is left, and only this does,
 * whatever order the fills came in.
 */
export function balanceLeft(scope: ScopePlan, filled: readonly FilledStep[], price: PriceInScope): Decimal {
  const changes = filled.map((each) => subtract(netOf(each, price), assumedOf(each.step, price)));
  return sum([plannedBalance(scope), ...changes]);
}

/**
 * ≥ 0: what a scope without positions is short of, in units of its asset, ceiled. 0 where the plan leaves the account a position:
 * it bears what it lost itself as long as it holds anything.
 */
export function missingIn(
  scope: ScopePlan,
  filled: readonly FilledStep[],
  { price, precision }: ShortfallWith,
): Decimal {
  const left = balanceLeft(scope, filled, price);
  if (scope.end.reason !== 'nothing-left' || !isNegative(left)) return ZERO;
  return round(negate(left), precision, 'ceil');
}

/**
 * What a scope without positions is short of, shared out among its contracts: in proportion to their deficits, or to their
 * notionals where no fill had one; the parts come to the whole.
 */
export function scopeShortfall(
  scope: ScopePlan,
  filled: readonly FilledStep[],
  { price, precision }: ShortfallWith,
): readonly ContractShortfall[] {
  const missing = unitsOf(missingIn(scope, filled, { price, precision }), precision);
  if (missing === 0n) return [];
  const weights = weightsOf(filled, price);
  const all = weights.reduce((total, { weight }) => total + weight, 0n);
  let [weighed, shared] = [0n, 0n];
  return weights.flatMap(({ contract, settlementAsset, weight }) => {
    weighed += weight;
    const until = all === 0n ? missing : (missing * weighed) / all;
    const part = until - shared;
    shared = until;
    return part === 0n ? [] : [{ contract, settlementAsset, missing: decimal(part, precision) }];
  });
}

function netOf({ step, received, taken }: FilledStep, price: PriceInScope): Decimal {
  return subtract(received, multiply(taken, price(step.settlementAsset)));
}

/** A takeover brings its bankruptcy amount, and nothing is taken. */
function assumedOf(step: ReduceStep | TakeoverStep, price: PriceInScope): Decimal {
  if (step.type === 'takeover') return decimalOf(step.bankruptcyAmount);
  const { cash, fee, fundFee, surplus } = step.assumed;
  return subtract(decimalOf(cash), multiply(sum([fee, fundFee, surplus].map(decimalOf)), price(step.settlementAsset)));
}

/** What the account is worth in the scope after the last step, as planned. */
function plannedBalance({ before, steps }: ScopePlan): Decimal {
  const last = steps.at(-1);
  const state = last?.type === 'reduce' ? last.assumed.after : (last?.after ?? before);
  return state === null ? ZERO : decimalOf(state.accountValue);
}

interface Weight {
  readonly contract: string;
  readonly settlementAsset: string;
  readonly weight: bigint;
}

/** In the order of the plan, one for each contract. */
function weightsOf(filled: readonly FilledStep[], price: PriceInScope): readonly Weight[] {
  const byDeficit = weighed(filled, ({ step, deficit }) => multiply(deficit, price(step.settlementAsset)));
  const hasDeficit = byDeficit.some(({ weight }) => weight > 0n);
  return hasDeficit ? byDeficit : weighed(filled, ({ step }) => decimalOf(step.notional));
}

function weighed(filled: readonly FilledStep[], worth: (filled: FilledStep) => Decimal): readonly Weight[] {
  const byContract = new Map<string, { readonly settlementAsset: string; total: Decimal }>();
  for (const each of filled) {
    const { contract, settlementAsset } = each.step;
    const row = byContract.get(contract) ?? { settlementAsset, total: ZERO };
    row.total = add(row.total, worth(each));
    byContract.set(contract, row);
  }
  const scale = Math.max(0, ...[...byContract.values()].map(({ total }) => total.scale));
  return [...byContract].map(([contract, { settlementAsset, total }]) => ({
    ...{ contract, settlementAsset },
    weight: unitsOf(total, scale),
  }));
}

/** Exact where the scale holds the amount. */
function unitsOf(amount: Decimal, scale: number): bigint {
  return coefficientOf(amount) * 10n ** BigInt(scale - amount.scale);
}
