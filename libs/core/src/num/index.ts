export { absolute, add, multiply, negate, subtract, sum } from './arithmetic.ts';
export {
  compare,
  equals,
  greaterOrEqual,
  greaterThan,
  isNegative,
  isPositive,
  isZero,
  lessOrEqual,
  lessThan,
  maximum,
  minimum,
  sign,
} from './compare.ts';
export { coefficientOf, decimal, ONE, ZERO } from './decimal.ts';
export type { Decimal } from './decimal.ts';
export { InvariantError } from './invariant-error.ts';
export { divide, divideToStep, round, roundToStep } from './rounding.ts';
export type { Rounding } from './rounding.ts';
export { squareRoot } from './square-root.ts';
export {
  DECIMAL_PATTERN,
  DECIMAL_TEXT_MAX,
  floatOf,
  formatDecimal,
  formatDecimalOrNull,
  parseDecimal,
  storedDecimal,
  toFloat,
} from './text.ts';
