import type { HistoryChange, HistoryVersion } from '@backstop/core/kinds/margin-tiers/import';
import { versionDigest } from '@backstop/core/policy';
import type { PolicyEnvelope, PolicyVersion } from '@backstop/core/policy';
import { parseInstant } from '@backstop/core/venue';
import { sha256 } from '../../builders/sha256.ts';

/** Policies that all take effect at one instant, as one change. */
export function changeAt(effectiveFrom: string, policies: readonly PolicyEnvelope[]): HistoryChange {
  return {
    effectiveFrom,
    versions: policies.map((envelope) => ({ policy: `${envelope.kind}.${envelope.key}`, envelope })),
  };
}

/** The versions that importing the changes in their order writes. */
export function versionsOf(changes: readonly HistoryChange[]): PolicyVersion[] {
  const counts = new Map<string, number>();
  const scopes = new Map<string, PolicyEnvelope['scope']>();
  return changes.flatMap(({ effectiveFrom, versions }, sequence) =>
    versions.map((version) => {
      const count = (counts.get(version.policy) ?? 0) + 1;
      counts.set(version.policy, count);
      const scope = version.envelope?.scope ?? scopes.get(version.policy) ?? { contracts: '*' };
      scopes.set(version.policy, scope);
      return versionOf(version, { effectiveFrom, count, sequence, scope });
    }),
  );
}

interface Place {
  readonly effectiveFrom: string;
  readonly count: number;
  readonly sequence: number;
  readonly scope: PolicyEnvelope['scope'];
}

function versionOf({ policy, envelope }: HistoryVersion, place: Place): PolicyVersion {
  const said = { scope: place.scope, document: envelope?.document ?? null, ends: envelope === null };
  return {
    ...said,
    policy,
    version: place.count,
    kind: policy.slice(0, policy.indexOf('.')),
    title: envelope?.title ?? policy,
    digest: versionDigest(said, sha256),
    mode: 'enforce',
    effectiveFrom: parseInstant(place.effectiveFrom)!,
    effectiveUntil: null,
    approvedAt: 0,
    approvalSequence: place.sequence,
  };
}
