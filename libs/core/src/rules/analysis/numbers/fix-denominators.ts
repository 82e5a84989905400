import { decimal, negate, ONE, ZERO } from '../../../num/index.ts';
import type { Decimal } from '../../../num/index.ts';
import type { AccountSpace } from '../space/account-space.ts';
import { linear } from './linear.ts';
import type { LinearConstraint } from './linear.ts';
import type { Region } from '../space/region.ts';
import type { Literal } from '../search/solver.ts';

const HUNDRED = decimal(100n);

/** Values that denominators are given in turn, by name: the first, the others. */
export const FIXED_DENOMINATORS: readonly (readonly [Decimal, Decimal])[] = [
  [HUNDRED, HUNDRED],
  [HUNDRED, ONE],
  [ONE, HUNDRED],
  [ONE, ONE],
];

/**
 * The part of a region on which the denominators of ratios that are compared with each other have given values: their
 * order is then one of numerators, which is linear.
 */
export function withFixedDenominators(
  { opaque }: AccountSpace,
  region: Region,
  orders: readonly Literal[],
  [first, others]: readonly [Decimal, Decimal],
): Region {
  const values = new Map<string, Decimal>();
  const valueOf = (name: string | null) => {
    if (name === null) return ONE;
    const value = values.get(name) ?? (values.size === 0 ? first : others);
    values.set(name, value);
    return value;
  };
  const related = orders.flatMap((literal): LinearConstraint[] => {
    const order = opaque.get(literal >> 1)?.order ?? null;
    if (order === null) return [];
    const { one, other, isStrict } = order;
    const [left, right] = [valueOf(other.denominator), valueOf(one.denominator)];
    const isTrue = literal % 2 === 0;
    const factors: [string, Decimal][] = [
      [one.numerator, isTrue ? left : negate(left)],
      [other.numerator, isTrue ? negate(right) : right],
    ];
    return [linear(factors, ZERO, isTrue === isStrict ? '<' : '<=')];
  });
  const fixed = [...values].map(([name, value]) => linear([[name, ONE]], negate(value), '='));
  return { ...region, numbers: [...region.numbers, ...related, ...fixed] };
}
