/**
 * An exact decimal: the value is `coefficient × 10^-scale`, `scale ≥ 0`.
 *
 * Not normalised (1.50 and 1.5 may differ in representation): compare with `compare`, never with `===`.
 * Addition, subtraction, multiplication and comparison are exact; only `divide`, `round` and `squareRoot`
 * round, in a direction and at a scale that their caller names.
 */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** Builds a decimal from its parts; the scale is a whole number ≥ 0. */
export function decimal(coefficient: bigint, scale = 0): Decimal {
  return { coefficient, scale };
}

export const ZERO: Decimal = decimal(0n);
export const ONE: Decimal = decimal(1n);
