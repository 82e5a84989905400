import { describe, expect, it } from 'vitest';
import { contractFromSymbol } from './contract-from-symbol.ts';

describe('contractFromSymbol', () => {
  it.each([
    ['BTCUSDT', 'BTCUSDT', 'BTC', 'USDT', null],
    ['1000SHIBUSDC', '1000SHIBUSDC', '1000SHIB', 'USDC', null],
    ['ETHBTC', 'ETHBTC', 'ETH', 'BTC', null],
    ['BTCBUSD', 'BTCBUSD', 'BTC', 'BUSD', null],
    ['USDCUSDT', 'USDCUSDT', 'USDC', 'USDT', null],
    ['BTCUSDT_210326', 'BTCUSDT_210326', 'BTC', 'USDT', '2021-03-26T08:00:00Z'],
    ['BTCUSDT_USDT-241227', 'BTCUSDT_USDT-241227', 'BTC', 'USDT', '2024-12-27T08:00:00Z'],
    ['BTC/USDT:USDT', 'BTCUSDT', 'BTC', 'USDT', null],
    ['BTC/USDT:USDT-241227', 'BTCUSDT_USDT-241227', 'BTC', 'USDT', '2024-12-27T08:00:00Z'],
    ['DOGE/FDUSD:FDUSD', 'DOGEFDUSD', 'DOGE', 'FDUSD', null],
  ])('%s', (symbol, contract, base, quote, expiresAt) => {
    expect(contractFromSymbol(symbol)).toEqual({
      ok: true,
      value: {
        contract,
        type: 'linear',
        multiplier: '1',
        base,
        quote,
        settlementAsset: quote,
        tickSize: null,
        lotSize: null,
        group: `${quote}-${expiresAt === null ? 'perpetual' : 'dated'}`,
        expiresAt,
      },
    });
  });

  it.each([
    ['an unknown quote', 'BTCEUR', 'symbol_not_known'],
    ['a quote without a base', 'USDT', 'symbol_not_known'],
    ['lower case', 'btcusdt', 'symbol_not_known'],
    ['a spot pair', 'BTC/USDT', 'symbol_not_known'],
    ['nothing', '', 'symbol_not_known'],
    ['settled in the base asset', 'BTC/USD:BTC', 'contract_not_linear'],
    ['a date that does not exist', 'BTCUSDT_210230', 'expiry_not_a_date'],
  ])('refuses %s', (_what, symbol, code) => {
    expect(contractFromSymbol(symbol)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('the longest known quote that fits is taken', () => {
    expect(contractFromSymbol('DOGEFDUSD', ['USD', 'DUSD', 'FDUSD'])).toMatchObject({
      value: { base: 'DOGE', quote: 'FDUSD' },
    });
  });
});
