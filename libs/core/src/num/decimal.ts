/**
 * An exact decimal: the value is `coefficient × 10^-scale`, `scale ≥ 0`.
 *
 * The coefficient is a number exactly where it is a safe integer (never −0), else a BigInt: nearly every amount is
 * small enough for machine arithmetic, which is exact there and several times faster. Only this room looks at it;
 * others ask `sign`, `compare` or `coefficientOf`.
 *
 * Not normalised (1.50 and 1.5 may differ in representation): compare with `compare`, never with `===`.
 * Addition, subtraction, multiplication and comparison are exact; only `divide`, `round` and `squareRoot`
 * round, in a direction and at a scale that their caller names.
 */
export interface Decimal {
  readonly coefficient: number | bigint;
  readonly scale: number;
}

/** Builds a decimal from its parts; the scale is a whole number ≥ 0. */
export function decimal(coefficient: bigint, scale = 0): Decimal {
  const isSafe = coefficient <= SAFE_MAX && coefficient >= -SAFE_MAX;
  return { coefficient: isSafe ? Number(coefficient) : coefficient, scale };
}

const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** The coefficient of a decimal as a BigInt, of whatever size. */
export function coefficientOf({ coefficient }: Decimal): bigint {
  return typeof coefficient === 'number' ? BigInt(coefficient) : coefficient;
}

export const ZERO: Decimal = decimal(0n);
export const ONE: Decimal = decimal(1n);
