import type { Decision, ScopeDecision } from '@backstop/core/decision';
import { accountOf } from './account-of.ts';
import type { AccountWords } from './account-of.ts';
import { decided } from './judged.ts';
import { marketOf } from './market-of.ts';
import type { MarketWords } from './market-of.ts';
import { setOf } from './set-of.ts';
import type { VenueWords } from './set-of.ts';

const LINEAR = { type: 'linear', quote: 'USDT', settlementAsset: 'USDT', tickSize: '0.1' };

/** Tiers at 0, 100,000 and 1,000,000 of notional with rates of 0.5 %, 1 % and 5 %, up to 5,000,000. */
export const PLAIN_LADDER = {
  model: 'step',
  basis: 'notional',
  tiers: [
    { notionalFloor: '0', notionalCap: '100000', maintenanceMarginRate: '0.005', leverageMax: '100' },
    { notionalFloor: '100000', notionalCap: '1000000', maintenanceMarginRate: '0.01', leverageMax: '50' },
    { notionalFloor: '1000000', notionalCap: '5000000', maintenanceMarginRate: '0.05', leverageMax: '10' },
  ],
} as const;

/** A venue of three contracts, one pool per settlement asset, for tables whose rows change one thing each. */
export const PLAIN_VENUE = {
  valuationAsset: 'USDT',
  collateralMode: 'settlement-asset',
  assets: [
    { asset: 'USDT', precision: 2 },
    { asset: 'BTC', precision: 8 },
  ],
  contracts: [
    { contract: 'BTCUSDT', base: 'BTC', ...LINEAR },
    { contract: 'ETHUSDT', base: 'ETH', ...LINEAR },
    { contract: 'BTCUSD', type: 'inverse', base: 'BTC', quote: 'USD', settlementAsset: 'BTC', tickSize: '0.5' },
  ],
  ladders: { BTCUSDT: PLAIN_LADDER, ETHUSDT: PLAIN_LADDER, BTCUSD: PLAIN_LADDER },
} as const satisfies VenueWords;

/** What a row of a table says: the rest is the plain venue and an empty account. */
export interface PlainQuestion {
  readonly venue?: Partial<VenueWords>;
  readonly account?: AccountWords;
  readonly market?: MarketWords;
}

/** The decision about an account at the plain venue. */
export function plainDecision({ venue = {}, account = {}, market = {} }: PlainQuestion): Decision {
  const set = setOf(Object.keys(venue).length === 0 ? PLAIN_VENUE : { ...PLAIN_VENUE, ...venue });
  return decided({ set, account: accountOf(account), market: marketOf(market) });
}

/** The first scope of it: cross pools stand before isolated positions. */
export function plainScope(question: PlainQuestion): ScopeDecision {
  const [scope] = plainDecision(question).scopes;
  if (scope === undefined) throw new Error('a decision without a scope');
  return scope;
}

/** The codes of a list of findings, each with its contract where it has one. */
export function codesOf(findings: ScopeDecision['findings']): string[] {
  return findings.map(({ code, contract, asset }) =>
    [code, contract ?? asset].filter((part) => part !== null).join(' '),
  );
}
