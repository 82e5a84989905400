import type { LinearConstraint } from '../numbers/linear.ts';
import type { Literal } from '../search/solver.ts';

/** A linear form of facts without a constant: whole coefficients in lowest terms, the first by name above zero. */
export interface Form {
  readonly key: string;
  readonly terms: ReadonlyMap<string, bigint>;
  /** Whether its values are whole numbers, so that nothing lies between two of them. */
  readonly isWhole: boolean;
  /** By threshold; at one threshold, below stands before at or below. */
  readonly atoms: NumberAtom[];
}

/** The statement that a form lies below a threshold, or at or below it. */
export interface NumberAtom {
  readonly form: Form;
  readonly threshold: Fraction;
  readonly isStrict: boolean;
  readonly literal: Literal;
  /** What it says where it is true, and where it is false. */
  readonly whereTrue: LinearConstraint;
  readonly whereFalse: LinearConstraint;
}

/** In lowest terms, the denominator above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Below zero, zero or above as a lies below, at or above b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

type Threshold = Pick<NumberAtom, 'threshold' | 'isStrict'>;

/** The order of atoms of one form: whichever comes first implies those after it. */
export function compareAtoms(a: Threshold, b: Threshold): number {
  return compareFractions(a.threshold, b.threshold) || compareStrictness(a.isStrict, b.isStrict);
}

/** Below comes before at or below. */
export function compareStrictness(isStrict: boolean, isOtherStrict: boolean): number {
  return isStrict === isOtherStrict ? 0 : isStrict ? -1 : 1;
}

/** The place in a sorted list at which the first item stands that does not come before another. */
export function placeIn<Item>(sorted: readonly Item[], comesBefore: (item: Item) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && comesBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
