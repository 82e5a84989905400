import type { Budget } from '../budget.ts';
import { combined, greatestCommonDivisor, holdsTrivially } from './linear.ts';
import type { LinearConstraint } from './linear.ts';

/** More constraints than this at one step: the question is given up as too large, never answered wrongly. */
const CONSTRAINTS_MAX = 200;

/**
 * Fourier and Motzkin's elimination. Stage by stage, in the order in which values can be chosen: a value of the
 * stage's variable that satisfies its constraints can always be extended to the variables of the stages after it.
 */
export type Elimination =
  | { readonly kind: 'feasible'; readonly stages: readonly Stage[] }
  /** `origins`: constraints that contradict one another. */
  | { readonly kind: 'infeasible'; readonly origins: readonly LinearConstraint[] }
  | { readonly kind: 'too-large' };

export interface Stage {
  readonly variable: string;
  /** Name this variable and variables of earlier stages only. */
  readonly constraints: readonly LinearConstraint[];
}

/** A constraint, and the places of those that it follows from, as bits. */
interface Derived {
  readonly constraint: LinearConstraint;
  readonly origins: bigint;
}

/**
 * Whether numbers exist that satisfy all constraints: exact over the rationals. `order` names the variables in the
 * order in which values are to be chosen, variables that it does not name last; null = whatever is quickest.
 */
export function eliminate(
  constraints: readonly LinearConstraint[],
  order: readonly string[] | null,
  budget: Pick<Budget, 'left'> = { left: Infinity },
): Elimination {
  const stages: Stage[] = [];
  let open = distinct(constraints.map((constraint, at) => ({ constraint, origins: 1n << BigInt(at) })));
  const toGo = variablesOf(constraints, order ?? []);
  for (;;) {
    const broken = open.find(({ constraint }) => constraint.terms.size === 0 && !holdsTrivially(constraint));
    if (broken !== undefined) return { kind: 'infeasible', origins: originsOf(broken.origins, constraints) };
    const variable = order === null ? quickest(toGo, open) : toGo.pop();
    if (variable === undefined) return { kind: 'feasible', stages: stages.reverse() };
    const naming = open.filter(({ constraint }) => constraint.terms.has(variable));
    stages.push({ variable, constraints: naming.map(({ constraint }) => constraint) });
    const others = open.filter(({ constraint: { terms } }) => terms.size > 0 && !terms.has(variable));
    open = distinct([...others, ...without(variable, naming)]);
    budget.left -= 10 * open.length;
    if (open.length > CONSTRAINTS_MAX) return { kind: 'too-large' };
  }
}

function originsOf(bits: bigint, constraints: readonly LinearConstraint[]): LinearConstraint[] {
  return constraints.filter((_, at) => ((bits >> BigInt(at)) & 1n) === 1n);
}

function variablesOf(constraints: readonly LinearConstraint[], order: readonly string[]): string[] {
  const rest = new Set<string>();
  for (const { terms } of constraints) for (const variable of terms.keys()) rest.add(variable);
  // What is found is taken out: what stays comes last.
  const named = order.filter((variable) => rest.delete(variable));
  return rest.size === 0 ? named : [...named, ...[...rest].sort()];
}

/** Takes out the variable whose elimination leaves the fewest constraints. */
function quickest(toGo: string[], open: readonly Derived[]): string | undefined {
  let best: { at: number; cost: number } | null = null;
  for (const [at, variable] of toGo.entries()) {
    let [upper, lower] = [0, 0];
    for (const { constraint } of open) {
      const coefficient = coefficientOf(variable, constraint);
      if (coefficient > 0n) upper += 1;
      else if (coefficient < 0n) lower += 1;
    }
    const cost = upper * lower - upper - lower;
    if (best === null || cost < best.cost) best = { at, cost };
  }
  return best === null ? undefined : toGo.splice(best.at, 1)[0];
}

/** What the constraints say about the other variables once this one may take any value that they leave. */
function without(variable: string, naming: readonly Derived[]): Derived[] {
  const equality = naming.find(({ constraint }) => constraint.relation === '=');
  if (equality !== undefined) {
    return naming.filter((other) => other !== equality).map((other) => substituted(variable, equality, other));
  }
  const uppers = naming.filter(({ constraint }) => coefficientOf(variable, constraint) > 0n);
  const lowers = naming.filter(({ constraint }) => coefficientOf(variable, constraint) < 0n);
  return uppers.flatMap((upper) => lowers.map((lower) => between(variable, lower, upper)));
}

function between(variable: string, lower: Derived, upper: Derived): Derived {
  const relation = upper.constraint.relation === '<' || lower.constraint.relation === '<' ? '<' : '<=';
  const [down, up] = [coefficientOf(variable, lower.constraint), coefficientOf(variable, upper.constraint)];
  return {
    constraint: combined(upper.constraint, -down, lower.constraint, up, relation),
    origins: upper.origins | lower.origins,
  };
}

function substituted(variable: string, equality: Derived, other: Derived): Derived {
  const pivot = coefficientOf(variable, equality.constraint);
  const factor = coefficientOf(variable, other.constraint);
  const { relation } = other.constraint;
  // The other constraint keeps its direction: it is only ever multiplied by a number above zero.
  const [a, b] = pivot > 0n ? [pivot, -factor] : [-pivot, factor];
  return {
    constraint: combined(other.constraint, a, equality.constraint, b, relation),
    origins: equality.origins | other.origins,
  };
}

function coefficientOf(variable: string, { terms }: LinearConstraint): bigint {
  return terms.get(variable) ?? 0n;
}

/** Of constraints on the same form the tightest: the others follow from it. */
function distinct(constraints: readonly Derived[]): Derived[] {
  const tightest = new Map<string, Derived & { readonly divisor: bigint }>();
  for (const derived of constraints) {
    const { terms, relation } = derived.constraint;
    let divisor = 0n;
    for (const coefficient of terms.values()) divisor = greatestCommonDivisor(divisor, coefficient);
    let form = relation === '=' ? derived.constraint.key : '';
    for (const variable of [...terms.keys()].sort()) {
      form += `${String(coefficientOf(variable, derived.constraint) / divisor)}${variable} `;
    }
    const other = tightest.get(form);
    const own = { ...derived, divisor: divisor === 0n ? 1n : divisor };
    if (other === undefined || isTighter(own, other)) tightest.set(form, own);
  }
  return [...tightest.values()];
}

/** Constraints on one form, which the coefficients of each are a multiple of by its divisor. */
function isTighter(
  { constraint: one, divisor }: Derived & { readonly divisor: bigint },
  { constraint: two, divisor: other }: Derived & { readonly divisor: bigint },
): boolean {
  const difference = one.constant * other - two.constant * divisor;
  return difference > 0n || (difference === 0n && one.relation === '<' && two.relation === '<=');
}
