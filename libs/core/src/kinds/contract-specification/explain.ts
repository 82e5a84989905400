import { instantRelationWords, relationWords } from '../../policy/index.ts';
import type { Finding } from '../../problem/index.ts';

/**
 * One sentence for a finding of this kind; null for a code of another. The relation is read from the values, so that
 * the sentence is true on both sides of the limit.
 *
 * `position_size_above_max`, `open_interest_above_max`: `observed` and `limit` in contracts. `contract_is_reduce_only`,
 * `contract_is_delisted`: `observed` the listing. `contract_has_expired`: `observed` the instant asked about, `limit`
 * the expiry, both RFC 3339.
 */
export function explain({ code, contract, values }: Finding): string | null {
  const name = contract === null ? 'the contract' : `\`${contract}\``;
  const observed = values['observed'] ?? null;
  const limit = values['limit'] ?? null;
  switch (code) {
    case 'position_size_above_max':
      return `The size of the position in ${name}, ${observed ?? 'unknown'} contracts, ${relationWords(observed, limit)} the largest allowed, ${limit ?? 'unknown'}.`;
    case 'open_interest_above_max':
      return `The open interest of ${name}, ${observed ?? 'unknown'} contracts, ${relationWords(observed, limit)} the largest allowed, ${limit ?? 'unknown'}.`;
    case 'contract_is_reduce_only':
      return listingSentence(name, observed ?? 'reduce-only');
    case 'contract_is_delisted':
      return listingSentence(name, observed ?? 'delisted');
    case 'contract_has_expired':
      return `The instant asked about, ${observed ?? 'unknown'}, ${instantRelationWords(observed, limit)} the expiry of ${name}, ${limit ?? 'unknown'}.`;
    default:
      return null;
  }
}

function listingSentence(name: string, listing: string): string {
  const consequence: Readonly<Record<string, string>> = {
    listed: 'positions in it may be opened',
    'reduce-only': 'positions in it may only be reduced',
    delisted: 'it is off the market and takes no new risk',
  };
  return `The listing of ${name} is \`${listing}\`: ${consequence[listing] ?? 'it takes no new risk'}.`;
}
