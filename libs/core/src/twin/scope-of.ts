import { parseDecimal } from '../num/index.ts';
import { venueRecord } from '../rules/index.ts';
import type { FactCatalogue, ScopeFacts } from '../rules/index.ts';
import type { FactValue, Instant } from '../venue/index.ts';

/** The facts of a scope out of values by name: decimals as text. What is not given is unknown, and not to be asked. */
export function scopeOf(values: ReadonlyMap<string, FactValue>, catalogue: FactCatalogue): ScopeFacts {
  const amount = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' ? parseDecimal(value) : null;
  };
  const text = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' ? value : null;
  };
  const [count, tags] = [values.get('positionCount'), values.get('tags')];
  const sent = [...values].flatMap(([name, value]) => {
    const fact = catalogue.get(name);
    return fact?.origin === 'venue' ? [[fact, value] as const] : [];
  });
  return {
    at: AT,
    equity: amount('equity'),
    accountValue: amount('accountValue'),
    initialMargin: amount('initialMargin'),
    maintenanceMargin: amount('maintenanceMargin'),
    notional: amount('notional'),
    unrealizedPnl: amount('unrealizedPnl'),
    withdrawable: amount('withdrawable'),
    positionCount: typeof count === 'number' ? count : 0,
    scope: text('scope') === 'isolated' ? 'isolated' : 'cross',
    asset: text('asset') ?? '',
    contract: text('contract'),
    tags: Array.isArray(tags) ? tags : [],
    venue: venueRecord(sent, AT),
  };
}

/** Any instant does, as every value holds for the very instant that is judged. */
const AT: Instant = 0;
