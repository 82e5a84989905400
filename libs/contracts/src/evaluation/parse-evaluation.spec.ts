import { describe, expect, it } from 'vitest';
import { formatDecimal } from '@backstop/core/num';
import { parseAccount, parseEvaluation, parseMarket } from './parse-evaluation.ts';

const position = { contract: 'BTCUSDT', size: '1.50', entryPrice: '60000', margin: 'cross' };
const account = { id: 'a-1', collateral: [{ asset: 'USDT', balance: '-10.000' }], positions: [position] };
const market = { asOf: '2024-10-24T12:00:00.5Z', contracts: { BTCUSDT: { markPrice: '64000' } } };

function problems(body: unknown): [string, string][] {
  const parsed = parseEvaluation(body);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => [code, path]);
}

describe('a request', () => {
  it('becomes an account and a market, with what was left out filled in', () => {
    const parsed = parseEvaluation({ account, market });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.value.account).toMatchObject({
      id: 'a-1',
      ownerId: null,
      tags: [],
      openOrders: [],
      state: null,
      facts: {},
      positions: [{ contract: 'BTCUSDT', side: 'net', margin: 'cross', leverage: null, isolatedMargin: null }],
    });
    const [held] = parsed.value.account.positions;
    expect(formatDecimal(held!.size)).toBe('1.5');
    expect(formatDecimal(held!.pendingFunding)).toBe('0');
    expect(formatDecimal(parsed.value.account.collateral[0]!.balance)).toBe('-10');
    expect(parsed.value.market.asOf).toBe(Date.parse('2024-10-24T12:00:00.500Z'));
    expect(parsed.value.market.contracts['BTCUSDT']).toMatchObject({ priceAt: null, indexPrice: null, depth: null });
  });

  it('keeps the side, the pool and the direction that an order states, and fills in the rest', () => {
    const order = { contract: 'BTCUSDT', side: 'sell', size: '1', price: '2' };
    const parsed = parseAccount({
      ...account,
      openOrders: [order, { ...order, reduceOnly: true, margin: 'isolated' }],
    });
    expect(parsed.ok && parsed.value.openOrders).toMatchObject([
      { side: 'sell', reduceOnly: false, margin: 'cross' },
      { side: 'sell', reduceOnly: true, margin: 'isolated' },
    ]);
  });

  it('keeps facts with parts and instants as they came, and refuses what nests too deep', () => {
    const facts = {
      score: { value: '7.5', at: '2024-10-24T12:00:00Z' },
      limits: { value: { tiers: [{ cap: '100' }], venues: ['eu'] }, at: '2024-10-24T11:00:00Z' },
    };
    const parsed = parseAccount({ ...account, facts });
    expect(parsed.ok && parsed.value.facts).toEqual(facts);
    let deep: unknown = '1';
    for (let level = 0; level < 7; level += 1) deep = { part: deep };
    expect(parseAccount({ ...account, facts: { deep } }).ok).toBe(false);
    expect(parseAccount({ ...account, facts: { part: { '\u{d800}': 1 } } }).ok).toBe(false);
  });

  it('finds nothing by a name that every object inherits', () => {
    const parsed = parseEvaluation({
      account: { ...account, state: { zones: {} } },
      market: { ...market, assets: {} },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { account: read, market: found } = parsed.value;
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect([found.contracts[name], found.assets[name], read.facts[name], read.state?.zones[name]]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });
});

describe('amounts', () => {
  it.each([
    ['size', '0', 'invalid_text'],
    ['size', '-0.0', 'invalid_text'],
    ['size', '1e3', 'invalid_text'],
    ['size', '+1', 'invalid_text'],
    ['size', ' 1', 'invalid_text'],
    ['size', '01', 'invalid_text'],
    ['size', '1.', 'invalid_text'],
    ['size', '', 'invalid_text'],
    ['size', '1'.repeat(65), 'too_long'],
    ['size', 1.5, 'wrong_type'],
    ['size', null, 'wrong_type'],
    ['entryPrice', '0', 'invalid_text'],
    ['entryPrice', '-1', 'invalid_text'],
    ['leverage', '0.0', 'invalid_text'],
    ['leverage', null, 'wrong_type'],
    ['pendingFunding', 'NaN', 'invalid_text'],
  ])('of a position: %s %j is refused as %s', (field, value, code) => {
    const body = { account: { ...account, positions: [{ ...position, [field]: value }] }, market };
    expect(problems(body)).toEqual([[code, `/account/positions/0/${field}`]]);
  });

  it.each(['1', '-1', '0.000000001', '-0.1', '9'.repeat(64)])('of a size: %s is taken', (size) => {
    expect(parseAccount({ ...account, positions: [{ ...position, size }] }).ok).toBe(true);
  });

  it.each([
    ['markPrice', '0', false],
    ['markPrice', '-1', false],
    ['indexPrice', '0', false],
    ['fundingRate', '-0.001', true],
    ['openInterest', '0', true],
    ['openInterest', '-1', false],
    ['volatility', '-0.1', false],
    ['depth', '-1', false],
  ])('of a market: %s %s is taken: %s', (field, value, isTaken) => {
    const contracts = { BTCUSDT: { markPrice: '1', [field]: value } };
    expect(parseMarket({ ...market, contracts }).ok).toBe(isTaken);
  });
});

describe('what a shape cannot say', () => {
  const isolated = { ...position, margin: 'isolated', isolatedMargin: '1' };

  it('is said beside what it can', () => {
    const body = {
      account: { ...account, positions: [position, position, { ...isolated, isolatedMargin: undefined }], extra: 1 },
      market: { ...market, asOf: 'yesterday' },
    };
    expect(problems(body)).toEqual([
      ['unknown_field', '/account/extra'],
      ['invalid_text', '/market/asOf'],
      ['position_must_be_unique', '/account/positions/1'],
      ['isolated_margin_must_be_present', '/account/positions/2/isolatedMargin'],
    ]);
  });

  it('lets a scope owe one amount, and days be those of the calendar', () => {
    const owed = { scope: 'cross:USDT', amount: '5' };
    const state = { zones: {}, receivables: [owed, owed] };
    expect(problems({ account: { ...account, state }, market })).toEqual([
      ['receivable_must_be_unique', '/account/state/receivables/1/scope'],
    ]);
    const shortfalls = ['2026-02-28', '2026-02-30'].map((day) => ({ scope: 'cross:USDT', day }));
    expect(problems({ account: { ...account, state: { zones: {}, shortfalls } }, market })).toEqual([
      ['invalid_text', '/account/state/shortfalls/1/day'],
    ]);
  });

  it('lets a contract be held on each side and in each pool once', () => {
    const sides = [
      { ...position, side: 'long', size: '1' },
      { ...position, side: 'short', size: '-1' },
      { ...position, side: 'net' },
      { ...isolated, side: 'long' },
    ];
    expect(problems({ account: { ...account, positions: sides }, market })).toEqual([]);
    expect(problems({ account: { ...account, positions: [...sides, position] }, market })).toEqual([
      ['position_must_be_unique', '/account/positions/4'],
    ]);
  });

  it.each([
    ['long', '-1', 'position_size_must_match_its_side'],
    ['short', '1', 'position_size_must_match_its_side'],
  ])('refuses a %s of size %s', (side, size, code) => {
    const body = { account: { ...account, positions: [{ ...position, side, size }] }, market };
    expect(problems(body)).toEqual([[code, '/account/positions/0/size']]);
  });

  it('refuses an instant that does not exist, wherever it stands', () => {
    const never = '2023-02-29T00:00:00Z';
    const body = {
      account,
      market: {
        asOf: never,
        contracts: { BTCUSDT: { markPrice: '1', priceAt: never } },
        assets: { USDT: { priceAt: '2024-01-01T24:30:00Z' } },
      },
    };
    expect(problems(body)).toEqual([
      ['instant_must_exist', '/market/asOf'],
      ['instant_must_exist', '/market/contracts/BTCUSDT/priceAt'],
      ['instant_must_exist', '/market/assets/USDT/priceAt'],
    ]);
  });
});

describe('whatever is given', () => {
  it.each([undefined, null, 1, 'x', [], {}, { account: null, market: null }, { account: [], market: [] }])(
    '%j is refused without a throw',
    (body) => {
      expect(parseEvaluation(body).ok).toBe(false);
      expect(parseAccount(body).ok).toBe(false);
      expect(parseMarket(body).ok).toBe(false);
    },
  );

  it('is refused in the author’s words, and no longer than they need to be', () => {
    const parsed = parseEvaluation({ account: { ...account, ['x'.repeat(100_000)]: 1 }, market });
    expect(parsed.ok ? '' : parsed.problems[0]?.message.length).toBeLessThan(200);
  });
});
