import { describe, expect, it } from 'vitest';
import type { PositionWords } from '../builders/account-of.ts';
import { PLAIN_LADDER, plainScope } from '../builders/plain-venue.ts';

const market = { contracts: { BTCUSDT: '10000', ETHUSDT: '1000', BTCUSD: '10000' } };
const FLAT = {
  model: 'step',
  basis: 'notional',
  tiers: [{ notionalFloor: '0', notionalCap: null, maintenanceMarginRate: '0.05', leverageMax: '20' }],
};

const JUMPING = { ...PLAIN_LADDER, deduction: 'none' };

function prices(ladder: object, asset: 'USDT' | 'BTC', balance: string, position: PositionWords) {
  const venue = { ladders: { BTCUSDT: ladder, ETHUSDT: ladder, BTCUSD: ladder } };
  const scope = plainScope({ venue, account: { collateral: [[asset, balance]], positions: [position] }, market });
  const [only] = scope.positions;
  return [only?.liquidationPrice, only?.bankruptcyPrice];
}

function linear(size: string): PositionWords {
  return { contract: 'BTCUSDT', size, entryPrice: '10000' };
}

/** 10,000 USD of an inverse contract: 1 BTC at the entry price. */
function inverse(size: string): PositionWords {
  return { contract: 'BTCUSD', size, entryPrice: '10000' };
}

describe('liquidation and bankruptcy price in the four forms, rate 5 %, a balance of about a fifth of the notional', () => {
  it.each([
    // (W − s·k·E) / (k·r − s·k) = 8000 / 0.95, up to the tick
    ['linear long, basis mark', FLAT, 'USDT', '2000', linear('1'), ['8421.1', '8000']],
    // 12000 / 1.05, down to the tick
    ['linear short, basis mark', FLAT, 'USDT', '2000', linear('-1'), ['11428.5', '12000']],
    // 10000 − 2000 + 500
    ['linear long, basis entry', { ...FLAT, maintenanceBasis: 'entry' }, 'USDT', '2000', linear('1'), ['8500', '8000']],
    [
      'linear short, basis entry',
      { ...FLAT, maintenanceBasis: 'entry' },
      'USDT',
      '2000',
      linear('-1'),
      ['11500', '12000'],
    ],
    // k·(s + r) / (W + s·k/E) = 10500 / 1.21, up to the tick
    ['inverse long, basis mark', FLAT, 'BTC', '0.21', inverse('10000'), ['8678', '8264.5']],
    // 9500 / 0.79, down to the tick
    ['inverse short, basis mark', FLAT, 'BTC', '0.21', inverse('-10000'), ['12025', '12658']],
    // k·s / (W + (s − r)·k/E) = 10000 / 1.16, up to the tick
    [
      'inverse long, basis entry',
      { ...FLAT, maintenanceBasis: 'entry' },
      'BTC',
      '0.21',
      inverse('10000'),
      ['8621', '8264.5'],
    ],
    // 10000 / 0.84, down to the tick
    [
      'inverse short, basis entry',
      { ...FLAT, maintenanceBasis: 'entry' },
      'BTC',
      '0.21',
      inverse('-10000'),
      ['11904.5', '12658'],
    ],
  ] as const)('%s', (_form, ladder, asset, balance, position, expected) => {
    expect(prices(ladder, asset, balance, position)).toEqual(expected);
  });
});

describe('where there is no positive price there is none', () => {
  it.each([
    ['a long that its balance pays for in full', 'USDT', '10000', linear('1'), [null, null]],
    ['a long whose balance is a tick short of it', 'USDT', '9999.9', linear('1'), ['0.2', '0.1']],
    ['the same on a ladder that jumps', 'USDT', '9999.9', linear('1'), ['0.2', '0.1'], JUMPING],
    ['an inverse short that its balance more than pays for', 'BTC', '1.1', inverse('-10000'), [null, null]],
  ] as const)('%s', (_relation, asset, balance, position, expected, ladder: object = FLAT) => {
    expect(prices(ladder, asset, balance, position)).toEqual(expected);
  });
});

describe('across tiers', () => {
  it('the tier is re-read at the price: a short that rises into tier 2', () => {
    // Tier 1 would give 105,000 / 9.045; there the notional is above 100,000, so that 1 % and a deduction of 500 apply:
    // 15,000 + 9 · (10,000 − P) = 9 · P · 0.01 − 500, so P = 105,500 / 9.09.
    expect(prices(PLAIN_LADDER, 'USDT', '15000', linear('-9'))[0]).toBe('11606.1');
  });

  it('where the requirement jumps across equity at a border, the price of the border is the answer', () => {
    const steep = {
      ...JUMPING,
      tiers: PLAIN_LADDER.tiers.map((tier, index) =>
        index === 1 ? { ...tier, maintenanceMarginRate: '0.05', leverageMax: '20' } : tier,
      ),
    };
    // Nine short: the notional is 100,000 at 11,111.11…, where equity is 4,000 and the requirement leaps from 500 to 5,000.
    expect(prices(steep, 'USDT', '14000', linear('-9'))[0]).toBe('11111.1');
    expect(prices({ ...steep, boundary: 'cap-inclusive' }, 'USDT', '14000', linear('-9'))[0]).toBe('11111.1');
  });

  it.each([
    ['floor-inclusive: liquidatable at the border itself', 'floor-inclusive', '9999.9'],
    ['cap-inclusive: liquidatable one tick beyond it', 'cap-inclusive', '10000'],
  ])('a border on the tick grid, %s', (_relation, boundary, price) => {
    const tiers = PLAIN_LADDER.tiers.map((tier, index) =>
      index === 1 ? { ...tier, maintenanceMarginRate: '0.05', leverageMax: '20' } : tier,
    );
    const ladder = { ...PLAIN_LADDER, deduction: 'none', boundary, tiers };
    const position = { contract: 'BTCUSDT', size: '-10', entryPrice: '9000' };
    const venue = { ladders: { BTCUSDT: ladder, ETHUSDT: ladder, BTCUSD: ladder } };
    const account = { collateral: [['USDT', '12000']], positions: [position] } as const;
    const scope = plainScope({ venue, account, market: { contracts: { BTCUSDT: '9500' } } });
    expect(scope.positions[0]?.liquidationPrice).toBe(price);
  });

  it('an account that is liquidatable already has the price at which it would not be', () => {
    const scope = plainScope({ account: { collateral: [['USDT', '10']], positions: [linear('1')] }, market });
    // 10 + P − 10000 = 0.005 · P
    expect(scope).toMatchObject({ liquidatable: true, positions: [{ liquidationPrice: '10040.3' }] });
  });
});
