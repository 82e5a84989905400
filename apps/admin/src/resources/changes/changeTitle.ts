import type { ChangeSummary } from '@backstop/contracts';

type Titled = Pick<ChangeSummary, 'reason' | 'policies' | 'policyCount'>;
type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Longest title, in characters; the whole reason stands on the page of the change. */
const LENGTH_MAX = 110;

/** What a change is called: the first line of its reason, or what it is about while it has none. */
export function changeTitle(change: Titled, translate: Translate): string {
  const [line = ''] = change.reason.trim().split('\n');
  if (line !== '') return line.length <= LENGTH_MAX ? line : `${line.slice(0, LENGTH_MAX - 1).trimEnd()}…`;
  const [first] = change.policies;
  if (first === undefined) return translate('change.untitled');
  return translate('change.titled_by_policies', { policy: first, smart_count: change.policyCount });
}
