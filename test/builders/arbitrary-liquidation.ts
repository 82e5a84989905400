import fc from 'fast-check';
import { decimalTexts } from './arbitrary-text.ts';
import { takingFund } from './taking-fund.ts';
import type { World } from './arbitrary-world.ts';

/** A `forced-liquidation` document as an author would write it. */
export type LiquidationWords = Readonly<Record<string, unknown>>;

/** What may be drawn; everything where nothing is said. */
export interface LiquidationChoice {
  readonly steps?: readonly ('full' | 'tiers-down' | 'fraction' | 'shortage')[];
  readonly converts?: boolean;
  readonly takesOver?: boolean;
  /** Whether a plan may stop to wait. */
  readonly waits?: boolean;
}

/** Valid documents of every step size, order and limit. */
export function liquidationDocuments(choice: LiquidationChoice = {}): fc.Arbitrary<LiquidationWords> {
  const { steps = ['full', 'tiers-down', 'fraction', 'shortage'], converts, takesOver, waits = true } = choice;
  return fc
    .record({
      accountOrder: fc.constantFrom('risk', 'limit-distance', 'largest-notional', 'largest-deficit'),
      positionOrder: fc.subarray([
        { by: 'contract-group', groups: ['second', 'first'] },
        { by: 'largest-loss' },
        { by: 'largest-maintenance-margin' },
        { by: 'most-liquid' },
      ]),
      step: fc.constantFrom(...steps).chain((model) => stepWords(model)),
      fullBelowNotional: fc.option(fc.constantFrom('100', '5000')),
      fullBelowSize: fc.option(fc.constantFrom('1', '50')),
      notionalMin: fc.option(fc.constantFrom('10', '1000')),
      cooldownSeconds: waits ? fc.constantFrom(0, 0, 30) : fc.constant(0),
      interval: waits
        ? fc.option(fc.record({ seconds: fc.constant(60), notionalMax: fc.constantFrom('1000', '50000') }))
        : fc.constant(null),
      exitBuffer: fc.oneof(fc.constant('1'), decimalTexts(1, 2, 2)),
      limit: fc.oneof(
        fc.constant({ model: 'bankruptcy-amount' }),
        fc.record({
          model: fc.constant('spread'),
          bankruptcyAdjustment: decimalTexts(0.1, 3, 1),
          spreadToMaintenanceRatio: decimalTexts(0.1, 2, 1),
        }),
      ),
      assumedFillDiscount: fc.oneof(fc.constant('0'), decimalTexts(0, 0.02, 4), fc.constant('1')),
      feeRate: decimalTexts(0, 0.03, 4),
      fundFeeRate: fc.oneof(fc.constant('0'), decimalTexts(0, 0.02, 4)),
      fundFeeShareMax: fc.constantFrom('1', '0.95'),
      surplusTo: fc.constantFrom('account', 'fund'),
      takeover: takesOver === undefined ? fc.boolean() : fc.constant(takesOver),
      conversion: converts === false ? fc.constant(null) : fc.option(fc.constantFrom(...CONVERSIONS)),
    })
    .map((words) => (isShortage(words.step) ? { ...words, surplusTo: 'account' } : words))
    .map((words) => (words.interval === null ? words : { ...words, notionalMin: '10' }));
}

const CONVERSIONS = [
  { sales: [{ asset: 'USDC', discount: '0.001' }], netLimits: [] },
  {
    sales: [
      { asset: 'BTC', discount: '0.02' },
      { asset: 'ETH', discount: '0' },
      { asset: 'USDT', discount: '0.001' },
    ],
    netLimits: [{ asset: 'USDT', netMin: '-1000' }],
  },
];

/** The same worlds under a policy, one object of words for all of them. */
export function worldsUnder(worlds: readonly World[], document: LiquidationWords): readonly World[] {
  const [first] = worlds;
  if (first === undefined) return [];
  const settled = [...new Set(first.venue.contracts.map((row) => String(row['settlementAsset'])))].sort();
  const policy = { kind: 'forced-liquidation', key: 'venue', scope: { contracts: '*' as const }, document };
  const venue = { ...first.venue, more: [policy, takingFund(...settled)] };
  return worlds.map((world) => ({ ...world, venue }));
}

function stepWords(model: 'full' | 'tiers-down' | 'fraction' | 'shortage'): fc.Arbitrary<LiquidationWords> {
  switch (model) {
    case 'full':
      return fc.constant({ model });
    case 'tiers-down':
      return fc.integer({ min: 1, max: 3 }).map((tiers) => ({ model, tiers }));
    case 'fraction':
      return decimalTexts(0.05, 1, 2).map((fraction) => ({ model, fraction }));
    case 'shortage':
      return fc
        .option(fc.constant({ initialShare: '0.5', durationSeconds: 60, fullBelowShortage: '10' }))
        .map((ramp) => ({ model, ramp }));
  }
}

function isShortage(step: LiquidationWords): boolean {
  return step['model'] === 'shortage';
}
