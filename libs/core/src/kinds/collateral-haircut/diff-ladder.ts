import { compare, formatDecimal, minimum, sign, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { decimalOf, decimalOrNull, fieldDifference, matchRows, pointerOf } from '../../policy/index.ts';
import type { Difference, Effect, MatchedRow } from '../../policy/index.ts';
import type { LadderDocument } from './schema.ts';

type Tier = LadderDocument['tiers'][number];
type Tiers = readonly Tier[];

/** The differences of two ladders by floor, ascending; the effect is that of the weight where the row speaks. */
export function diffLadder(before: Tiers, after: Tiers): Difference[] {
  return matchRows(before, after, (tier) => tier.valueFloor)
    .toSorted((a, b) => compare(decimalOf(a.key), decimalOf(b.key)))
    .flatMap((row) => diffTier(row, { before, after }));
}

interface Sides {
  readonly before: Tiers;
  readonly after: Tiers;
}

function diffTier({ key, before, after }: MatchedRow<Tier>, sides: Sides): Difference[] {
  const path = pointerOf(['tiers', `valueFloor=${key}`]);
  if (before === null || after === null) return [wholeTier(path, key, { before, after }, sides)];
  const border = lowerCap(before.valueCap, after.valueCap);
  return [
    ...fieldDifference({
      path: `${path}/valueCap`,
      subject: `The cap of the tier from ${key}`,
      before: before.valueCap,
      after: after.valueCap,
      effect: () => (border === null ? 'none' : effectAt(border, sides)),
    }),
    ...fieldDifference({
      path: `${path}/weight`,
      subject: `The weight of the tier from ${key}`,
      before: before.weight,
      after: after.weight,
      effect: () => effectOf(decimalOf(before.weight), decimalOf(after.weight)),
    }),
  ];
}

function wholeTier(
  path: string,
  floor: string,
  { before, after }: Pick<MatchedRow<Tier>, 'before' | 'after'>,
  sides: Sides,
): Difference {
  return {
    path,
    before: before && tierText(before),
    after: after && tierText(after),
    effect: effectAt(decimalOf(floor), sides),
    sentence: `The tier from ${floor} is ${before === null ? 'new' : 'removed'}.`,
  };
}

/** What the next unit of value above an amount counts, before and after. */
function effectAt(value: Decimal, { before, after }: Sides): Effect {
  return effectOf(weightAbove(before, value), weightAbove(after, value));
}

function effectOf(before: Decimal, after: Decimal): Effect {
  const change = sign(subtract(after, before));
  return change < 0 ? 'can-liquidate' : change > 0 ? 'loosens' : 'none';
}

/** Marginal weight just above a value; 0 where no tier covers it, which `check` refuses. */
function weightAbove(tiers: Tiers, value: Decimal): Decimal {
  const tier = tiers.findLast(({ valueFloor }) => compare(decimalOf(valueFloor), value) <= 0);
  const cap = tier === undefined ? ZERO : decimalOrNull(tier.valueCap);
  return tier === undefined || (cap !== null && compare(value, cap) >= 0) ? ZERO : decimalOf(tier.weight);
}

function lowerCap(before: string | null, after: string | null): Decimal | null {
  const left = decimalOrNull(before);
  const right = decimalOrNull(after);
  return left === null || right === null ? (left ?? right) : minimum(left, right);
}

function tierText({ valueCap, weight }: Tier): string {
  return `${valueCap === null ? 'unbounded' : `up to ${formatDecimal(decimalOf(valueCap))}`}, weight ${weight}`;
}
