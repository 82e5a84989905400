import { precisionOf } from '../evaluation/index.ts';
import type { CompiledSet } from '../evaluation/index.ts';
import { cashAtMark, gainOverMark, inSettlementAsset, liquidationFees } from '../liquidation/index.ts';
import type { LiquidationRules, Part } from '../liquidation/index.ts';
import {
  add,
  divide,
  InvariantError,
  isNegative,
  isPositive,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  round,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account, Market } from '../venue/index.ts';
import type { ReduceStep, ScopePlan, TakeoverStep } from './liquidation-plan.ts';

/** A step that fills are held against, in the market and under the rules that it was planned with. */
export interface FillableStep {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  readonly scope: Pick<ScopePlan, 'scope' | 'asset'>;
  readonly step: Pick<ReduceStep | TakeoverStep, 'contract' | 'side'>;
  /** Contracts, > 0. */
  readonly size: Decimal;
  /** Of the whole step, in the scope's asset. */
  readonly bankruptcyAmount: Decimal;
}

/** One fill of a step. */
export interface StepFill {
  /** Contracts that earlier fills of the step took. */
  readonly before: Decimal;
  /** > 0; with `before` at most the step. */
  readonly size: Decimal;
  /** > 0; null where the fund takes the part at its bankruptcy amount. */
  readonly price: Decimal | null;
  /** What the venue charged, in the settlement asset; null = what the rules ask for. More than they allow is not taken. */
  readonly fee: Decimal | null;
  /** Time since the liquidation began, in milliseconds. */
  readonly elapsed: number;
}

/** What a fill comes to. */
export interface StepFilled {
  /** Cash delta in the scope's asset, + is received by the account. */
  readonly received: Decimal;
  /** The fill's part of the step's, in the scope's asset: the parts of all fills come to the whole. */
  readonly bankruptcyAmount: Decimal;
  /** ≥ 0 as all that follows, in the settlement asset: what the account pays … */
  readonly fee: Decimal;
  readonly fundFee: Decimal;
  /** … what is left above, floored … */
  readonly surplus: Decimal;
  /** … or what is missing below, ceiled. One of both is 0. */
  readonly deficit: Decimal;
  /** Signed units, and the bankruptcy amount in the settlement asset, ceiled: what a fund that takes the part pays for it. */
  readonly signedSize: Decimal;
  readonly settledBankruptcyAmount: Decimal;
  /** ≥ 0, ceiled: what a fund that takes the part pays above what it would bring at the mark. */
  readonly aboveMark: Decimal;
}

/**
 * Holds a fill against its part of the step's bankruptcy amount: what the first n contracts have to bring is ceil(amount · n ÷
 * size), so that the parts of many fills are the whole exactly. What a fill brings is what the plan reckons it to bring at its
 * price; fees are taken out of what it brings above, and never more: a penalty makes no account negative.
 *
 * Source: POLICIES, forced liquidation and insurance fund.
 */
export function fillStep(step: FillableStep, fill: StepFill, rules: Pick<LiquidationRules, 'fees'>): StepFilled {
  const [until, from] = [add(fill.before, fill.size), fill.before];
  const part = partOf(step, fill.size);
  const bankruptcyAmount = subtract(amountOf(step, until, part), amountOf(step, from, part));
  const atMark = subtract(cashOfFirst(step, until), cashOfFirst(step, from));
  const received = fill.price === null ? bankruptcyAmount : receivedAt(part, atMark, fill.price);
  const above = subtract(received, bankruptcyAmount);
  const fees = liquidationFees({ received, bankruptcyAmount }, rules.fees, fill.elapsed, part.precision);
  const asked = settled(part, fees.fee);
  const fee = fill.fee === null ? asked : minimum(fill.fee, asked);
  const fundFee = settled(part, fees.fundFee);
  const gross = settled(part, maximum(ZERO, above));
  const sign = isPositive(part.signedUnits) ? ONE : negate(ONE);
  return {
    ...{ received, bankruptcyAmount, fee, fundFee },
    surplus: maximum(ZERO, subtract(subtract(gross, fee), fundFee)),
    deficit: isNegative(above) ? missing(part, negate(above)) : ZERO,
    signedSize: multiply(fill.size, sign),
    settledBankruptcyAmount: inSettlementAsset(part, bankruptcyAmount, 'ceil'),
    aboveMark: maximum(ZERO, missing(part, subtract(bankruptcyAmount, atMark))),
  };
}

/** What the first contracts of the step have to bring. */
function amountOf({ bankruptcyAmount, size }: FillableStep, first: Decimal, { precision }: Part): Decimal {
  return divide(multiply(bankruptcyAmount, first), size, maximumScale(bankruptcyAmount, precision), 'ceil');
}

/** An amount finer than the asset's unit keeps its own scale: the last part must end on it. */
function maximumScale({ scale }: Decimal, precision: number): number {
  return Math.max(scale, precision);
}

function receivedAt(part: Part, atMark: Decimal, price: Decimal): Decimal {
  const gain = gainOverMark(part, price);
  return add(atMark, part.isConverted ? round(multiply(gain, part.assetPrice), part.precision, 'floor') : gain);
}

/** What the first contracts of the step bring at the mark. */
function cashOfFirst(step: FillableStep, first: Decimal): Decimal {
  return isPositive(first) ? cashAtMark(partOf(step, first)) : ZERO;
}

/** What others receive is floored. */
function settled(part: Part, amount: Decimal): Decimal {
  return round(inSettlementAsset(part, amount, 'floor'), part.settlementPrecision, 'floor');
}

function missing(part: Part, amount: Decimal): Decimal {
  return round(inSettlementAsset(part, amount, 'ceil'), part.settlementPrecision, 'ceil');
}

function partOf({ set, account, market, scope, step }: FillableStep, size: Decimal): Part {
  const position = account.positions.find(
    ({ contract, side, margin }) => contract === step.contract && side === step.side && margin === scope.scope,
  );
  const contract = set.specification.compiled.contracts.get(step.contract);
  const markPrice = market.contracts[step.contract]?.markPrice ?? null;
  if (position === undefined || contract === undefined || markPrice === null) {
    throw new InvariantError(`a step names ${step.contract}, which its plan did not read`);
  }
  const { collateralMode } = set.valuation.compiled;
  const isConverted = scope.scope === 'cross' && collateralMode === 'multi-asset';
  const settles = contract.settlementAsset;
  const assetPrice = isConverted && settles !== scope.asset ? (market.assets[settles]?.price ?? null) : ONE;
  if (assetPrice === null) throw new InvariantError(`${settles} has no price`);
  return {
    ...{ contract, markPrice, assetPrice, isConverted },
    signedUnits: multiply(isNegative(position.size) ? negate(size) : size, contract.multiplier),
    settlementPrecision: precisionOf({ set }, settles),
    precision: precisionOf({ set }, scope.asset),
  };
}
