import {
  absolute,
  add,
  divide,
  divideToStep,
  equals,
  isNegative,
  isZero,
  lessThan,
  multiply,
  negate,
  sign,
  subtract,
  sum,
  ZERO,
} from '../../num/index.ts';
import type { Decimal, Rounding } from '../../num/index.ts';
import { TICK_WHERE_UNKNOWN } from '../../venue/index.ts';
import type { Account, Contract, Position } from '../../venue/index.ts';
import type { Compartment } from './fund-rules.ts';

/** A position that the fund took over and holds in its own account; amounts in the settlement asset. */
export interface FundPosition {
  readonly contract: Contract;
  /** Signed, in contracts; 0 where all is sold again. */
  readonly size: Decimal;
  /** Net notional at which what is open was taken: above zero for a linear long and an inverse short. */
  readonly cost: Decimal;
  /** Of what was sold again; a loss is negative. */
  readonly realizedPnl: Decimal;
}

/** A fund that holds nothing in a contract. */
export function noFundPosition(contract: Contract): FundPosition {
  return { contract, size: ZERO, cost: ZERO, realizedPnl: ZERO };
}

/**
 * The position after the fund takes or sells a signed size (≠ 0) at a price. What goes against it closes it first, and takes its
 * part of the cost along, ceiled: what the fund gains is floored. What is beyond it opens the other side at the price.
 *
 * Source: Vega, 0012-POSR, position resolution.
 */
export function takeIntoFund(held: FundPosition, size: Decimal, price: Decimal, precision: number): FundPosition {
  const { contract, cost, realizedPnl } = held;
  const closed = closedBy(held.size, size);
  const opened = add(size, closed);
  const costClosed = shareOfCost(held, closed, precision);
  const received = netNotional(contract, closed, price, precision, 'floor');
  return {
    contract,
    size: add(held.size, size),
    cost: add(subtract(cost, costClosed), netNotional(contract, opened, price, precision, 'ceil')),
    realizedPnl: add(realizedPnl, subtract(received, costClosed)),
  };
}

/**
 * The position after the fund takes a signed size (≠ 0) and pays an amount for it in all, as for a position taken over at its
 * bankruptcy amount: below 0 it is paid. What goes against what is held closes it by its part of the amount, floored.
 */
export function takeForAmount(held: FundPosition, size: Decimal, amount: Decimal, precision: number): FundPosition {
  const { contract, cost, realizedPnl } = held;
  const closed = closedBy(held.size, size);
  const costClosed = shareOfCost(held, closed, precision);
  const received = isZero(closed) ? ZERO : divide(multiply(amount, closed), size, precision, 'floor');
  return {
    contract,
    size: add(held.size, size),
    cost: add(subtract(cost, costClosed), add(amount, received)),
    realizedPnl: add(realizedPnl, subtract(received, costClosed)),
  };
}

/** What it would bring at the mark above its cost; floored. */
export function unrealizedOfFund(
  { contract, size, cost }: FundPosition,
  markPrice: Decimal,
  precision: number,
): Decimal {
  return subtract(netNotional(contract, size, markPrice, precision, 'floor'), cost);
}

/**
 * What positions that the fund holds have brought it, realized in part and at the marks that are known: what the limit of their loss
 * is held against. One that was sold whole is over: what it brought is in the balance, and counts for its drawdown there.
 */
export function takeoverPnl(
  held: readonly { readonly position: FundPosition; readonly markPrice: Decimal | null }[],
  precision: number,
): Decimal {
  return sum(
    held
      .filter(({ position }) => !isZero(position.size))
      .map(({ position, markPrice }) => {
        const open = markPrice === null ? ZERO : unrealizedOfFund(position, markPrice, precision);
        return add(position.realizedPnl, open);
      }),
  );
}

/**
 * The fund's own account, to be margined and judged as any other: the compartment's balance as collateral, its positions at the
 * price that they cost on average, rounded against it at the tick.
 */
export function fundAccount({ name, asset }: Compartment, balance: Decimal, held: readonly FundPosition[]): Account {
  return {
    id: `fund:${name}`,
    ownerId: null,
    tags: [],
    collateral: [{ asset, balance: sum([balance, ...held.map(({ realizedPnl }) => realizedPnl)]) }],
    positions: held.filter(({ size }) => !isZero(size)).map(positionOf),
    openOrders: [],
    state: null,
    facts: {},
  };
}

/** The part of a held size that a size against it closes, with the sign of what is held; 0 for one that adds to it. */
function closedBy(held: Decimal, size: Decimal): Decimal {
  if (sign(held) !== -sign(size)) return ZERO;
  return lessThan(absolute(held), absolute(size)) ? held : negate(size);
}

function shareOfCost({ size, cost }: FundPosition, closed: Decimal, precision: number): Decimal {
  if (isZero(closed)) return ZERO;
  return equals(size, closed) ? cost : divide(multiply(cost, closed), size, precision, 'ceil');
}

/** Linear: units · price, exact. Inverse: −units ÷ price, rounded as named. */
function netNotional(
  contract: Contract,
  size: Decimal,
  price: Decimal,
  precision: number,
  rounding: Rounding,
): Decimal {
  const units = multiply(size, contract.multiplier);
  return contract.type === 'linear' ? multiply(units, price) : divide(negate(units), price, precision, rounding);
}

function positionOf({ contract, size, cost }: FundPosition): Position {
  const units = multiply(size, contract.multiplier);
  const [over, under] = contract.type === 'linear' ? [cost, units] : [negate(units), cost];
  // A dearer long and a cheaper short have gained less.
  const rounding = isNegative(size) ? 'floor' : 'ceil';
  return {
    contract: contract.contract,
    side: 'net',
    size,
    entryPrice: divideToStep(over, under, contract.tickSize ?? TICK_WHERE_UNKNOWN, rounding),
    leverage: null,
    margin: 'cross',
    isolatedMargin: null,
    pendingFunding: ZERO,
  };
}
