import {
  bookMaintenance,
  bookPnl,
  contractBook,
  initialMargin,
  initialMarginUnits,
  notionalOf,
} from '../margin/index.ts';
import type { ContractBook, Ladder } from '../margin/index.ts';
import { absolute, add, lessThan, multiply, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Contract, ContractMarket, OpenOrder, Position } from '../venue/index.ts';

/** One contract of a pool with a mark that may be judged by; amounts in the settlement asset. */
export interface ContractPart {
  readonly contract: Contract;
  readonly book: ContractBook;
  readonly markPrice: Decimal;
  readonly orders: readonly OpenOrder[];
  /** Σ over the legs. */
  readonly pnl: Decimal;
  /** Σ over the legs. */
  readonly notional: Decimal;
  readonly maintenanceMargin: Decimal;
  /** Open orders included; null where open interest is needed and unknown. */
  readonly initialMargin: Decimal | null;
  /** In contracts; null where unknown. */
  readonly openInterest: Decimal | null;
  /** The same in the settlement asset. */
  readonly openInterestNotional: Decimal | null;
}

/** What the part is made of. */
export interface ContractPartInput {
  readonly contract: Contract;
  readonly ladder: Ladder;
  readonly precision: number;
  readonly positions: readonly Position[];
  readonly orders: readonly OpenOrder[];
  readonly market: ContractMarket;
  readonly markPrice: Decimal;
}

export function contractPart(input: ContractPartInput): ContractPart {
  const { contract, precision, orders, markPrice, market } = input;
  const book = contractBook({ contract, ladder: input.ladder, precision }, input.positions);
  const openInterestNotional =
    market.openInterest === null
      ? null
      : notionalOf(contract, multiply(market.openInterest, contract.multiplier), markPrice, precision);
  let notional = ZERO;
  for (const leg of book.legs) {
    notional = add(notional, notionalOf(contract, absolute(leg.signedUnits), markPrice, precision));
  }
  return {
    contract,
    book,
    markPrice,
    orders,
    pnl: bookPnl(book, markPrice),
    notional,
    maintenanceMargin: bookMaintenance(book, markPrice),
    initialMargin: initialMarginOf(book, orders, markPrice, openInterestNotional),
    openInterest: market.openInterest,
    openInterestNotional,
  };
}

/** The lowest leverage that any leg has chosen: the one that asks for most margin. */
export function leverageChosen(book: ContractBook): Decimal | null {
  let lowest: Decimal | null = null;
  for (const { position } of book.legs) {
    if (position.leverage === null) continue;
    if (lowest === null || lessThan(position.leverage, lowest)) lowest = position.leverage;
  }
  return lowest;
}

function initialMarginOf(
  book: ContractBook,
  orders: readonly OpenOrder[],
  markPrice: Decimal,
  openInterestNotional: Decimal | null,
): Decimal | null {
  const leverage = leverageChosen(book);
  let total = ZERO;
  for (const units of initialMarginUnits(book, orders)) {
    const margin = initialMargin(book.context, units, markPrice, leverage, openInterestNotional);
    if (margin === null) return null;
    total = add(total, margin);
  }
  return total;
}
