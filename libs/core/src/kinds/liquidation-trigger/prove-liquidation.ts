import { negate, ONE, ZERO } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { linear } from '../../rules/index.ts';
import type { Names } from '../../rules/index.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { escapeWords, unreached } from './unreached.ts';
import type { Escape } from './unreached.ts';

/**
 * Proves that every scope with maintenanceMargin > 0 and equity < maintenanceMargin, its facts known, reaches a zone
 * that liquidates, whatever its other facts are.
 *
 * History needs no proof: no exit keeps a scope from liquidation (`exitAsked`).
 *
 * Facts that are absent by their nature (a ratio over nothing, the contract of a cross pool) are followed too: a
 * rule that they make unknown decides, and the scope would not be liquidated. What is not proven is refused.
 */
export function proveLiquidation(document: LiquidationTriggerDocument, names: Names): Problem[] {
  const found = unreached(document, names, { statement: BELOW_MAINTENANCE, above: [] });
  if (found === null) return [];
  return [found.kind === 'escape' ? escapeProblem(found.escape) : unprovenProblem(found.reason)];
}

const BELOW_MAINTENANCE = linear(
  [
    ['equity', ONE],
    ['maintenanceMargin', negate(ONE)],
  ],
  ZERO,
  '<',
);

function escapeProblem(escape: Escape): Problem {
  return {
    code: 'liquidatable_scope_must_reach_liquidating_zone',
    path: escape.rule?.pointer ?? '/rules',
    message: `a scope with ${escape.witness} is below its maintenance margin, yet ${escapeWords(escape)}`,
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
