import { describe, expect, it } from 'vitest';
import type { OrderWords, PositionWords } from '../builders/account-of.ts';
import { PLAIN_LADDER, plainDecision, plainScope } from '../builders/plain-venue.ts';

const market = { contracts: { BTCUSDT: '10000', ETHUSDT: '1000', BTCUSD: '10000' } };

function btc(size: string, more: Partial<PositionWords> = {}): PositionWords {
  return { contract: 'BTCUSDT', size, entryPrice: '10000', ...more };
}

function ladders(changed: object) {
  const ladder = { ...PLAIN_LADDER, ...changed };
  return { ladders: { BTCUSDT: ladder, ETHUSDT: PLAIN_LADDER, BTCUSD: ladder } };
}

describe('maintenance margin at the borders of the plain ladder', () => {
  it.each([
    ['notional a unit below floor of tier 2', '9.999999', '500', '500', '500'],
    ['notional = floor of tier 2', '10', '500', '1000', '500'],
    ['notional a unit above floor of tier 2', '10.000001', '500.01', '1000.01', '1000.01'],
    ['notional = floor of tier 3', '100', '9500', '50000', '10000'],
    ['notional = last cap', '500', '209500', '250000', '250000'],
    ['notional above last cap: the last tier goes on', '600', '259500', '300000', '300000'],
  ])('%s', (_relation, size, continuous, jumping, capInclusive) => {
    const marginUnder = (changed: object): string | null => {
      return plainScope({ venue: ladders(changed), account: { positions: [btc(size)] }, market }).maintenanceMargin;
    };
    expect(marginUnder({})).toBe(continuous);
    expect(marginUnder({ boundary: 'cap-inclusive' })).toBe(continuous);
    expect(marginUnder({ deduction: 'none' })).toBe(jumping);
    expect(marginUnder({ deduction: 'none', boundary: 'cap-inclusive' })).toBe(capInclusive);
  });
});

describe('maintenance margin of one position entered at 10,000', () => {
  it.each([
    ['mark = entry', '10000', {}, '500'],
    ['mark above entry: on the notional at the mark', '12000', {}, '700'],
    ['mark above entry, basis entry: on the notional at entry', '12000', { maintenanceBasis: 'entry' }, '500'],
    ['with a fee of 0.1 % for closing', '12000', { closeFeeRate: '0.001' }, '820'],
    [
      'basis entry, the fee on the notional at the mark',
      '12000',
      { maintenanceBasis: 'entry', closeFeeRate: '0.001' },
      '620',
    ],
    ['a fraction of a unit: rounded up', '10000.01', {}, '500.01'],
  ])('%s', (_relation, mark, changed, margin) => {
    const question = {
      venue: ladders(changed),
      account: { positions: [btc('10')] },
      market: { contracts: { BTCUSDT: mark } },
    };
    expect(plainScope(question).maintenanceMargin).toBe(margin);
  });
});

describe('a long of 8 and a short of 3 of one contract', () => {
  const positions = [btc('8', { side: 'long' }), btc('-3', { side: 'short', entryPrice: '9000' })];
  const buys: OrderWords = { contract: 'BTCUSDT', side: 'buy', size: '4', price: '9900' };
  const sells: OrderWords = { contract: 'BTCUSDT', side: 'sell', size: '20', price: '10100' };

  it.each([
    ['net', '250', ['250', '0'], '500', '900', '3000'],
    ['larger-side', '400', ['400', '0'], '800', '2400', '4600'],
    ['gross', '550', ['400', '150'], '1100', '2700', '7000'],
  ])('%s', (hedgeNetting, maintenance, byLeg, initial, withBuys, withBoth) => {
    const venue = ladders({ hedgeNetting });
    const scope = plainScope({ venue, account: { positions }, market });
    expect(scope.maintenanceMargin).toBe(maintenance);
    expect(scope.positions.map(({ maintenanceMargin }) => maintenanceMargin)).toEqual(byLeg);
    expect(scope.initialMargin).toBe(initial);
    expect(plainScope({ venue, account: { positions, openOrders: [buys] }, market }).initialMargin).toBe(withBuys);
    expect(plainScope({ venue, account: { positions, openOrders: [buys, sells] }, market }).initialMargin).toBe(
      withBoth,
    );
  });

  it.each([
    ['one leg', [btc('5')]],
    ['8 against 3', positions],
    ['3005 against 3000', [btc('3005', { side: 'long' }), btc('-3000', { side: 'short' })]],
  ])('net: any split of 5 is margined alike (%s)', (_relation, legs) => {
    const account = { positions: legs };
    expect(plainScope({ account, market })).toMatchObject({ maintenanceMargin: '250', initialMargin: '500' });
  });

  it('both legs share one liquidation price, at which they move together', () => {
    const scope = plainScope({ account: { collateral: [['USDT', '5000']], positions }, market });
    // 5000 + 8 · (P − 10000) − 3 · (P − 9000) = 5 · P · 0.005
    expect(scope.positions.map(({ liquidationPrice }) => liquidationPrice)).toEqual(['9648.3', '9648.3']);
  });
});

