/** The largest divisor that `remainderOf` takes. */
export const DIVISOR_MAX = 2 ** 52 - 1;

/**
 * a · b − quotient · divisor in machine arithmetic, exact, for whole numbers from 0: a and b safe integers, the divisor at most
 * `DIVISOR_MAX`, and the quotient below 2^52 and within 1 of the true one, rounded down.
 *
 * Each product is a float and the error of that float, itself a float (Dekker's product). The floats are equal to within a
 * factor of two or small, so that their difference is exact; the errors are whole numbers up to 2^52, so that theirs is; and
 * what these two sum to is a whole number below 2^53.
 */
export function remainderOf(a: number, b: number, quotient: number, divisor: number): number {
  const product = a * b;
  const taken = quotient * divisor;
  return product - taken + (errorOf(a, b, product) - errorOf(quotient, divisor, taken));
}

/** 2^27 + 1: splits a float into two halves of 26 bits. */
const SPLITTER = 134_217_729;

/** a · b − product, where the product is what a float holds of a · b; exact (T. J. Dekker, 1971). */
function errorOf(a: number, b: number, product: number): number {
  const highA = SPLITTER * a - (SPLITTER * a - a);
  const lowA = a - highA;
  const highB = SPLITTER * b - (SPLITTER * b - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}
