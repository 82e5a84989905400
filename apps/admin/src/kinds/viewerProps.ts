import type { PolicyResource } from '@backstop/contracts';

/** What every viewer of a kind is given. */
export interface ViewerProps {
  /** Canonical, as the kind's schema says: the server has checked it. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly kind: string;
  readonly scope: PolicyResource['scope'];
}