describe('initial margin of open orders', () => {
  const order = (side: 'buy' | 'sell', size: string, more: Partial<OrderWords> = {}): OrderWords => {
    return { contract: 'BTCUSDT', side, size, price: '10000', ...more };
  };

  it.each<[string, PositionWords[], OrderWords[], string]>([
    ['position + buys above position − sells', [btc('2')], [order('buy', '3'), order('sell', '4')], '500'],
    ['position − sells on the other side is larger', [btc('2')], [order('buy', '3'), order('sell', '8')], '600'],
    ['sells within the position: the position alone', [btc('2')], [order('sell', '3')], '200'],
    ['reduce-only orders add nothing', [btc('2')], [order('buy', '30', { reduceOnly: true })], '200'],
    [
      'orders of several prices: all of them at the mark',
      [],
      [order('buy', '1', { price: '1' }), order('buy', '1')],
      '200',
    ],
    ['no position, buys = sells', [], [order('buy', '3'), order('sell', '3')], '300'],
    ['into the next tier: at its leverage', [btc('5')], [order('buy', '5')], '2000'],
    ['a contract without a position', [], [{ ...order('sell', '10'), contract: 'ETHUSDT' }], '100'],
  ])('%s', (_relation, positions, openOrders, margin) => {
    expect(plainScope({ account: { positions, openOrders }, market }).initialMargin).toBe(margin);
  });

  const long = btc('1', { side: 'long', margin: 'isolated', isolatedMargin: '500' });
  const isolated = order('buy', '1', { margin: 'isolated' });

  it.each<[string, OrderWords[], (string | null)[]]>([
    ['a cross order: the cross pool', [order('buy', '1')], ['100', '100']],
    ['an isolated order that adds to it: the isolated position', [isolated], ['200']],
    [
      'an isolated order on the other side: the cross pool',
      [order('sell', '1', { margin: 'isolated' })],
      ['100', '100'],
    ],
    ['an isolated order of another contract: the cross pool', [{ ...isolated, contract: 'ETHUSDT' }], ['10', '100']],
  ])('beside an isolated long, %s pays for it', (_relation, openOrders, margins) => {
    const { scopes } = plainDecision({ account: { positions: [long], openOrders }, market });
    expect(scopes.map(({ initialMargin }) => initialMargin)).toEqual(margins);
  });
});

describe('leverage', () => {
  it.each([
    ['chosen below what the tier allows', '10', '1000'],
    ['chosen = what the tier allows', '100', '100'],
    ['chosen above what the tier allows: the tier speaks', '125', '100'],
    ['not chosen: the tier speaks', null, '100'],
  ])('%s', (_relation, leverage, margin) => {
    expect(plainScope({ account: { positions: [btc('1', { leverage })] }, market }).initialMargin).toBe(margin);
  });

  it('of two legs the lower one asks for most', () => {
    const positions = [btc('3', { side: 'long', leverage: '50' }), btc('-1', { side: 'short', leverage: '10' })];
    expect(plainScope({ account: { positions }, market }).initialMargin).toBe('2000');
  });
});

describe('what may be withdrawn beside 100 of initial margin', () => {
  it.each([
    ['balance above it, no pnl', '150', '10000', '50'],
    ['balance = initialMargin', '100', '10000', '0'],
    ['balance below it', '99', '10000', '0'],
    ['a profit is not withdrawn', '150', '9000', '50'],
    ['a loss counts', '150', '10020', '30'],
    ['equity below 0', '10', '10500', '0'],
  ])('%s', (_relation, balance, entryPrice, withdrawable) => {
    const account = { collateral: [['USDT', balance]], positions: [btc('1', { entryPrice })] } as const;
    expect(plainScope({ account, market }).withdrawable).toBe(withdrawable);
  });
});

describe('pending funding', () => {
  it.each([
    ['owed to the account', '25', '125'],
    ['owed by the account', '-25', '75'],
  ])('%s is part of equity and account value', (_relation, pendingFunding, equity) => {
    const account = { collateral: [['USDT', '100']], positions: [btc('1', { pendingFunding })] } as const;
    expect(plainScope({ account, market })).toMatchObject({ equity, accountValue: equity });
  });
});
