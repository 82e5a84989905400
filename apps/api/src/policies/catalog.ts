import { formatInstant, type Instant } from '@backstop/core/venue';
import { parsePolicyId, type PolicyVersion } from '@backstop/core/policy';
import type { PolicyTimeline, Timeline } from '@backstop/core/change';
import type { PolicyListQuery, PolicyResource, PolicyStatus } from '@backstop/contracts';

/** The rows of the catalog that a query asks for, all pages of them, in its order. */
export function catalogRows(timeline: Timeline, at: Instant, query: PolicyListQuery): PolicyResource[] {
  const kinds = query.kind === undefined ? null : new Set(query.kind.split(','));
  const text = query.q?.toLowerCase();
  const rows = timeline.policies.map((policy) => policyRow(policy, at)).filter((row) => row !== null);
  return rows
    .filter((row) => kinds === null || kinds.has(row.kind))
    .filter((row) => query.status === undefined || row.status === query.status)
    .filter((row) => query.contract === undefined || namesContract(row, query.contract))
    .filter((row) => text === undefined || `${row.id}\n${row.title}`.toLowerCase().includes(text))
    .sort(inOrderOf(query.sort, query.order));
}

/** One policy as the catalog shows it at an instant. */
export function policyRow({ policy, versions, segments }: PolicyTimeline, at: Instant): PolicyResource | null {
  const begun = segments.findLast(({ from }) => from <= at);
  const next = segments.find(({ from, version }) => from > at && version !== null);
  const last = versions.reduce<PolicyVersion | null>(
    (latest, version) => (latest === null || version.version > latest.version ? version : latest),
    null,
  );
  const speaks = begun?.version ?? next?.version ?? last;
  const parts = parsePolicyId(policy);
  if (speaks === null || parts === null) return null;
  const { title, scope, version, digest, effectiveFrom } = speaks;
  const status = statusOf(begun?.version ?? null, next?.version ?? null, speaks);
  return {
    id: policy,
    ...parts,
    title,
    scope: scope as PolicyResource['scope'],
    version,
    versions: versions.length,
    effectiveFrom: formatInstant(effectiveFrom),
    status,
    digest,
  };
}

function statusOf(current: PolicyVersion | null, next: PolicyVersion | null, last: PolicyVersion): PolicyStatus {
  if (current !== null) return 'active';
  if (next !== null) return 'scheduled';
  return last.ends ? 'ended' : 'expired';
}

function namesContract({ scope }: PolicyResource, contract: string): boolean {
  return Array.isArray(scope.contracts) && scope.contracts.includes(contract);
}

/** Ties go by id, so that pages never overlap. */
function inOrderOf(field: PolicyListQuery['sort'], order: 'asc' | 'desc') {
  const direction = order === 'desc' ? -1 : 1;
  return (a: PolicyResource, b: PolicyResource): number => {
    const [left, right] = [a[field], b[field]];
    if (left !== right) return left < right ? -direction : direction;
    return a.id < b.id ? -1 : 1;
  };
}
