import { absolute, compare, formatDecimal, lessThan, multiply, ONE, subtract } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { MoveBound } from './guardrail.ts';

/** Why a number must not move from one value to another; null where it may. Compared without dividing. */
export function boundProblem(
  { rise, fall }: { readonly rise: MoveBound; readonly fall: MoveBound },
  before: Decimal,
  after: Decimal,
): { readonly code: string; readonly message: string } | null {
  const isRise = lessThan(before, after);
  const { relativeMax, absoluteMax } = isRise ? rise : fall;
  const distance = absolute(subtract(after, before));
  const code = isRise ? 'change_rise_must_be_within_limit' : 'change_fall_must_be_within_limit';
  const verb = `${isRise ? 'rises' : 'falls'} from ${formatDecimal(before)} to ${formatDecimal(after)}`;
  if (absoluteMax !== null && compare(distance, absoluteMax) > 0) {
    return { code, message: `it ${verb}, by more than ${formatDecimal(absoluteMax)}` };
  }
  if (relativeMax !== null && compare(distance, multiply(relativeMax, absolute(before))) > 0) {
    return { code, message: `it ${verb}, by more than ${formatDecimal(relativeMax)} of what it was` };
  }
  return null;
}

/** Whether a number changes by more than a factor (> 1), up or down, or through zero. */
export function isBeyondFactor(before: Decimal, after: Decimal, factor: Decimal): boolean {
  const [smaller, larger] = [absolute(before), absolute(after)].sort(compare);
  return compare(larger ?? ONE, multiply(smaller ?? ONE, factor)) > 0;
}
