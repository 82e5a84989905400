import type { PolicyVersion } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { Instant } from '@backstop/core/venue';

/** What an import would write: changes in the order in which they take effect. */
export interface ImportPlan {
  /** Why, as each change records it. */
  readonly reason: string;
  readonly changes: readonly PlannedChange[];
}

export interface PlannedChange {
  readonly effectiveFrom: Instant;
  readonly versions: readonly PlannedVersion[];
}

export interface PlannedVersion extends Pick<
  PolicyVersion,
  'policy' | 'version' | 'kind' | 'title' | 'scope' | 'document' | 'ends' | 'digest'
> {
  /** The bytes that the digest is of. */
  readonly canonical: string;
}

/** A problem of an import and the file that it is in; '' where it is between files. */
export interface FileProblem extends Problem {
  readonly file: string;
}

export type Planned<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly FileProblem[] };
