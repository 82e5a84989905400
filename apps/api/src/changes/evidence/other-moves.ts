import {
  buildTimeline,
  movesOf,
  policySetOf,
  timelineAt,
  type PolicyMove,
  type ProposedEntry,
} from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import type { PolicySet, PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import { sha256 } from '../../persistence/sha256.ts';
import type { ApprovedVersion } from '../../policies/stored-version.ts';
import { timelineOf } from '../../policies/timeline-of.ts';
import type { StoredEntry } from '../stored-change.ts';
import { isOpenEmergency } from './branches-of.ts';

/** What a change is compared with, beside what is in force when it takes effect. */
interface Asked {
  readonly entries: readonly StoredEntry[];
  readonly approved: readonly ApprovedVersion[];
  /** What is in force when it takes effect. */
  readonly inForce: PolicySet;
  readonly at: Instant;
}

/**
 * A change written upon an emergency that nobody has confirmed, against what would stand without it: nobody has agreed
 * to that yet, so what goes on from there is as large a step as it is from what was agreed to.
 */
export function movesFromAgreed({ entries, approved, inForce, at }: Asked): PolicyMove[] {
  const open = new Set(
    (inForce.versions as readonly ApprovedVersion[]).filter(isOpenEmergency).map(({ policy }) => policy),
  );
  const concerned = entries.filter(({ policy }) => open.has(policy));
  if (concerned.length === 0) return [];
  const agreed = approved.filter((version) => !isOpenEmergency(version));
  const before = policySetOf(timelineAt(buildTimeline(agreed), at), sha256);
  return told('Against what stands once the unconfirmed emergency has ended', movesOf(concerned, before, kinds));
}

/** A policy that comes back, against what was said last about the same names: nothing is new that has been before. */
export function movesFromLast({ entries, approved, inForce, at }: Asked): PolicyMove[] {
  const known = new Set(inForce.versions.map(({ policy }) => policy));
  return entries.flatMap((entry) => {
    if (entry.ends || entry.mode === 'shadow' || known.has(entry.policy)) return [];
    const last = lastSaid(entry, approved, at);
    if (last === null) return [];
    const { policy, scope } = entry;
    const before = { ...inForce, versions: [...inForce.versions, { ...last, policy, scope }] };
    return told('Against what was said last', movesOf([entry], before, kinds));
  });
}

/** What happens where a change ends by itself: it goes back to what is approved beside it. */
export function movesAtEnd(
  { entries, approved }: Pick<Asked, 'entries' | 'approved'>,
  proposed: readonly PolicyVersion[],
  until: Instant,
): PolicyMove[] {
  const during = policySetOf(timelineAt(buildTimeline([...approved, ...proposed]), until), sha256);
  const then = new Map(timelineAt(timelineOf(approved), until).map((version) => [version.policy, version]));
  const back = entries
    .filter(({ mode }) => mode === 'enforce')
    .map((entry): ProposedEntry => {
      const { policy, kind } = entry;
      const version = then.get(policy);
      if (version === undefined)
        return { policy, kind, scope: entry.scope, document: null, ends: true, mode: 'enforce' };
      return { policy, kind, scope: version.scope, document: version.document, ends: false, mode: 'enforce' };
    })
    // What ends is taken out of force by a change that never was in it.
    .filter(({ policy, ends }) => !ends || during.versions.some((version) => version.policy === policy));
  return told('When it ends', movesOf(back, during, kinds));
}

/** The latest document about some of the same names, of whatever policy of the kind. */
function lastSaid(entry: StoredEntry, approved: readonly ApprovedVersion[], at: Instant): ApprovedVersion | null {
  const names = new Set(namesOf(entry));
  const before = approved.filter(
    (version) =>
      version.kind === entry.kind &&
      version.mode === 'enforce' &&
      !version.ends &&
      version.effectiveFrom <= at &&
      (version.policy === entry.policy || namesOf(version).some((name) => names.has(name))),
  );
  return before.reduce<ApprovedVersion | null>(
    (last, version) => (last === null || version.effectiveFrom >= last.effectiveFrom ? version : last),
    null,
  );
}

function namesOf({ scope }: Pick<PolicyVersion, 'scope'>): string[] {
  return Object.entries(scope).flatMap(([about, names]) =>
    Array.isArray(names) && about !== 'tags' ? names.map((name) => `${about} ${String(name)}`) : [],
  );
}

function told(what: string, moves: readonly PolicyMove[]): PolicyMove[] {
  return moves.map((move) => ({
    ...move,
    differences: move.differences.map((each) => ({ ...each, sentence: `${what}: ${each.sentence}` })),
  }));
}
