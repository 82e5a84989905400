import type { ChangePhaseName } from '@backstop/contracts';

/** What the list can be narrowed by; the names are those of the API's query. */
export interface ChangeFilter {
  /** Phases separated by commas. */
  readonly phase?: string | undefined;
  readonly policy?: string | undefined;
  readonly contributor?: string | undefined;
  readonly q?: string | undefined;
}

/** What people ask for: each a name and the phases that it stands for; all of them where it names none. */
export const PHASE_GROUPS: readonly { readonly key: string; readonly phases: readonly ChangePhaseName[] }[] = [
  { key: 'all', phases: [] },
  { key: 'draft', phases: ['draft'] },
  { key: 'submitted', phases: ['submitted'] },
  { key: 'rejected', phases: ['rejected'] },
  { key: 'scheduled', phases: ['scheduled'] },
  { key: 'active', phases: ['active'] },
  { key: 'over', phases: ['superseded', 'expired', 'withdrawn', 'cancelled'] },
];

/** The filter without the parts that say nothing, so that the address stays short. */
export function narrowed(filter: ChangeFilter): Record<string, string> {
  const entries = Object.entries(filter).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}
