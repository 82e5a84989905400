import type { PolicyVersionSummary } from '@backstop/contracts';

type Placed = Pick<PolicyVersionSummary, 'version' | 'effectiveFrom' | 'effectiveUntil' | 'status'>;

const NEVER_IN_FORCE: ReadonlySet<string> = new Set(['draft', 'cancelled', 'shadow']);

/** When a version stops speaking: at its own end, or where the next one takes effect; null while nothing follows. */
export function replacedAt(version: Placed, versions: readonly Placed[]): string | null {
  const from = instantOf(version.effectiveFrom);
  if (from === null || NEVER_IN_FORCE.has(version.status)) return version.effectiveUntil;
  const ends = versions
    .filter(({ version: number, status }) => number !== version.version && !NEVER_IN_FORCE.has(status))
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((start): start is string => (instantOf(start) ?? from) > from);
  const all = version.effectiveUntil === null ? ends : [...ends, version.effectiveUntil];
  return all.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
