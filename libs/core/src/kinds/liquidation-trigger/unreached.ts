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
  numberStatement,
  UNKNOWN,
} from '../../rules/index.ts';
import type { linear, Literal, Names, Witness } from '../../rules/index.ts';
import { areLiquidating, boundRules } from './bound-rules.ts';
import type { BoundRule } from './bound-rules.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Steps that the proof may take before it is given up as too large. */
const STEPS_MAX = 1_000_000;

/** Which scopes are to be liquidated. */
export interface Asked {
  readonly statement: ReturnType<typeof linear>;
  /** Facts above zero, beside the maintenance margin. */
  readonly above: readonly string[];
}

/** Why it is not proven that every scope that a statement holds of is liquidated: one that is not, or that it is too large. */
export type Unreached =
  { readonly kind: 'escape'; readonly escape: Escape } | { readonly kind: 'unproven'; readonly reason: string };

/** A scope that no liquidating zone catches, judged by the rules themselves. */
export interface Escape {
  readonly witness: string;
  /** The rule that decides instead; null where none hits. */
  readonly rule: BoundRule | null;
  readonly isUnknown: boolean;
}

/** What becomes of it instead. */
export function escapeWords({ rule, isUnknown }: Escape): string {
  if (rule === null) return 'no rule hits it';
  if (isUnknown) return `\`${rule.name}\` cannot be judged on it`;
  return `\`${rule.name}\` puts it into \`${rule.zone}\`, which does not liquidate`;
}

/**
 * Searches for a scope with maintenanceMargin > 0, its facts known, that the statement holds of and that no liquidating rule
 * decides; null where it is proven that there is none. Exact: whether its numbers can be is solved as linear inequalities over
 * the facts.
 */
export function unreached(
  document: LiquidationTriggerDocument,
  names: Names,
  { statement, above }: Asked,
): Unreached | null {
  const rules = boundRules(document, names);
  const space = accountSpace(names.facts);
  for (const fact of ['maintenanceMargin', ...above]) give(space, aboveZero(fact));
  const { hits, blurs, before } = encodeList(
    space,
    rules.map(({ condition }) => condition),
  );
  const asked = numberStatement(space, statement);
  const budget = budgetOf(STEPS_MAX);
  const isSo = (witness: Witness) => escapeOf(witness, rules) !== null;
  const others = rules.flatMap(({ actions }, at) => (areLiquidating(actions) ? [] : (hits[at] ?? [])));
  // What no rule catches reads shortest, what cannot be judged longest.
  const ways: (readonly Literal[])[] = [before.slice(-1), others, blurs];
  let unproven: string | null = null;
  for (const way of ways) {
    const found = findAccount(space, [asked, anyOf(space.gates, way)], isSo, budget);
    const escape = found.kind === 'found' ? escapeOf(found.witness, rules) : null;
    if (escape !== null) return { kind: 'escape', escape };
    if (found.kind === 'unknown') unproven ??= found.reason;
  }
  return unproven === null ? null : { kind: 'unproven', reason: unproven };
}

function escapeOf({ facts, text }: Witness, rules: readonly BoundRule[]): Escape | null {
  const deciding = rules.find(({ condition }) => evaluate(condition, facts) !== FALSE) ?? null;
  const isUnknown = deciding !== null && evaluate(deciding.condition, facts) === UNKNOWN;
  if (deciding !== null && !isUnknown && areLiquidating(deciding.actions)) return null;
  return { witness: text, rule: deciding, isUnknown };
}
