import { describe, expect, it } from 'vitest';
import { codesOf, PLAIN_LADDER, plainDecision, plainScope } from '../builders/plain-venue.ts';

const notify = { type: 'notify', params: {} };
const plan = { type: 'plan-liquidation', params: {} };

/** Warns below 1.5 times the maintenance margin; a liquidation ends at 1.2 times. */
const TRIGGER = {
  rules: [
    {
      name: 'below-maintenance',
      priority: 2,
      conditions: { all: [{ fact: 'marginRatio', operator: 'lessThan', value: '1' }] },
      event: { type: 'liquidation', params: { actions: [notify, plan] } },
    },
    {
      name: 'near-maintenance',
      conditions: { all: [{ fact: 'marginRatio', operator: 'lessThan', value: '1.5' }] },
      event: { type: 'warning', params: { actions: [notify] } },
    },
  ],
};
const WITH_EXIT = {
  ...TRIGGER,
  exits: [
    {
      zone: 'liquidation',
      conditions: { all: [{ fact: 'marginRatio', operator: 'greaterThanInclusive', value: '1.2' }] },
    },
  ],
};
const WITH_HOLD = {
  ...TRIGGER,
  holds: [{ contract: 'BTCUSDT', from: '2025-01-01T12:00:00Z', until: '2025-01-01T13:00:00Z', reason: 'auction' }],
};

/** One BTCUSDT at 10,000, at its entry price: maintenance margin 50, equity is the balance. */
const position = { contract: 'BTCUSDT', size: '1', entryPrice: '10000' };
const market = { contracts: { BTCUSDT: '10000', ETHUSDT: '1000', BTCUSD: '10000' } };

function holding(balance: string) {
  return { collateral: [['USDT', balance]], positions: [position] } as const;
}

describe('the zone of a scope', () => {
  it.each([
    ['equity a unit below maintenanceMargin', '49.99', 'liquidation', true, 'breach'],
    ['equity = maintenanceMargin', '50', 'warning', false, 'pass'],
    ['equity a unit below 1.5 · maintenanceMargin', '74.99', 'warning', false, 'pass'],
    ['equity = 1.5 · maintenanceMargin', '75', 'healthy', false, 'pass'],
    ['equity = 0', '0', 'liquidation', true, 'breach'],
    ['equity below 0', '-1', 'liquidation', true, 'breach'],
  ])('%s', (_relation, balance, zone, liquidatable, outcome) => {
    const decision = plainDecision({ venue: { trigger: TRIGGER }, account: holding(balance), market });
    expect(decision.scopes[0]).toMatchObject({ zone, liquidatable, maintenanceMargin: '50', equity: balance });
    expect(decision.outcome).toBe(outcome);
  });
});

describe('without maintenance margin no rule is asked', () => {
  const free = {
    ...PLAIN_LADDER,
    tiers: [{ ...PLAIN_LADDER.tiers[0], notionalCap: null, maintenanceMarginRate: '0' }],
  };
  const freeVenue = { trigger: TRIGGER, ladders: { BTCUSDT: free, ETHUSDT: free, BTCUSD: free } };

  it.each([
    ['no position, accountValue above 0', '0.01', [], 'healthy', '0', 'pass'],
    ['no position, accountValue = 0', '0', [], 'healthy', '0', 'pass'],
    ['no position, accountValue a unit below 0', '-0.01', [], 'deficit', '0.01', 'breach'],
    ['a position at a rate of 0, accountValue = 0', '0', [position], 'healthy', '0', 'pass'],
    [
      'a position at a rate of 0, accountValue below 0: no deficit while it is open',
      '-5',
      [position],
      'deficit',
      '0',
      'breach',
    ],
  ])('%s', (_relation, balance, positions, zone, deficit, outcome) => {
    const account = { collateral: [['USDT', balance]], positions } as const;
    const decision = plainDecision({ venue: freeVenue, account, market });
    expect(decision.scopes[0]).toMatchObject({ zone, deficit, liquidatable: false, marginRatio: null });
    expect(decision.scopes[0]?.actions).toEqual(zone === 'deficit' ? [{ type: 'open-loss', params: {} }] : []);
    expect(decision.outcome).toBe(outcome);
  });

  it('an account that holds nothing is one empty, healthy cross pool', () => {
    expect(plainDecision({}).scopes).toMatchObject([{ scope: 'cross', asset: 'USDT', zone: 'healthy', equity: '0' }]);
  });

  it('a debt in one pool is a deficit there, whatever another pool holds', () => {
    const account = {
      collateral: [
        ['USDT', '1000000'],
        ['BTC', '-0.1'],
      ],
    } as const;
    const decision = plainDecision({ account });
    expect(decision.scopes.map(({ asset, zone, deficit }) => [asset, zone, deficit])).toEqual([
      ['BTC', 'deficit', '0.1'],
      ['USDT', 'healthy', '0'],
    ]);
    expect(decision.outcome).toBe('breach');
  });
});

