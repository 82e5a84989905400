import type { PolicyVersion } from '../policy/index.ts';
import type { Instant } from '../venue/index.ts';
import { isLater, isWithin } from './version-in-force.ts';

/**
 * The versions that stand at an instant, at most one of each policy and mode: what is in force, what took its policy out
 * of force, and the shadow that is judged beside. In no particular order.
 */
export function standingAt(versions: readonly PolicyVersion[], at: Instant): PolicyVersion[] {
  const latest = new Map<string, PolicyVersion>();
  for (const version of versions) {
    if (!isWithin(version, at)) continue;
    const key = `${version.mode} ${version.policy}`;
    const known = latest.get(key);
    if (known === undefined || isLater(version, known)) latest.set(key, version);
  }
  return [...latest.values()];
}
