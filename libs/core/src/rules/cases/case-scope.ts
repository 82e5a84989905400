import type { Decimal } from '../../num/index.ts';
import type { FactValue, Instant } from '../../venue/index.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import { venueRecord } from '../judge/venue-record.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { decimalOfLiteral, wholeNumberOf } from '../language/literal.ts';
import type { CaseFacts } from './case-facts.ts';

/** When the account of a case is judged. Every fact it states is of this instant, so that none is too old. */
const INSTANT_OF_CASES: Instant = 0;

/**
 * The scope that checked facts of a case state. What is not stated is unknown; four facts that every scope has stand
 * for themselves: a cross pool, one position, no asset in particular, no tags.
 */
export function caseScope(facts: CaseFacts, catalogue: FactCatalogue): ScopeFacts {
  const amount = (name: string): Decimal | null => decimalOf(facts[name]);
  const text = (name: string): string | null => {
    const value = facts[name];
    return typeof value === 'string' ? value : null;
  };
  const count = amount('positionCount');
  const tags = facts['tags'];
  return {
    at: INSTANT_OF_CASES,
    equity: amount('equity'),
    accountValue: amount('accountValue'),
    initialMargin: amount('initialMargin'),
    maintenanceMargin: amount('maintenanceMargin'),
    notional: amount('notional'),
    unrealizedPnl: amount('unrealizedPnl'),
    withdrawable: amount('withdrawable'),
    positionCount: (count === null ? null : wholeNumberOf(count)) ?? 1,
    scope: text('scope') === 'isolated' ? 'isolated' : 'cross',
    asset: text('asset') ?? '',
    contract: text('contract'),
    tags: Array.isArray(tags) ? tags : [],
    venue: venueRecord(venueValues(facts, catalogue), INSTANT_OF_CASES),
  };
}

function decimalOf(value: CaseFacts[string] | undefined): Decimal | null {
  return typeof value === 'string' || typeof value === 'number' ? decimalOfLiteral(value) : null;
}

function venueValues(facts: CaseFacts, catalogue: FactCatalogue): [CatalogueFact, FactValue][] {
  return Object.entries(facts).flatMap(([name, value]): [CatalogueFact, FactValue][] => {
    const fact = catalogue.get(name);
    return fact?.origin === 'venue' ? [[fact, value]] : [];
  });
}
