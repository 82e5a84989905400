import { negate, ONE, ZERO } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  aboveZero,
  accountSpace,
  anyOf,
  budgetOf,
  encodeList,
  evaluate,
  FALSE,
  findAccount,
  give,
  linear,
  numberStatement,
  UNKNOWN,
} from '../../rules/index.ts';
import type { Literal, Names, Witness } from '../../rules/index.ts';
import { areLiquidating, boundRules } from './bound-rules.ts';
import type { BoundRule } from './bound-rules.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Steps that the proof may take before it is given up as too large. */
const STEPS_MAX = 1_000_000;

/**
 * Proves that every scope with maintenanceMargin > 0 and equity < maintenanceMargin, its facts known, reaches a zone
 * that liquidates, whatever its other facts are. Exact: a scope that no liquidating rule decides is searched for, and
 * whether its numbers can be is solved as linear inequalities over the facts.
 *
 * History needs no proof: no exit keeps a scope from liquidation (`exitAsked`).
 *
 * Facts that are absent by their nature (a ratio over nothing, the contract of a cross pool) are followed too: a
 * rule that they make unknown decides, and the scope would not be liquidated. What is not proven is refused.
 */
export function proveLiquidation(document: LiquidationTriggerDocument, names: Names): Problem[] {
  const rules = boundRules(document, names);
  const space = accountSpace(names.facts);
  give(space, aboveZero('maintenanceMargin'));
  const { hits, blurs, before } = encodeList(
    space,
    rules.map(({ condition }) => condition),
  );
  const liquidatable = numberStatement(space, BELOW_MAINTENANCE);
  const budget = budgetOf(STEPS_MAX);
  const isSo = (witness: Witness) => escapeOf(witness, rules) !== null;
  const others = rules.flatMap(({ actions }, at) => (areLiquidating(actions) ? [] : (hits[at] ?? [])));
  // What no rule catches reads shortest, what cannot be judged longest.
  const ways: (readonly Literal[])[] = [before.slice(-1), others, blurs];
  let unproven: string | null = null;
  for (const way of ways) {
    const found = findAccount(space, [liquidatable, anyOf(space.gates, way)], isSo, budget);
    const escape = found.kind === 'found' ? escapeOf(found.witness, rules) : null;
    if (escape !== null) return [escapeProblem(escape)];
    if (found.kind === 'unknown') unproven ??= found.reason;
  }
  return unproven === null ? [] : [unprovenProblem(unproven)];
}

const BELOW_MAINTENANCE = linear(
  [
    ['equity', ONE],
    ['maintenanceMargin', negate(ONE)],
  ],
  ZERO,
  '<',
);

/** An account below its maintenance margin that no liquidating zone catches, judged by the rules themselves. */
interface Escape {
  readonly witness: string;
  /** The rule that decides instead; null where none hits. */
  readonly rule: BoundRule | null;
  readonly isUnknown: boolean;
}

function escapeOf({ facts, text }: Witness, rules: readonly BoundRule[]): Escape | null {
  const deciding = rules.find(({ condition }) => evaluate(condition, facts) !== FALSE) ?? null;
  const isUnknown = deciding !== null && evaluate(deciding.condition, facts) === UNKNOWN;
  if (deciding !== null && !isUnknown && areLiquidating(deciding.actions)) return null;
  return { witness: text, rule: deciding, isUnknown };
}

function escapeProblem({ witness, rule, isUnknown }: Escape): Problem {
  const outcome =
    rule === null
      ? 'no rule hits it'
      : isUnknown
        ? `\`${rule.name}\` cannot be judged on it`
        : `\`${rule.name}\` puts it into \`${rule.zone}\`, which does not liquidate`;
  return {
    code: 'liquidatable_scope_must_reach_liquidating_zone',
    path: rule?.pointer ?? '/rules',
    message: `a scope with ${witness} is below its maintenance margin, yet ${outcome}`,
    suggestion: 'put a rule `equity lessThan {"fact": "maintenanceMargin"}` that plans liquidation before it',
  };
}

function unprovenProblem(reason: string): Problem {
  return {
    code: 'liquidating_zone_not_proven',
    path: '/rules',
    message: `it is not proven that no liquidatable scope escapes: ${reason}`,
    suggestion: 'put a rule `equity lessThan {"fact": "maintenanceMargin"}` that plans liquidation first',
  };
}
