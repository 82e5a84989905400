import type { Analysis } from '@backstop/core/policy';
import type { AnalysisResponse } from '@backstop/contracts';

/** What an analysis found, as the wire tells it. */
export function analysisResource({
  findings,
  comparison,
}: Analysis): Pick<AnalysisResponse, 'findings' | 'comparison'> {
  return {
    findings: findings.map(withPointers),
    comparison: comparison === null ? null : { ...comparison, differences: comparison.differences.map(withPointers) },
  };
}

/** The wire's lists are its own to keep. */
function withPointers<Row extends { readonly pointers: readonly string[] }>(row: Row): Row & { pointers: string[] } {
  return { ...row, pointers: [...row.pointers] };
}
