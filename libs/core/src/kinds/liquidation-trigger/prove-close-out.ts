import { formatDecimal, negate, ONE, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { linear, scopeCatalogue } from '../../rules/index.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { escapeWords, unreached } from './unreached.ts';
import type { Escape } from './unreached.ts';

/**
 * Proves that a checked trigger liquidates every scope with initialMargin > 0 and accountValue < share · initialMargin, whatever
 * its other facts are; or names one that escapes. At a share of 0.5 it is the European retail close-out rule.
 */
export function proveCloseOut(document: LiquidationTriggerDocument, share: Decimal): Problem[] {
  const statement = linear(
    [
      ['accountValue', ONE],
      ['initialMargin', negate(share)],
    ],
    ZERO,
    '<',
  );
  const names = { facts: scopeCatalogue(document.facts), conditions: document.conditions };
  const found = unreached(document, names, { statement, above: ['initialMargin'] });
  if (found === null) return [];
  const limit = formatDecimal(share);
  return [found.kind === 'escape' ? escapeProblem(found.escape, limit) : unprovenProblem(found.reason, limit)];
}

function escapeProblem(escape: Escape, share: string): Problem {
  return {
    code: 'protected_scope_must_be_closed_out',
    path: escape.rule?.pointer ?? '/rules',
    message: `a scope with ${escape.witness} is below ${share} of its initial margin, yet ${escapeWords(escape)}`,
    suggestion: suggestionOf(share),
  };
}

function unprovenProblem(reason: string, share: string): Problem {
  return {
    code: 'close_out_not_proven',
    path: '/rules',
    message: `it is not proven that every protected scope below ${share} of its initial margin is closed out: ${reason}`,
    suggestion: suggestionOf(share),
  };
}

function suggestionOf(share: string): string {
  return `put a rule \`accountValueToInitialMargin lessThan ${share}\` that plans liquidation first`;
}
