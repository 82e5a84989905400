import { combined, holdsTrivially } from './linear.ts';
import type { LinearConstraint } from './linear.ts';

/** More constraints than this at one step: the question is given up as too large, never answered wrongly. */
const CONSTRAINTS_MAX = 200;

/**
 * Fourier and Motzkin's elimination. Stage by stage, in the order in which values can be chosen: a value of the
 * stage's variable that satisfies its constraints can always be extended to the variables of the stages after it.
 */
export type Elimination =
  | { readonly kind: 'feasible'; readonly stages: readonly Stage[] }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'too-large' };

export interface Stage {
  readonly variable: string;
  /** Name this variable and variables of earlier stages only. */
  readonly constraints: readonly LinearConstraint[];
}

/**
 * Whether numbers exist that satisfy all constraints: exact over the rationals. `order` names the variables in the
 * order in which values are to be chosen; variables that it does not name come last.
 */
export function eliminate(constraints: readonly LinearConstraint[], order: readonly string[]): Elimination {
  const stages: Stage[] = [];
  let open = distinct(constraints);
  const toGo = variablesOf(open, order);
  for (;;) {
    if (open.some((constraint) => constraint.terms.size === 0 && !holdsTrivially(constraint))) {
      return { kind: 'infeasible' };
    }
    const variable = toGo.pop();
    if (variable === undefined) return { kind: 'feasible', stages: stages.reverse() };
    const naming = open.filter(({ terms }) => terms.has(variable));
    stages.push({ variable, constraints: naming });
    open = distinct([
      ...open.filter(({ terms }) => terms.size > 0 && !terms.has(variable)),
      ...without(variable, naming),
    ]);
    if (open.length > CONSTRAINTS_MAX) return { kind: 'too-large' };
  }
}

function variablesOf(constraints: readonly LinearConstraint[], order: readonly string[]): string[] {
  const rest = new Set<string>();
  for (const { terms } of constraints) for (const variable of terms.keys()) rest.add(variable);
  // What is found is taken out: what stays comes last.
  const named = order.filter((variable) => rest.delete(variable));
  return rest.size === 0 ? named : [...named, ...[...rest].sort()];
}

/** What the constraints say about the other variables once this one may take any value that they leave. */
function without(variable: string, naming: readonly LinearConstraint[]): LinearConstraint[] {
  const equality = naming.find(({ relation }) => relation === '=');
  if (equality !== undefined) {
    return naming.filter((other) => other !== equality).map((other) => substituted(variable, equality, other));
  }
  const uppers = naming.filter((constraint) => coefficientOf(variable, constraint) > 0n);
  const lowers = naming.filter((constraint) => coefficientOf(variable, constraint) < 0n);
  return uppers.flatMap((upper) =>
    lowers.map((lower) => {
      const relation = upper.relation === '<' || lower.relation === '<' ? '<' : '<=';
      return combined(upper, -coefficientOf(variable, lower), lower, coefficientOf(variable, upper), relation);
    }),
  );
}

function substituted(variable: string, equality: LinearConstraint, other: LinearConstraint): LinearConstraint {
  const pivot = coefficientOf(variable, equality);
  const factor = coefficientOf(variable, other);
  // The other constraint keeps its direction: it is only ever multiplied by a number above zero.
  return pivot > 0n
    ? combined(other, pivot, equality, -factor, other.relation)
    : combined(other, -pivot, equality, factor, other.relation);
}

function coefficientOf(variable: string, { terms }: LinearConstraint): bigint {
  return terms.get(variable) ?? 0n;
}

function distinct(constraints: readonly LinearConstraint[]): LinearConstraint[] {
  const byKey = new Map<string, LinearConstraint>();
  for (const constraint of constraints) byKey.set(constraint.key, constraint);
  return [...byKey.values()];
}
