import { compare, parseDecimal } from '../../num/index.ts';
import type { Finding } from '../../problem/index.ts';

/**
 * One sentence for a finding of this kind; null for a code of another. The relation is read from the values, so that
 * the sentence is true on both sides of the limit.
 *
 * `notional_above_last_cap`, `size_above_last_cap`: `observed` and `limit` in the ladder's basis.
 * `leverage_above_tier_max`: `observed` the chosen leverage, `limit` the tier's. `open_interest_missing`: no values.
 */
export function explain(finding: Finding): string | null {
  const contract = finding.contract ?? 'the contract';
  switch (finding.code) {
    case 'notional_above_last_cap':
      return `The notional in ${contract}, ${comparison(finding)} the last cap of its ladder${consequence(finding, LAST_CAP)}.`;
    case 'size_above_last_cap':
      return `The size in ${contract}, ${comparison(finding)} the last cap of its ladder${consequence(finding, LAST_CAP)}.`;
    case 'leverage_above_tier_max':
      return `The leverage chosen in ${contract}, ${comparison(finding)} the largest of its tier${consequence(finding, LEVERAGE)}.`;
    case 'open_interest_missing':
      return `The initial margin in ${contract} scales with open interest, which is not known, so it cannot be judged.`;
    default:
      return null;
  }
}

const LAST_CAP = 'the last tier goes on, and no new risk is taken';
const LEVERAGE = 'initial margin is that of the tier';

function comparison({ values }: Finding): string {
  const observed = values['observed'] ?? null;
  const limit = values['limit'] ?? null;
  const order = orderOf(observed, limit);
  const relation =
    order === null ? 'is not comparable with' : order > 0 ? 'is above' : order < 0 ? 'is below' : 'is at';
  return `${observed ?? 'unknown'}, ${relation} ${limit ?? 'unknown'},`;
}

function consequence({ values }: Finding, what: string): string {
  const order = orderOf(values['observed'] ?? null, values['limit'] ?? null);
  return order !== null && order > 0 ? `: ${what}` : '';
}

function orderOf(observed: string | null, limit: string | null): number | null {
  const left = observed === null ? null : parseDecimal(observed);
  const right = limit === null ? null : parseDecimal(limit);
  return left === null || right === null ? null : compare(left, right);
}
