import { absolute, compare, parseDecimal, subtract } from '../../num/index.ts';
import type { Finding } from '../../problem/index.ts';
import { words } from '../../rules/index.ts';
import { parseInstant } from '../../venue/index.ts';

/**
 * One sentence for a finding of this kind; null for a code of another. The relation is read from the values, so that
 * the sentence is true on both sides of the limit.
 *
 * `mark_price_stale`: `observed` the instant of the mark, `limit` the oldest instant that is believed.
 * `mark_price_outside_index_band`, `mark_price_outside_last_good_band`: `observed` the mark, `limit` the band as
 * `reference ± width`. `fact_unknown`: `fact`. `liquidation_on_hold`: `observed` the reason, `limit` when it ends.
 * `mark_price_missing`, `no_history_enter_thresholds_apply`: no values.
 */
export function explain({ code, contract, values }: Finding): string | null {
  const name = contract === null ? 'the contract' : `\`${contract}\``;
  const observed = values['observed'] ?? null;
  const limit = values['limit'] ?? null;
  switch (code) {
    case 'mark_price_missing':
      return `The mark price of ${name} is not known, so its positions cannot be judged.`;
    case 'mark_price_stale':
      return `The mark price of ${name}, of ${observed ?? 'an unknown time'}, is ${instantRelation(observed, limit)} the oldest that is believed, ${limit ?? 'unknown'}.`;
    case 'mark_price_outside_index_band':
      return `The mark price of ${name}, ${observed ?? 'unknown'}, is ${bandRelation(observed, limit)} the band around its index price, ${limit ?? 'unknown'}.`;
    case 'mark_price_outside_last_good_band':
      return `The mark price of ${name}, ${observed ?? 'unknown'}, is ${bandRelation(observed, limit)} the band around its last good mark price, ${limit ?? 'unknown'}.`;
    case 'fact_unknown':
      return `The fact ${words(values['fact'] ?? 'asked for')} is not known, so the rule that asks for it cannot be judged.`;
    case 'liquidation_on_hold':
      return `Liquidation of ${name} is on hold until ${limit ?? 'further notice'}: ${observed ?? 'no reason is given'}.`;
    case 'no_history_enter_thresholds_apply':
      return 'No history of the account is given, so the conditions for entering a zone apply, not those for leaving one.';
    default:
      return null;
  }
}

function instantRelation(observed: string | null, limit: string | null): string {
  const at = observed === null ? null : parseInstant(observed);
  const oldest = limit === null ? null : parseInstant(limit);
  if (at === null || oldest === null) return 'not comparable with';
  return at < oldest ? 'older than' : at === oldest ? 'exactly' : 'newer than';
}

/** Inside, at the edge of or outside `reference ± width`: |observed − reference| against width. */
function bandRelation(observed: string | null, band: string | null): string {
  const [reference = '', width = ''] = (band ?? '').split(' ± ');
  const mark = parseDecimal(observed ?? '');
  const middle = parseDecimal(reference);
  const distance = parseDecimal(width);
  if (mark === null || middle === null || distance === null) return 'not comparable with';
  const order = compare(absolute(subtract(mark, middle)), distance);
  return order < 0 ? 'inside' : order === 0 ? 'at the edge of' : 'outside';
}
