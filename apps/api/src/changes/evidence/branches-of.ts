import type { ApprovedVersion } from '../../policies/stored-version.ts';

/** Open emergencies whose every combination is looked at; beyond it, each alone, all and none. */
const COMBINED_MAX = 3;

/**
 * The timelines that can come true: an emergency that nobody has confirmed yet ends at its hour or stands on. The first
 * is the one in which none is confirmed.
 */
export function branchesOf(approved: readonly ApprovedVersion[]): readonly (readonly ApprovedVersion[])[] {
  const open = [...new Set(approved.filter(isOpenEmergency).map(({ change }) => change))];
  return subsetsOf(open).map((confirmed) =>
    confirmed.size === 0
      ? approved
      : approved.map((version) =>
          confirmed.has(version.change) && version.emergency !== null
            ? { ...version, effectiveUntil: version.emergency.untilIfConfirmed }
            : version,
        ),
  );
}

/** Whether a version stands by an emergency that nobody has confirmed; one that has ended so stays one. */
export function isOpenEmergency({ emergency }: ApprovedVersion): boolean {
  return emergency !== null && emergency.confirmedAt === null;
}

function subsetsOf(names: readonly string[]): ReadonlySet<string>[] {
  if (names.length > COMBINED_MAX) return [new Set(), ...names.map((name) => new Set([name])), new Set(names)];
  return names.reduce<Set<string>[]>(
    (subsets, name) => [...subsets, ...subsets.map((each) => new Set([...each, name]))],
    [new Set()],
  );
}
