import type { ApprovedVersion } from '../policies/stored-version.ts';

/** Approved versions by policy and number; null where there is none, or where none is asked for. */
export function numberedVersions(
  approved: readonly ApprovedVersion[],
): (policy: string, version: number | null) => ApprovedVersion | null {
  const byNumber = new Map(approved.map((version) => [`${version.policy} ${String(version.version)}`, version]));
  return (policy, version) => byNumber.get(`${policy} ${String(version)}`) ?? null;
}
