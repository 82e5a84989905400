import { negate, ONE, ZERO } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  aboveZero,
  evaluate,
  exploreList,
  factsAskedBy,
  FALSE,
  linear,
  possibleVerdicts,
  regionOf,
  TRUE,
  UNKNOWN,
  witnessOf,
} from '../../rules/index.ts';
import type {
  BoundCondition,
  Budget,
  FactCatalogue,
  ListBranch,
  Names,
  Region,
  ScopeFacts,
} from '../../rules/index.ts';
import { areLiquidating, boundRules } from './bound-rules.ts';
import type { BoundRule } from './bound-rules.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Ways of coming out that are followed before the proof is given up as too large. */
const BUDGET = 10_000;

/** Witnesses among which the shortest is told. */
const WITNESSES_MAX = 16;

/**
 * Proves that every scope with maintenanceMargin > 0 and equity < maintenanceMargin, its facts known, reaches a zone
 * that liquidates, whatever its other facts are. Exact: the rules are followed in order along every way in which
 * their comparisons can come out, and each way is solved as linear inequalities over the facts.
 *
 * History needs no proof: no exit keeps a scope from liquidation (`exitAsked`).
 *
 * Facts that are absent by their nature (a ratio over nothing, the contract of a cross pool) are followed too: a
 * rule that they make unknown decides, and the scope would not be liquidated. What is not proven is refused.
 */
export function proveLiquidation(document: LiquidationTriggerDocument, names: Names): Problem[] {
  const rules = boundRules(document, names);
  const conditions = rules.map(({ condition }) => condition);
  const budget = { left: BUDGET };
  const escapes: Escape[] = [];
  let unproven: ListBranch | null = null;
  const scopes = liquidatableScopes(conditions, names.facts);
  const isSettled = (region: Region, at: number) => isPlain(rules.slice(at), region, budget);
  for (const branch of exploreList(conditions, scopes, budget, isSettled)) {
    if (reachesLiquidation(branch, rules)) continue;
    const witness = witnessOf(branch.region, names.facts);
    const escape = witness === null ? null : escapeOf(witness.facts, witness.text, rules);
    if (escape === null) unproven ??= branch;
    else escapes.push(escape);
    if (escapes.length >= WITNESSES_MAX) break;
  }
  const [shortest] = escapes.toSorted((a, b) => a.witness.length - b.witness.length);
  if (shortest !== undefined) return [escapeProblem(shortest)];
  if (unproven !== null) return [unprovenProblem(unproven, rules)];
  return budget.left > 0 ? [] : [tooLargeProblem()];
}

/**
 * The quick half of the proof: a rule that liquidates hits for certain, and every rule before it either liquidates
 * or cannot hit, and is never unknown.
 */
function isPlain(rules: readonly BoundRule[], region: Region, budget: Budget): boolean {
  for (const { condition, actions } of rules) {
    const possible = possibleVerdicts(condition, region, budget);
    if (possible.has(UNKNOWN) || (possible.has(TRUE) && !areLiquidating(actions))) return false;
    if (!possible.has(FALSE)) return possible.has(TRUE);
  }
  return false;
}

/** An account below its maintenance margin that no liquidating zone catches, judged by the rules themselves. */
interface Escape {
  readonly witness: string;
  /** The rule that decides instead; null where none hits. */
  readonly rule: BoundRule | null;
  readonly isUnknown: boolean;
}

/** Every scope that must reach a liquidating zone, over the facts that the conditions ask about. */
function liquidatableScopes(conditions: readonly BoundCondition[], catalogue: FactCatalogue) {
  const belowMaintenance = linear(
    [
      ['equity', ONE],
      ['maintenanceMargin', negate(ONE)],
    ],
    ZERO,
    '<',
  );
  return regionOf(factsAskedBy(conditions, catalogue), [aboveZero('maintenanceMargin'), belowMaintenance]);
}

function reachesLiquidation({ at, verdict }: ListBranch, rules: readonly BoundRule[]): boolean {
  const rule = at === null ? undefined : rules[at];
  return rule !== undefined && verdict === TRUE && areLiquidating(rule.actions);
}

function escapeOf(facts: ScopeFacts, witness: string, rules: readonly BoundRule[]): Escape | null {
  const deciding = rules.find(({ condition }) => evaluate(condition, facts) !== FALSE) ?? null;
  const isUnknown = deciding !== null && evaluate(deciding.condition, facts) === UNKNOWN;
  if (deciding !== null && !isUnknown && areLiquidating(deciding.actions)) return null;
  return { witness, rule: deciding, isUnknown };
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

function unprovenProblem({ at }: ListBranch, rules: readonly BoundRule[]): Problem {
  const rule = at === null ? undefined : rules[at];
  const obstacle = rule === undefined ? 'no rule may hit' : `\`${rule.name}\` stands in the way`;
  return notProven(rule?.pointer ?? '/rules', `${obstacle}: nothing shows that it lets no liquidatable scope escape`);
}

function tooLargeProblem(): Problem {
  return notProven('/rules', 'the rules can come out in too many ways to prove that no liquidatable scope escapes');
}

function notProven(path: string, message: string): Problem {
  const suggestion = 'put a rule `equity lessThan {"fact": "maintenanceMargin"}` that plans liquidation first';
  return { code: 'liquidating_zone_not_proven', path, message, suggestion };
}
