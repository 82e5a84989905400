import { kinds } from '@backstop/core/kinds';
import type { Difference } from '@backstop/core/policy';

/** The differences of two documents that have passed the schema of their kind; null where the register has no such kind. */
export function differencesOf(kind: string, before: unknown, after: unknown): Difference[] | null {
  if (!Object.hasOwn(kinds, kind)) return null;
  const { diff } = kinds[kind as keyof typeof kinds];
  return (diff as (a: unknown, b: unknown) => Difference[])(before, after);
}
