import { timelineAt } from '@backstop/core/change';
import type { PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import { digested } from '../policies/digested.ts';
import { timelineOf } from '../policies/timeline-of.ts';
import type { StoredEntry } from './stored-change.ts';

/**
 * The entries that bring back what was in force at an instant: policies that say something else now say again what they
 * said, those that have come since end, and those that have ended come back.
 */
export function rollBackEntries(
  approved: readonly PolicyVersion[],
  { to, at, policies }: { readonly to: Instant; readonly at: Instant; readonly policies: ReadonlySet<string> | null },
  writtenBy: string,
): StoredEntry[] {
  const timeline = timelineOf(approved);
  const wanted = byPolicy(timelineAt(timeline, to));
  const current = byPolicy(timelineAt(timeline, at));
  return [...new Set([...wanted.keys(), ...current.keys()])]
    .filter((policy) => policies === null || policies.has(policy))
    .sort()
    .flatMap((policy) => {
      const [then, now] = [wanted.get(policy), current.get(policy)];
      const speaks = then ?? now;
      if (speaks === undefined || then?.digest === now?.digest) return [];
      const { kind, title, scope } = speaks;
      const said = { kind, title, scope, document: then?.document ?? null, ends: then === undefined };
      const base = now?.version ?? null;
      return [{ ...said, ...digested(said), policy, base, mode: 'enforce' as const, writtenBy }];
    });
}

function byPolicy(versions: readonly PolicyVersion[]): ReadonlyMap<string, PolicyVersion> {
  return new Map(versions.map((version) => [version.policy, version]));
}
