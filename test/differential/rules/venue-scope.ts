import { factDeclarationSchema, scopeCatalogue } from '@backstop/core/rules';
import type { FactCatalogue, ScopeFacts } from '@backstop/core/rules';
import type { FactValue } from '@backstop/core/venue';

/** A catalogue with these facts of a venue beside the core's own. */
export function catalogueOf(...declared: readonly Readonly<Record<string, unknown>>[]): FactCatalogue {
  const text = { unit: 'none', meaning: 'For the test.', source: 'the test' };
  return scopeCatalogue(declared.map((fact) => factDeclarationSchema.parse({ ...text, ...fact })));
}

/** A scope of which only these facts of a venue, and what is given beside them, are known. */
export function venueScope(venue: Readonly<Record<string, FactValue>>, given: Partial<ScopeFacts> = {}): ScopeFacts {
  return {
    ...{ at: 0, equity: null, accountValue: null, initialMargin: null, maintenanceMargin: null, notional: null },
    ...{ unrealizedPnl: null, withdrawable: null, positionCount: 0, scope: 'cross', asset: 'USDT', contract: null },
    ...{ tags: [], venue },
    ...given,
  };
}
