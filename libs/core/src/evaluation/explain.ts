import { kinds } from '../kinds/index.ts';
import type { Finding } from '../problem/index.ts';

/** The sentence of a finding: the kind's that owns its code, or evaluation's own. Every code has one; a test walks them. */
export function explain(finding: Finding): string {
  const own = ownSentence(finding);
  if (own !== null) return own;
  for (const kind of Object.values(kinds)) {
    const sentence = kind.explain(finding);
    if (sentence !== null) return sentence;
  }
  return finding.code.replaceAll('_', ' ');
}

/** Findings that no single kind speaks about. */
function ownSentence({ code, contract, values }: Finding): string | null {
  switch (code) {
    case 'contract_has_no_ladder':
      return `no margin ladder is in force for ${contract ?? 'the contract'}, so its margin cannot be judged`;
    case 'equity_below_initial_margin':
      return `equity ${values['observed'] ?? 'unknown'} is below initial margin ${values['limit'] ?? 'unknown'}: no new risk can be taken`;
    default:
      return null;
  }
}
