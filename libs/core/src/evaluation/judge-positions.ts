import {
  bankruptcyAmount,
  bankruptcyPrice,
  bookMaintenance,
  contractBook,
  liquidationPrice,
  marginedExposure,
} from '../margin/index.ts';
import type { Leg, MarginTier, PoolAround } from '../margin/index.ts';
import { absolute, add, divide, InvariantError, multiply, negate, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { ContractPart, MarkedLeg } from './contract-part.ts';
import type { PositionJudgement } from './judgement.ts';
import { equityPerUnit, owedValue } from './pool-value.ts';
import type { AssetHolding } from './pool-value.ts';
import { holdingOf } from './priced-pool.ts';
import type { PricedPool } from './priced-pool.ts';

/**
 * The positions of one contract; prices and amounts that need the whole pool are null where it cannot be priced. Margins
 * stand on the leg that its exposure is shown on; a leg that netting leaves nothing of shows 0.
 */
export function judgePositions(part: ContractPart, priced: PricedPool | null): PositionJudgement[] {
  const { book, exposures } = part;
  if (book.legs.length === 0) return [];
  const tiers = exposures.map(({ tier }) => tier);
  const liquidation =
    priced === null ? null : liquidationPrice(book, poolAround(priced, part), part.markPrice, part.pnl, tiers);
  const bankruptcy = priced === null ? null : bankruptcyPriceOf(part, priced);
  return book.legs.map((leg, index): PositionJudgement => {
    const marked = part.legs[index];
    if (marked === undefined) throw new InvariantError('every leg is marked');
    const exposure = exposures.find((candidate) => candidate.exposure.leg === leg);
    return {
      leg,
      book,
      notional: marked.notional,
      unrealizedPnl: marked.pnl,
      initialMargin: exposure === undefined ? ZERO : exposure.initialMargin,
      maintenanceMargin: exposure?.maintenanceMargin ?? ZERO,
      tier: exposure?.tier ?? tierOfLeg(part, leg),
      liquidationPrice: liquidation,
      bankruptcyPrice: bankruptcy,
      bankruptcyAmount: priced === null ? null : bankruptcyAmountOf(part, leg, marked, priced),
    };
  });
}

/** The tier that a netted-out leg would fall into by itself. */
function tierOfLeg({ book, markPrice }: ContractPart, leg: Leg): MarginTier {
  const exposure = { units: absolute(leg.signedUnits), entryPrice: leg.position.entryPrice };
  return marginedExposure(book.context, exposure, markPrice).tier;
}

/** The pool seen from one contract, all others held. */
function poolAround(priced: PricedPool, part: ContractPart): PoolAround {
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

function bankruptcyAmountOf(part: ContractPart, leg: Leg, marked: MarkedLeg, priced: PricedPool): Decimal {
  const { precision, figures } = priced;
  const holding = holdingOf(priced.holdings, part);
  const own = priced.maintenanceMargins[priced.parts.indexOf(part)] ?? ZERO;
  return bankruptcyAmount(
    {
      accountValue: figures.accountValue,
      maintenanceMargin: figures.maintenanceMargin,
      maintenanceMarginReleased: subtract(own, owedValue(holding, maintenanceWithout(part, leg), precision)),
      netNotionalDelta: negate(cashAtMark(part, leg, holding, precision)),
      notional: figures.notional,
      notionalClosed: owedValue(holding, marked.notional, precision),
    },
    precision,
  );
}

function maintenanceWithout({ book, markPrice }: ContractPart, leg: Leg): Decimal {
  if (book.legs.length === 1) return ZERO;
  const remaining = book.legs.filter((other) => other !== leg).map(({ position }) => position);
  return bookMaintenance(contractBook(book.context, remaining), markPrice);
}

/**
 * What closing the leg at the mark price pays (+) or costs (−): a linear long and an inverse short are worth their notional,
 * the other two owe it. Rounded up wherever it is rounded, so that rounding alone never leaves the account owing.
 */
function cashAtMark(
  { contract, book, markPrice }: ContractPart,
  { signedUnits }: Leg,
  holding: AssetHolding,
  precision: number,
): Decimal {
  const settled =
    contract.type === 'linear'
      ? multiply(signedUnits, markPrice)
      : divide(negate(signedUnits), markPrice, book.context.precision, 'ceil');
  return owedValue(holding, settled, precision);
}
