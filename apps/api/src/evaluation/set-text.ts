import type { PolicySet } from '@backstop/core/policy';

/** By hash and by numbers: sets that say the same have one hash, and a decision names the versions of its own. */
export function setText({ hash, versions }: PolicySet): string {
  return `${hash} ${versions.map(({ version }) => String(version)).join()}`;
}
