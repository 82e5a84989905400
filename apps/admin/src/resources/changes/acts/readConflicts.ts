import { HttpError } from 'react-admin';
import type { RebaseConflict } from '@backstop/contracts';

/** What a merge left to be decided, from the answer that refused it; null for any other failure. */
export function readConflicts(error: unknown): readonly RebaseConflict[] | null {
  if (!(error instanceof HttpError)) return null;
  const body = error.body as { readonly code?: unknown; readonly conflicts?: unknown } | null;
  if (body?.code !== 'change_has_conflicts' || !Array.isArray(body.conflicts)) return null;
  return body.conflicts as RebaseConflict[];
}
