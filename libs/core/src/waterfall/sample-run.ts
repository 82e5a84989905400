import { decimal, parseDecimal, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { LossEvent } from './loss-event.ts';
import type { FundOfLoss, WaterfallRun } from './waterfall-run.ts';

/** A decimal of a test, as its author would write it. */
export function of(text: string): Decimal {
  return parseDecimal(text) ?? ZERO;
}

/** A loss of 100 USDT and no book; whatever a row of a table needs is put over it. */
export function sampleRun(
  over: Partial<Omit<WaterfallRun, 'event'>> & { readonly event?: Partial<LossEvent> },
): WaterfallRun {
  const event: LossEvent = {
    at: 0,
    accountId: 'loser',
    ownerId: null,
    contract: {
      contract: 'BTCUSDT',
      type: 'linear',
      multiplier: decimal(1n),
      base: 'BTC',
      quote: 'USDT',
      settlementAsset: 'USDT',
      tickSize: null,
      lotSize: decimal(1n),
      group: 'linear',
      expiresAt: null,
      positionSizeMax: null,
      openInterestMax: null,
      listing: 'listed',
    },
    markPrice: of('100'),
    openPosition: null,
    deficit: { asset: 'USDT', amount: of('100') },
    isOwed: false,
    residual: [],
    fees: [],
    ...over.event,
  };
  return {
    rules: { layers: [], conversions: [] },
    candidates: [],
    fund: null,
    treasury: [],
    drawnInPeriod: new Map(),
    assets: new Map([
      ['USDT', { asset: 'USDT', precision: 2 }],
      ['BTC', { asset: 'BTC', precision: 4 }],
      ['ETH', { asset: 'ETH', precision: 4 }],
    ]),
    prices: new Map([
      ['USDT', decimal(1n)],
      ['BTC', of('30000')],
    ]),
    sha256: (text) => text,
    ...over,
    event,
  };
}

/** A compartment without caps or floor and its balance; whatever a row needs is put over it. */
export function sampleFund(
  balance: string,
  rules: Partial<FundOfLoss['rules']> = {},
  state: Partial<FundOfLoss['state']> = {},
): FundOfLoss {
  return {
    rules: {
      name: 'main',
      groups: null,
      asset: 'USDT',
      inflows: { surplusShare: decimal(1n), feeShare: decimal(1n), takesDeposits: true },
      balanceFloor: ZERO,
      caps: { lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null },
      adlSwitch: null,
      takeover: null,
      ...rules,
    },
    state: {
      compartment: 'main',
      balance: of(balance),
      drawnInPeriod: ZERO,
      drawnForAccount: ZERO,
      isAdlOn: false,
      window: null,
      ...state,
    },
  };
}
