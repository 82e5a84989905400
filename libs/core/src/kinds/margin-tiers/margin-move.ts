import { compare, lessOrEqual, lessThan, multiply, ONE, sign, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { continuousDeductions } from '../../margin/index.ts';
import type { Effect } from '../../policy/index.ts';
import { statedLadder } from './stated-ladder.ts';
import type { StatedTier } from './stated-ladder.ts';
import type { StepDocument } from './schema.ts';

/** What a step ladder asks for along its basis: `z · rate − deduction` for maintenance, the initial requirement of each tier. */
export interface MarginCurve {
  readonly tiers: readonly StatedTier[];
  /** By tier; zero where the ladder uses none. */
  readonly deductions: readonly Decimal[];
}

/** Whether a requirement is higher, lower or both somewhere in a range. */
export interface MarginMove {
  readonly maintenanceRises: boolean;
  readonly maintenanceFalls: boolean;
  readonly initialRises: boolean;
  readonly initialFalls: boolean;
}

export function marginCurve(document: StepDocument): MarginCurve {
  const { tiers } = statedLadder(document);
  const rows = tiers.map(({ floor, maintenanceMarginRate: rate }) => ({ floor, rate }));
  return { tiers, deductions: document.deduction === 'none' ? rows.map(() => ZERO) : continuousDeductions(rows) };
}

/**
 * How the requirement moves between two ladders from `from` up to, not including, `to` (null = without end).
 * Between two borders both curves are straight, so their difference is largest and smallest at the ends. Exact.
 */
export function marginMove(before: MarginCurve, after: MarginCurve, from: Decimal, to: Decimal | null): MarginMove {
  const starts = startsWithin([...before.tiers, ...after.tiers], from, to);
  const moves = starts.map((start, index) => moveWithin(before, after, start, starts[index + 1] ?? to));
  return {
    maintenanceRises: moves.some((move) => move.maintenanceRises),
    maintenanceFalls: moves.some((move) => move.maintenanceFalls),
    initialRises: moves.some((move) => move.initialRises),
    initialFalls: moves.some((move) => move.initialFalls),
  };
}

/** The worst that a move does to an open position. */
export function effectOfMove(move: MarginMove): Effect {
  if (move.maintenanceRises) return 'can-liquidate';
  if (move.initialRises) return 'blocks-new-risk';
  return move.maintenanceFalls || move.initialFalls ? 'loosens' : 'none';
}

function startsWithin(tiers: readonly StatedTier[], from: Decimal, to: Decimal | null): Decimal[] {
  if (to !== null && lessOrEqual(to, from)) return [];
  const inside = tiers
    .map((tier) => tier.floor)
    .filter((floor) => lessThan(from, floor) && (to === null || lessThan(floor, to)))
    .toSorted(compare);
  return [from, ...inside.filter((floor, index) => index === 0 || compare(inside[index - 1] as Decimal, floor) !== 0)];
}

function moveWithin(before: MarginCurve, after: MarginCurve, start: Decimal, end: Decimal | null): MarginMove {
  const left = tierIndexAt(before, start);
  const right = tierIndexAt(after, start);
  const tierBefore = before.tiers[left] as StatedTier;
  const tierAfter = after.tiers[right] as StatedTier;
  const slope = subtract(tierAfter.maintenanceMarginRate, tierBefore.maintenanceMarginRate);
  const deductionRise = subtract(after.deductions[right] as Decimal, before.deductions[left] as Decimal);
  const signs = [
    sign(subtract(multiply(start, slope), deductionRise)),
    end === null ? sign(slope) : sign(subtract(multiply(end, slope), deductionRise)),
  ];
  const initial = compareInitial(tierAfter, tierBefore);
  return {
    maintenanceRises: signs.includes(1),
    maintenanceFalls: signs.includes(-1),
    initialRises: initial > 0,
    initialFalls: initial < 0,
  };
}

/** The last tier that begins at or below a point; the first one below every floor. */
function tierIndexAt(curve: MarginCurve, point: Decimal): number {
  return Math.max(
    0,
    curve.tiers.findLastIndex((tier) => lessOrEqual(tier.floor, point)),
  );
}

/** Compares the initial requirements `max(1 / leverageMax, initialMarginRate)` of two tiers by cross-multiplication. */
export function compareInitial(a: StatedTier, b: StatedTier): -1 | 0 | 1 {
  const left = initialRequirement(a);
  const right = initialRequirement(b);
  return compare(multiply(left.dividend, right.divisor), multiply(right.dividend, left.divisor));
}

function initialRequirement({ leverageMax, initialMarginRate }: StatedTier): { dividend: Decimal; divisor: Decimal } {
  const rate = { dividend: initialMarginRate ?? ZERO, divisor: ONE };
  if (leverageMax === null) return rate;
  return lessThan(multiply(rate.dividend, leverageMax), ONE) ? { dividend: ONE, divisor: leverageMax } : rate;
}
