import { coefficientOf } from '../../../num/index.ts';
import type { Decimal } from '../../../num/index.ts';

/** Σ coefficient · variable + constant, related to zero; whole coefficients in lowest terms, none of them 0. */
export interface LinearConstraint {
  readonly terms: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
  readonly relation: Relation;
  /** Equal for constraints that say the same in the same terms. */
  readonly key: string;
}

/** `<` below zero, `<=` at or below zero, `=` exactly zero. */
export type Relation = '<' | '<=' | '=';

/** The constraint Σ factor · variable + constant `relation` 0, exact: decimals are brought to one scale. */
export function linear(
  factors: readonly (readonly [variable: string, factor: Decimal])[],
  constant: Decimal,
  relation: Relation,
): LinearConstraint {
  const scale = Math.max(constant.scale, ...factors.map(([, factor]) => factor.scale));
  const whole = (value: Decimal) => coefficientOf(value) * 10n ** BigInt(scale - value.scale);
  const terms = new Map<string, bigint>();
  for (const [variable, factor] of factors) terms.set(variable, (terms.get(variable) ?? 0n) + whole(factor));
  return reduced(terms, whole(constant), relation);
}

/** a · `first` + b · `second` with a, b > 0 (an equality may be added with any sign): what follows from both. */
export function combined(
  first: LinearConstraint,
  a: bigint,
  second: LinearConstraint,
  b: bigint,
  relation: Relation,
): LinearConstraint {
  const terms = new Map<string, bigint>();
  for (const [variable, coefficient] of first.terms) terms.set(variable, coefficient * a);
  for (const [variable, coefficient] of second.terms) {
    terms.set(variable, (terms.get(variable) ?? 0n) + coefficient * b);
  }
  return reduced(terms, first.constant * a + second.constant * b, relation);
}

/** The constraint factor · form + constant `relation` 0. */
export function scaled(
  form: ReadonlyMap<string, bigint>,
  factor: bigint,
  constant: bigint,
  relation: Relation,
): LinearConstraint {
  const terms = new Map<string, bigint>();
  for (const [variable, coefficient] of form) terms.set(variable, coefficient * factor);
  return reduced(terms, constant, relation);
}

/** Whether a constraint without variables holds. */
export function holdsTrivially({ constant, relation }: LinearConstraint): boolean {
  return relation === '<' ? constant < 0n : relation === '<=' ? constant <= 0n : constant === 0n;
}

function reduced(terms: Map<string, bigint>, constant: bigint, relation: Relation): LinearConstraint {
  let divisor = constant < 0n ? -constant : constant;
  for (const [variable, coefficient] of terms) {
    if (coefficient === 0n) terms.delete(variable);
    else divisor = greatestCommonDivisor(divisor, coefficient < 0n ? -coefficient : coefficient);
  }
  if (divisor <= 1n) return { terms, constant, relation, key: keyOf(terms, constant, relation) };
  for (const [variable, coefficient] of terms) terms.set(variable, coefficient / divisor);
  const least = constant / divisor;
  return { terms, constant: least, relation, key: keyOf(terms, least, relation) };
}

function keyOf(terms: ReadonlyMap<string, bigint>, constant: bigint, relation: Relation): string {
  let key = '';
  for (const variable of [...terms.keys()].sort()) key += `${String(terms.get(variable))}${variable} `;
  return key + constant.toString() + relation;
}

/** The greatest whole number ≥ 0 that divides both. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
