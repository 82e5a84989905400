import { greaterThan, lessThan } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { DynamicMarginDocument } from './schema.ts';

/** Bounds are in order, and what counts without a statement is within them. */
export function check(document: DynamicMarginDocument): Problem[] {
  return [...checkBounds('initial', document.initial), ...checkBounds('maintenance', document.maintenance)];
}

function checkBounds(
  margin: 'initial' | 'maintenance',
  { multiplier, multiplierMin, multiplierMax }: DynamicMarginDocument['initial'],
): Problem[] {
  if (lessThan(decimalOf(multiplierMax), decimalOf(multiplierMin))) {
    const message = `the largest multiplier \`${multiplierMax}\` is below the least, \`${multiplierMin}\``;
    return [{ code: 'multiplier_max_below_min', path: `/${margin}/multiplierMax`, message }];
  }
  const [value, least, most] = [multiplier, multiplierMin, multiplierMax].map(decimalOf) as [Factor, Factor, Factor];
  if (!lessThan(value, least) && !greaterThan(value, most)) return [];
  const message = `the multiplier \`${multiplier}\` is not within \`${multiplierMin}\` to \`${multiplierMax}\``;
  return [{ code: 'multiplier_outside_bounds', path: `/${margin}/multiplier`, message }];
}

type Factor = ReturnType<typeof decimalOf>;
