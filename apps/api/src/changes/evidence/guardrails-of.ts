import type { Guardrail } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import type { PolicyVersion } from '@backstop/core/policy';

/** The guardrails among some policies, ready to judge a change. */
export function guardrailsOf(policies: readonly Pick<PolicyVersion, 'kind' | 'document'>[]): Guardrail[] {
  const guardrail = kinds['change-guardrail'];
  return policies
    .filter(({ kind, document }) => kind === guardrail.id && document !== null)
    .map(({ document }) => guardrail.compile(document as Parameters<typeof guardrail.compile>[0]));
}
