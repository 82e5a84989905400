import { parseDecimal } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import type { Names } from './bind.ts';
import type { ScopeFacts } from './scope-facts.ts';

const flag = factDeclarationSchema.parse({
  ...{ name: 'desk.isWatched', type: 'boolean', unit: 'none', meaning: 'Watched.', source: 'the test' },
});

/** What rules about the sample may ask: the core's own facts and a flag of the venue. */
export const SAMPLE_NAMES: Names = { facts: scopeCatalogue([flag]), conditions: {} };

export function amount(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`no decimal: ${text}`);
  return value;
}

/** A cross pool ten short of its maintenance margin, without anything to withdraw being known. */
export const SAMPLE_SCOPE: ScopeFacts = {
  at: 0,
  equity: amount('90'),
  accountValue: amount('0'),
  initialMargin: amount('200'),
  maintenanceMargin: amount('100'),
  notional: amount('1000'),
  unrealizedPnl: amount('-3.5'),
  withdrawable: null,
  positionCount: 3,
  scope: 'cross',
  asset: 'USDT',
  contract: null,
  tags: ['retail', 'eu'],
  venue: { 'desk.isWatched': true },
};
