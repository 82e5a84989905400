import type { PolicyTimeline } from '@backstop/core/change';
import { formatInstant, type Instant } from '@backstop/core/venue';
import type { PolicyVersionResource, PolicyVersionSummary, VersionStatus } from '@backstop/contracts';
import { instantText } from '../clock/instant-text.ts';
import type { StoredDocument, StoredVersion } from './stored-version.ts';

/** A version as a list shows it at an instant; `policy` is its policy through time, where it has been approved. */
export function versionSummary(
  stored: StoredVersion,
  policy: PolicyTimeline | undefined,
  at: Instant,
): PolicyVersionSummary {
  const { change } = stored;
  return {
    policy: stored.policy,
    version: stored.version,
    kind: stored.kind,
    title: stored.title,
    scope: stored.scope as PolicyVersionSummary['scope'],
    mode: stored.mode,
    ends: stored.ends,
    status: statusOf(stored, policy, at),
    effectiveFrom: instantText(change.effectiveFrom),
    effectiveUntil: instantText(change.effectiveUntil),
    approvedAt: instantText(change.approvedAt),
    emergency: emergencyResource(change),
    digest: stored.digest,
    change: { id: change.id, origin: change.origin, actor: change.actor, reason: change.reason },
  };
}

/** A version whole. */
export function versionResource(
  stored: StoredDocument,
  policy: PolicyTimeline | undefined,
  at: Instant,
): PolicyVersionResource {
  const document = stored.document as PolicyVersionResource['document'];
  return { ...versionSummary(stored, policy, at), document, canonical: stored.canonical };
}

/** What time has made of a version. An end is active from its instant on, until a later version takes its place. */
function statusOf(stored: StoredVersion, policy: PolicyTimeline | undefined, at: Instant): VersionStatus {
  const { status, effectiveFrom, effectiveUntil } = stored.change;
  if (status === 'cancelled' || status === 'rejected' || status === 'withdrawn') return 'cancelled';
  if (status !== 'approved' || effectiveFrom === null) return 'draft';
  if (stored.mode === 'shadow') return 'shadow';
  if (effectiveFrom > at) return 'scheduled';
  if (effectiveUntil !== null && effectiveUntil <= at) return 'expired';
  const current = policy?.segments.findLast(({ from }) => from <= at);
  const isActive = stored.ends
    ? current?.version === null && current.from === effectiveFrom
    : current?.version?.version === stored.version;
  return isActive ? 'active' : 'superseded';
}

function emergencyResource({ emergency }: StoredVersion['change']): PolicyVersionSummary['emergency'] {
  if (emergency === null) return null;
  return { expiresAt: formatInstant(emergency.expiresAt), confirmed: emergency.confirmedAt !== null };
}
