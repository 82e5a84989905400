import {
  bankruptcyAmount,
  bankruptcyPrice,
  bookMaintenance,
  contractBook,
  initialMargin,
  liquidationPrice,
  maintenanceMargin,
  maintenanceTier,
  notionalOf,
  unrealizedPnl,
} from '../margin/index.ts';
import type { Leg, PoolAround } from '../margin/index.ts';
import { absolute, add, isPositive, multiply, negate, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { leverageChosen } from './contract-part.ts';
import type { ContractPart } from './contract-part.ts';
import type { PositionJudgement } from './judgement.ts';
import { equityPerUnit, owedValue, realizableValue } from './pool-value.ts';
import type { AssetHolding } from './pool-value.ts';
import { holdingOf } from './priced-pool.ts';
import type { PricedPool } from './priced-pool.ts';

/** The positions of one contract; prices and amounts that need the whole pool are null where it cannot be priced. */
export function judgePositions(part: ContractPart, priced: PricedPool | null): PositionJudgement[] {
  const { book } = part;
  if (book.legs.length === 0) return [];
  const around = priced === null ? null : poolAround(priced, part);
  const liquidation = around === null ? null : liquidationPrice(book, around, part.markPrice, part.pnl);
  const bankruptcy = priced === null ? null : bankruptcyPriceOf(part, priced);
  return book.legs.map((leg) => ({
    ...legFigures(part, leg),
    liquidationPrice: liquidation,
    bankruptcyPrice: bankruptcy,
    bankruptcyAmount: priced === null ? null : bankruptcyAmountOf(part, leg, priced),
  }));
}

type LegFigures = Omit<PositionJudgement, 'liquidationPrice' | 'bankruptcyPrice' | 'bankruptcyAmount'>;

/** Margins stand on the leg that its exposure is shown on; a leg that netting leaves nothing of shows 0. */
function legFigures(part: ContractPart, leg: Leg): LegFigures {
  const { book, markPrice, contract } = part;
  const { context } = book;
  const units = absolute(leg.signedUnits);
  const exposure = book.exposures.find((candidate) => candidate.leg === leg);
  const leverage = leverageChosen(book);
  return {
    leg,
    book,
    notional: notionalOf(contract, units, markPrice, context.precision),
    unrealizedPnl: unrealizedPnl(contract, leg.signedUnits, leg.position.entryPrice, markPrice, context.precision),
    initialMargin:
      exposure === undefined
        ? ZERO
        : initialMargin(context, exposure.units, markPrice, leverage, part.openInterestNotional),
    maintenanceMargin: exposure === undefined ? ZERO : maintenanceMargin(context, exposure, markPrice),
    tier: maintenanceTier(context, exposure ?? { units, entryPrice: leg.position.entryPrice }, markPrice),
  };
}

/** The pool seen from one contract, all others held. */
export function poolAround(priced: PricedPool, part: ContractPart): PoolAround {
  const { value, precision, figures } = priced;
  const holding = holdingOf(priced.holdings, part);
  const own = priced.maintenanceMargins[priced.parts.indexOf(part)] ?? ZERO;
  const netElse = add(holding.balance, subtract(holding.pnl, part.pnl));
  const requirementElse = subtract(figures.maintenanceMargin, own);
  return {
    equityWith: (pnl) => value.equityWith(holding.asset, add(netElse, pnl)),
    requirementWith: (margin) => add(requirementElse, owedValue(holding, margin, precision)),
    equityPerPnl: equityPerUnit(holding, precision),
    requirementPerMaintenance: holding.realizablePrice,
  };
}

function bankruptcyPriceOf(part: ContractPart, priced: PricedPool): Decimal | null {
  const holding = holdingOf(priced.holdings, part);
  const valueElse = subtract(priced.value.accountValue, multiply(holding.realizablePrice, part.pnl));
  return bankruptcyPrice(part.book, valueElse, holding.realizablePrice);
}

function bankruptcyAmountOf(part: ContractPart, leg: Leg, priced: PricedPool): Decimal {
  const { precision, figures } = priced;
  const holding = holdingOf(priced.holdings, part);
  const remaining = part.book.legs.filter((other) => other !== leg).map(({ position }) => position);
  const after = contractBook(part.book.context, remaining);
  const marginAfter = owedValue(holding, bookMaintenance(after, part.markPrice), precision);
  const own = priced.maintenanceMargins[priced.parts.indexOf(part)] ?? ZERO;
  return bankruptcyAmount(
    {
      accountValue: figures.accountValue,
      maintenanceMargin: figures.maintenanceMargin,
      maintenanceMarginReleased: subtract(own, marginAfter),
      netNotionalDelta: netNotionalDelta(part, leg, holding, precision),
      notional: figures.notional,
    },
    precision,
  );
}

/** −value of the leg: a linear long and an inverse short are worth their notional, the other two owe it. */
function netNotionalDelta(part: ContractPart, leg: Leg, holding: AssetHolding, precision: number): Decimal {
  const { contract, markPrice, book } = part;
  const notional = notionalOf(contract, absolute(leg.signedUnits), markPrice, book.context.precision);
  const isWorth = isPositive(leg.signedUnits) === (contract.type === 'linear');
  if (isWorth) return negate(realizableValue(holding, notional, precision));
  return owedValue(holding, notional, precision);
}
