import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical/index.ts';
import { decimal } from '../num/index.ts';
import type { Account, Market } from '../venue/index.ts';
import { canonicalInput } from './canonical-input.ts';
import type { CompiledSet } from './compiled-set.ts';

// A name that JSON must escape, and one that it need not.
const anyName = fc.constantFrom('BTCUSDT', 'ETH/USDT:USDT', 'quote"back\\slash', 'line\nbreak', 'ünïcode', '');
const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat(12))
  .map(([units, scale]) => decimal(units, scale));
const anyInstant = fc.option(fc.integer({ min: 0, max: 4e12 }));
const none = fc.constant(null);

const anyAccount: fc.Arbitrary<Account> = fc.record({
  id: anyName,
  ownerId: fc.option(anyName),
  tags: fc.array(anyName, { maxLength: 3 }),
  collateral: fc.array(fc.record({ asset: anyName, balance: anyDecimal }), { maxLength: 3 }),
  positions: fc.array(
    fc.record({
      contract: anyName,
      side: fc.constantFrom('net', 'long', 'short'),
      size: anyDecimal,
      entryPrice: anyDecimal,
      leverage: fc.option(anyDecimal),
      margin: fc.constantFrom('cross', 'isolated'),
      isolatedMargin: fc.option(anyDecimal),
      pendingFunding: anyDecimal,
    }),
    { maxLength: 3 },
  ),
  openOrders: fc.array(
    fc.record({
      contract: anyName,
      side: fc.constantFrom('buy', 'sell'),
      size: anyDecimal,
      price: anyDecimal,
      reduceOnly: fc.boolean(),
      margin: fc.constantFrom('cross', 'isolated'),
    }),
    { maxLength: 2 },
  ),
  state: fc.option(
    fc.record({ zones: fc.dictionary(anyName, anyName), shortfalls: fc.constant([]), receivables: fc.constant([]) }),
  ),
  facts: fc.dictionary(anyName, fc.oneof(anyName, fc.boolean(), fc.integer(), fc.array(anyName, { maxLength: 2 }))),
});

const anyMarket: fc.Arbitrary<Market> = fc.record({
  asOf: fc.integer({ min: 0, max: 4e12 }),
  contracts: fc.dictionary(
    anyName,
    fc.record({
      markPrice: fc.option(anyDecimal),
      priceAt: anyInstant,
      indexPrice: none,
      lastGoodMarkPrice: none,
      fundingRate: fc.option(anyDecimal),
      openInterest: none,
      volatility: none,
      depth: none,
      initialMarginMultiplier: fc.option(anyDecimal),
      maintenanceMarginMultiplier: fc.option(anyDecimal),
    }),
  ),
  assets: fc.dictionary(
    anyName,
    fc.record({ price: fc.option(anyDecimal), priceAt: anyInstant, redemptionPrice: none, totalDeposits: none }),
  ),
});

const anySet = {
  specification: { compiled: { assets: new Map(), contracts: new Map() } },
} as unknown as CompiledSet;

describe('canonicalInput', () => {
  it('is_canonical: parsing it and writing it canonically gives the same text', () => {
    fc.assert(
      fc.property(anyAccount, anyMarket, (account, market) => {
        const text = canonicalInput(account, market, anySet);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
