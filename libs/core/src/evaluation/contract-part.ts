import {
  contractBook,
  initialMargin,
  initialMarginIn,
  initialMarginUnits,
  marginedExposure,
  notionalOf,
  tierAt,
  unrealizedPnl,
} from '../margin/index.ts';
import type { ContractBook, Ladder, LegExposure, MarginedExposure } from '../margin/index.ts';
import { absolute, add, lessThan, maximum, multiply, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Contract, ContractMarket, OpenOrder, Position } from '../venue/index.ts';

/** One contract of a pool with a mark that may be judged by; amounts in the settlement asset. */
export interface ContractPart {
  readonly contract: Contract;
  readonly book: ContractBook;
  readonly markPrice: Decimal;
  /** One per leg of the book. */
  readonly legs: readonly MarkedLeg[];
  /** One per exposure of the book. */
  readonly exposures: readonly MarkedExposure[];
  /** Σ over the legs. */
  readonly pnl: Decimal;
  /** Σ over the legs. */
  readonly notional: Decimal;
  readonly maintenanceMargin: Decimal;
  /** Open orders included; null where open interest is needed and unknown. */
  readonly initialMargin: Decimal | null;
  /** In contracts; null where unknown. */
  readonly openInterest: Decimal | null;
}

/** A leg at the mark price. */
export interface MarkedLeg {
  readonly notional: Decimal;
  readonly pnl: Decimal;
}

/** An exposure at the mark price, its initial margin without open orders. */
export interface MarkedExposure extends MarginedExposure {
  readonly exposure: LegExposure;
  readonly initialMargin: Decimal | null;
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
  const { contract, precision, markPrice, market } = input;
  const book = contractBook({ contract, ladder: input.ladder, precision }, input.positions);
  const openInterestNotional = openInterestNotionalOf(input);
  const leverage = leverageChosen(book);
  const exposures = book.exposures.map((exposure) =>
    markedExposure(book, exposure, markPrice, leverage, openInterestNotional),
  );
  let pnl = ZERO;
  let notional = ZERO;
  const legs = book.legs.map(({ position, signedUnits }): MarkedLeg => {
    const leg = {
      notional: notionalOf(contract, absolute(signedUnits), markPrice, precision),
      pnl: unrealizedPnl(contract, signedUnits, position.entryPrice, markPrice, precision),
    };
    notional = add(notional, leg.notional);
    pnl = add(pnl, leg.pnl);
    return leg;
  });
  let maintenanceMargin = ZERO;
  for (const exposure of exposures) maintenanceMargin = add(maintenanceMargin, exposure.maintenanceMargin);
  return {
    contract,
    book,
    markPrice,
    legs,
    exposures,
    pnl,
    notional,
    maintenanceMargin,
    initialMargin:
      input.orders.length === 0
        ? withoutOrders(exposures)
        : raised(
            input.ladder,
            withOrders(book, input.orders, markPrice, leverage, openInterestNotional),
            maintenanceMargin,
          ),
    openInterest: market.openInterest,
  };
}

function markedExposure(
  book: ContractBook,
  exposure: LegExposure,
  markPrice: Decimal,
  leverage: Decimal | null,
  openInterestNotional: Decimal | null,
): MarkedExposure {
  const { context } = book;
  const { notional, tier, maintenanceMargin } = marginedExposure(context, exposure, markPrice);
  // The maintenance tier is the initial one too, unless it was read at the entry price or without open interest.
  const isSame = context.ladder.maintenanceBasis === 'mark' && context.ladder.model !== 'open-interest-scaled';
  const initialTier = isSame ? tier : tierAt(context.ladder, notional, exposure.units, openInterestNotional);
  const initial = initialMarginIn(context, initialTier, notional, leverage);
  return {
    exposure,
    notional,
    tier,
    maintenanceMargin,
    initialMargin: raised(context.ladder, initial, maintenanceMargin),
  };
}

/** Multipliers of their own may leave initial margin below maintenance margin: then it is raised to that. */
function raised({ scaling }: Ladder, initial: Decimal | null, maintenanceMargin: Decimal): Decimal | null {
  return scaling === null || initial === null ? initial : maximum(initial, maintenanceMargin);
}

/** The lowest leverage that any leg has chosen: the one that asks for most margin. */
function leverageChosen(book: ContractBook): Decimal | null {
  let lowest: Decimal | null = null;
  for (const { position } of book.legs) {
    if (position.leverage === null) continue;
    if (lowest === null || lessThan(position.leverage, lowest)) lowest = position.leverage;
  }
  return lowest;
}

function openInterestNotionalOf({ contract, market, markPrice, precision }: ContractPartInput): Decimal | null {
  if (market.openInterest === null) return null;
  return notionalOf(contract, multiply(market.openInterest, contract.multiplier), markPrice, precision);
}

function withoutOrders(exposures: readonly MarkedExposure[]): Decimal | null {
  let total = ZERO;
  for (const { initialMargin: margin } of exposures) {
    if (margin === null) return null;
    total = add(total, margin);
  }
  return total;
}

function withOrders(
  book: ContractBook,
  orders: readonly OpenOrder[],
  markPrice: Decimal,
  leverage: Decimal | null,
  openInterestNotional: Decimal | null,
): Decimal | null {
  let total = ZERO;
  for (const units of initialMarginUnits(book, orders)) {
    const margin = initialMargin(book.context, units, markPrice, leverage, openInterestNotional);
    if (margin === null) return null;
    total = add(total, margin);
  }
  return total;
}
