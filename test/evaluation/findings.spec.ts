import { describe, expect, it } from 'vitest';
import type { PositionWords } from '../builders/account-of.ts';
import type { MarketWords } from '../builders/market-of.ts';
import { codesOf, PLAIN_VENUE, plainScope } from '../builders/plain-venue.ts';

const [BTCUSDT, ...OTHERS] = PLAIN_VENUE.contracts;
const rich = [['USDT', '9999999']] as const;

function codesAt(changed: object, position: PositionWords, market: MarketWords): string[] {
  const venue = { contracts: [{ ...BTCUSDT, ...changed }, ...OTHERS] };
  return codesOf(plainScope({ venue, account: { collateral: rich, positions: [position] }, market }).findings);
}

function btc(size: string, leverage: string | null = null): PositionWords {
  return { contract: 'BTCUSDT', size, entryPrice: '10000', leverage };
}

describe('findings beside the zone', () => {
  it.each<[string, object, PositionWords, string[]]>([
    ['nothing to say', {}, btc('1'), []],
    ['listing reduce-only', { listing: 'reduce-only' }, btc('1'), ['contract_is_reduce_only BTCUSDT']],
    ['listing delisted', { listing: 'delisted' }, btc('1'), ['contract_is_delisted BTCUSDT']],
    ['at = expiry', { expiresAt: '2025-01-01T12:00:00Z' }, btc('1'), ['contract_has_expired BTCUSDT']],
    ['at a millisecond before expiry', { expiresAt: '2025-01-01T12:00:00.001Z' }, btc('1'), []],
    ['size = positionSizeMax', { positionSizeMax: '5' }, btc('-5'), []],
    ['size above positionSizeMax', { positionSizeMax: '5' }, btc('-5.1'), ['position_size_above_max BTCUSDT']],
    ['open interest = openInterestMax', { openInterestMax: '100' }, btc('1'), []],
    ['open interest above openInterestMax', { openInterestMax: '99.9' }, btc('1'), ['open_interest_above_max BTCUSDT']],
    ['notional = last cap', {}, btc('500'), []],
    ['notional above last cap', {}, btc('500.0001'), ['notional_above_last_cap BTCUSDT']],
    ['leverage = what the tier allows', {}, btc('1', '100'), []],
    ['leverage above what the tier allows', {}, btc('1', '101'), ['leverage_above_tier_max BTCUSDT']],
  ])('%s', (_relation, changed, position, codes) => {
    expect(codesAt(changed, position, { contracts: { BTCUSDT: { markPrice: '10000', openInterest: '100' } } })).toEqual(
      codes,
    );
  });

  it.each([
    ['equity = initialMargin', '100', []],
    ['equity a unit below initialMargin', '99.99', ['equity_below_initial_margin']],
  ])('%s', (_relation, balance, codes) => {
    const account = { collateral: [['USDT', balance]], positions: [btc('1')] } as const;
    expect(codesOf(plainScope({ account, market: { contracts: { BTCUSDT: '10000' } } }).findings)).toEqual(codes);
  });

  it('an open interest that is needed and unknown leaves initial margin open, and nothing else', () => {
    const ladder = {
      model: 'open-interest-scaled',
      initialMarginRateBase: '0.1',
      openInterestNotionalFloor: '100',
      openInterestNotionalCap: '200',
      maintenanceMarginRate: '0.05',
    };
    const venue = { ladders: { BTCUSDT: ladder, ETHUSDT: ladder, BTCUSD: ladder } };
    const scope = plainScope({
      venue,
      account: { collateral: rich, positions: [btc('1')] },
      market: { contracts: { BTCUSDT: '10000' } },
    });
    expect(scope).toMatchObject({ initialMargin: null, withdrawable: null, maintenanceMargin: '500', zone: 'healthy' });
    expect(codesOf(scope.findings)).toEqual(['open_interest_missing BTCUSDT']);
  });

  it('a delisted contract whose ladder has ended cannot be judged', () => {
    const contracts = [{ ...BTCUSDT, listing: 'delisted' }, ...OTHERS];
    const { BTCUSDT: _ended, ...ladders } = PLAIN_VENUE.ladders;
    const scope = plainScope({
      venue: { contracts, ladders },
      account: { positions: [btc('1')] },
      market: { contracts: { BTCUSDT: '10000' } },
    });
    expect([scope.zone, codesOf(scope.indeterminate)]).toEqual([null, ['contract_has_no_ladder BTCUSDT']]);
  });
});

describe('collateral of many assets', () => {
  const weights = (weight: string, more: object = {}) => {
    return { model: 'ladder', tiers: [{ valueFloor: '0', valueCap: null, weight }], ...more };
  };
  const multi = { collateralMode: 'multi-asset', haircuts: { USDT: weights('1'), BTC: weights('0.9') } } as const;

  it.each([
    ['a haircut lowers equity, never the account value', '1', {}, ['9000', '10000']],
    ['a debt counts in full, whatever the weight', '-1', {}, ['-10000', '-10000']],
    ['a debt at its liability weight', '-1', { liability: { weight: '1.2' } }, ['-12000', '-10000']],
    ['the lower of index and redemption price counts', '1', { priceRule: { source: 'lowest' } }, ['8100', '10000']],
    ['and never lightens a debt', '-1', { priceRule: { source: 'lowest' } }, ['-10000', '-10000']],
    ['a floor price counts above the market', '1', { priceRule: { floorPrice: '20000' } }, ['18000', '10000']],
  ])('%s', (_relation, balance, more, expected) => {
    const venue = { ...multi, haircuts: { ...multi.haircuts, BTC: weights('0.9', more) } };
    const market = { assets: { BTC: { price: '10000', redemptionPrice: '9000' } } };
    const scope = plainScope({ venue, account: { collateral: [['BTC', balance]] }, market });
    expect([scope.equity, scope.accountValue]).toEqual(expected);
  });

  it.each([
    ['share = limit', '0.5', '1', [], '20000'],
    ['share above limit: cut to it', '0.4', '1', ['collateral_share_above_max BTC'], '18000'],
  ])('%s', (_relation, shareMax, balance, codes, equity) => {
    const venue = { ...multi, haircuts: { USDT: weights('1'), BTC: weights('1', { shareMax }) } };
    const account = {
      collateral: [
        ['BTC', balance],
        ['USDT', '10000'],
      ],
    } as const;
    const scope = plainScope({ venue, account, market: { assets: { BTC: '10000' } } });
    expect([codesOf(scope.findings), scope.equity, scope.accountValue]).toEqual([codes, equity, '20000']);
  });

  it.each([
    ['no price', {}, ['collateral_price_missing BTC']],
    ['price at its oldest', { BTC: { price: '1', priceAt: '2025-01-01T11:59:00Z' } }, []],
    [
      'price older than that',
      { BTC: { price: '1', priceAt: '2025-01-01T11:58:59.999Z' } },
      ['collateral_price_stale BTC'],
    ],
  ])('%s', (_relation, assets, codes) => {
    const venue = { ...multi, haircuts: { USDT: weights('1'), BTC: weights('1', { priceAgeMaxSeconds: 60 }) } };
    const scope = plainScope({ venue, account: { collateral: [['BTC', '1']] }, market: { assets } });
    expect([codesOf(scope.indeterminate), scope.zone === null]).toEqual([codes, codes.length > 0]);
  });

  it('an asset that is not held needs no price', () => {
    const scope = plainScope({
      venue: multi,
      account: {
        collateral: [
          ['BTC', '0'],
          ['USDT', '5'],
        ],
      },
    });
    expect([scope.equity, scope.zone]).toEqual(['5', 'healthy']);
  });
});
