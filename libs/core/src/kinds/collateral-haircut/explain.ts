import { instantRelationWords, relationWords } from '../../policy/index.ts';
import type { Finding } from '../../problem/index.ts';

/**
 * One sentence for a finding of this kind; null for a code of another. The relation is read from the values, so that
 * the sentence is true on both sides of the limit.
 *
 * `collateral_price_stale`: `observed` the instant of the price, `limit` the oldest that still counts, both RFC 3339.
 * `collateral_share_above_max`: both fractions of the pool's counted collateral, `observed` null where only the cut is
 * known. `collateral_price_missing`, `total_deposits_missing`: no values.
 */
export function explain({ code, asset, values }: Finding): string | null {
  const name = asset === null ? 'the asset' : `\`${asset}\``;
  const observed = values['observed'] ?? null;
  const limit = values['limit'] ?? null;
  switch (code) {
    case 'collateral_price_missing':
      return `The price at which ${name} counts as collateral is not known, so its value cannot be judged.`;
    case 'collateral_price_stale':
      return `The price of ${name}, of ${observed ?? 'unknown'}, ${instantRelationWords(observed, limit)} the oldest instant that still counts, ${limit ?? 'unknown'}.`;
    case 'collateral_share_above_max':
      if (observed === null) return `The share of ${name} in the counted collateral is cut to ${limit ?? 'its limit'}.`;
      return `The share of ${name} in the counted collateral, ${observed}, ${relationWords(observed, limit)} the largest allowed, ${limit ?? 'unknown'}.`;
    case 'total_deposits_missing':
      return `The haircut of ${name} scales with the venue's total deposits, which are not known, so its value cannot be judged.`;
    default:
      return null;
  }
}