describe('a liquidation that ends at 1.2 times the maintenance margin', () => {
  it.each([
    [
      'was liquidation, equity a unit below 1.2 · maintenanceMargin',
      { 'cross:USDT': 'liquidation' },
      '59.99',
      'liquidation',
    ],
    ['was liquidation, equity = 1.2 · maintenanceMargin', { 'cross:USDT': 'liquidation' }, '60', 'warning'],
    ['was warning, equity between', { 'cross:USDT': 'warning' }, '55', 'warning'],
    [
      'another scope was liquidation',
      { 'cross:BTC': 'liquidation', 'isolated:BTCUSDT:net': 'liquidation' },
      '55',
      'warning',
    ],
    ['a zone that the trigger does not know', { 'cross:USDT': 'winter' }, '55', 'warning'],
    ['no history', undefined, '55', 'warning'],
  ])('%s', (_relation, zones, balance, zone) => {
    const account = { ...holding(balance), ...(zones === undefined ? {} : { zones }) };
    expect(plainScope({ venue: { trigger: WITH_EXIT }, account, market }).zone).toBe(zone);
  });

  it('is read by the key of an isolated scope too', () => {
    const isolated = { ...position, margin: 'isolated', isolatedMargin: '55' } as const;
    const account = { positions: [isolated], zones: { 'isolated:BTCUSDT:net': 'liquidation' } };
    expect(plainScope({ venue: { trigger: WITH_EXIT }, account, market }).zone).toBe('liquidation');
  });

  it.each([
    ['exits and no state', WITH_EXIT, undefined, ['no_history_enter_thresholds_apply']],
    ['exits and a state', WITH_EXIT, {}, []],
    ['no exits and no state', TRIGGER, undefined, []],
  ])('says that there is no history where it matters: %s', (_relation, trigger, zones, codes) => {
    const account = { ...holding('1000'), ...(zones === undefined ? {} : { zones }) };
    expect(codesOf(plainScope({ venue: { trigger }, account, market }).findings)).toEqual(codes);
  });
});

describe('a hold on BTCUSDT from 12:00 to 13:00', () => {
  it.each([
    ['at = from', '2025-01-01T12:00:00Z', position, true],
    ['at a millisecond before from', '2025-01-01T11:59:59.999Z', position, false],
    ['at a millisecond before until', '2025-01-01T12:59:59.999Z', position, true],
    ['at = until', '2025-01-01T13:00:00Z', position, false],
    ['another contract', '2025-01-01T12:30:00Z', { ...position, contract: 'ETHUSDT', size: '10' }, false],
  ])('%s', (_relation, asOf, held, isHeld) => {
    const account = { collateral: [['USDT', '-1']], positions: [held] } as const;
    const scope = plainScope({ venue: { trigger: WITH_HOLD }, account, market: { ...market, asOf } });
    const params = { contract: 'BTCUSDT', until: '2025-01-01T13:00:00Z', reason: 'auction' };
    expect(scope.zone).toBe('liquidation');
    expect(scope.actions).toEqual(isHeld ? [notify, { type: 'hold', params }] : [notify, plan]);
    expect(codesOf(scope.findings)).toEqual([
      ...(isHeld ? ['liquidation_on_hold BTCUSDT'] : []),
      'equity_below_initial_margin',
    ]);
  });

  it('holds nothing back where nothing is liquidated', () => {
    const scope = plainScope({ venue: { trigger: WITH_HOLD }, account: holding('60'), market });
    expect([scope.zone, scope.actions]).toEqual(['warning', [notify]]);
  });
});
