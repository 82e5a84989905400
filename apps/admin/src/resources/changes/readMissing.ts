import type { ChangeSummary } from '@backstop/contracts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What a submitted change still lacks, in words; null in any other phase. */
export function readMissing(missing: ChangeSummary['missing'], translate: Translate): string | null {
  if (missing === null) return null;
  const { approvals, roles } = missing;
  if (approvals === 0 && roles.length === 0) return translate('change.nothing_missing');
  const count = translate('change.missing_approvals', { smart_count: Math.max(approvals, roles.length) });
  if (roles.length === 0) return count;
  return translate('change.missing_by', { count, roles: roles.map((role) => `\`${role}\``).join(', ') });
}
