import { collateralValue } from '../../margin/index.ts';
import type { Haircut } from '../../margin/index.ts';
import { absolute, formatDecimal, negate, ONE, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { aroundBorders, POWERS_OF_TEN } from '../../policy/index.ts';
import type { OutcomeMove } from '../../policy/index.ts';
import { compile } from './compile.ts';
import type { CollateralHaircutDocument } from './schema.ts';

/** What a haircut comes to at a price of one: what an amount counts for, and what a debt of it costs. */
export const OUTCOMES = ['collateralValue', 'debtValue'] as const;

/** Decimals at which a value is rounded down. */
const SCALE = 18;

/**
 * What amounts count for under two haircuts, at a price of one: at every border of either ladder, in the middle between
 * two and beyond the last; by powers of ten where the weight falls with size; by the venue's deposits where it falls with
 * those. Two haircuts of other models have no measure in common: a row says so.
 */
export function outcomes(before: CollateralHaircutDocument, after: CollateralHaircutDocument): OutcomeMove[] {
  const [from, to] = [compile(before), compile(after)];
  return [...collateralMoves(from, to), ...debtMoves(from, to)];
}

function collateralMoves(before: Haircut, after: Haircut): OutcomeMove[] {
  const outcome = 'collateralValue';
  const [from, to] = [before.weighting, after.weighting];
  if (from.model === 'deposits' && to.model === 'deposits') {
    return aroundBorders([from.depositsStart, to.depositsStart]).map((deposits) => {
      const where = `deposits ${formatDecimal(deposits)}`;
      return { outcome, where, before: valueOf(before, ONE, deposits), after: valueOf(after, ONE, deposits) };
    });
  }
  if (from.model !== to.model) return [{ outcome, where: 'any amount', before: null, after: null }];
  const amounts =
    from.model === 'ladder' && to.model === 'ladder'
      ? aroundBorders(
          [...from.tiers, ...to.tiers].flatMap(({ valueFloor, valueCap }) => [valueFloor, valueCap ?? valueFloor]),
        )
      : POWERS_OF_TEN;
  return amounts.map((amount) => {
    const where = `amount ${formatDecimal(amount)}`;
    return { outcome, where, before: valueOf(before, amount, null), after: valueOf(after, amount, null) };
  });
}

function debtMoves(before: Haircut, after: Haircut): OutcomeMove[] {
  if (before.liability === null && after.liability === null) return [];
  return POWERS_OF_TEN.map((amount) => {
    const debt = (haircut: Haircut) => absolute(valueOf(haircut, negate(amount), null) ?? ZERO);
    return { outcome: 'debtValue', where: `debt ${formatDecimal(amount)}`, before: debt(before), after: debt(after) };
  });
}

function valueOf(haircut: Haircut, net: Decimal, totalDeposits: Decimal | null): Decimal | null {
  return collateralValue({ haircut, net, price: ONE, precision: SCALE, totalDeposits });
}
