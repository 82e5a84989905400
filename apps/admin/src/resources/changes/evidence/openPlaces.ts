import { PERMISSIONS_OF_ROLE } from '@backstop/core/access';
import type { ChangeResource, DirectoryEntry } from '@backstop/contracts';

/** An approval that is missing. */
export interface OpenPlace {
  /** Role that whoever gives it must hold; null = whoever may review. */
  readonly role: string | null;
  /** Who can give it, those who were asked first; nobody = the change cannot go on as it is. */
  readonly people: readonly DirectoryEntry[];
}

type Reviewed = Pick<ChangeResource, 'missing' | 'contributors' | 'reviews' | 'requestedApprovers'>;

/** The approvals that a change lacks, each with the people who can give it: nobody who wrote any of it, and each once. */
export function openPlaces(change: Reviewed, people: readonly DirectoryEntry[]): readonly OpenPlace[] {
  const { missing, contributors, reviews, requestedApprovers } = change;
  if (missing === null) return [];
  const given = new Set(reviews.filter(({ counts }) => counts).map(({ by }) => by));
  const free = people
    .filter(({ id, disabled }) => !disabled && !contributors.includes(id) && !given.has(id))
    .filter(({ roles }) => roles.some((role) => PERMISSIONS_OF_ROLE[role].includes('change:review')))
    .toSorted((a, b) => Number(requestedApprovers.includes(b.id)) - Number(requestedApprovers.includes(a.id)));
  const count = Math.max(missing.approvals, missing.roles.length);
  return Array.from({ length: count }, (_, index) => {
    const role = missing.roles[index] ?? null;
    return { role, people: role === null ? free : free.filter(({ roles }) => roles.some((held) => held === role)) };
  });
}
