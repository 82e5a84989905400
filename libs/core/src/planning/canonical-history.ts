import { canonicalJson } from '../canonical/index.ts';
import type { ScopeHistory } from '../liquidation/index.ts';
import { formatDecimal } from '../num/index.ts';
import { formatInstant } from '../venue/index.ts';

/**
 * The canonical text (RFC 8785) of what was done to scopes before: scopes by key, reductions by instant and amount. The input
 * hash of a plan reads it after the canonical input of an evaluation.
 */
export function canonicalHistory(history: Readonly<Record<string, ScopeHistory>>): string {
  const rows = Object.entries(history).map(([key, { startedAt, reductions }]) => [
    key,
    {
      startedAt: startedAt === null ? null : formatInstant(startedAt),
      reductions: reductions
        .map(({ at, notional }) => ({ at: formatInstant(at), notional: formatDecimal(notional) }))
        .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
    },
  ]);
  return canonicalJson(Object.fromEntries(rows));
}
