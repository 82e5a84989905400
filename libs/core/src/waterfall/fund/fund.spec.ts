import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal, parseDecimal, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Contract } from '../../venue/index.ts';
import { isAdlOpen } from './adl-switch.ts';
import { capLeft } from './cap-left.ts';
import { fundDelta } from './fund-delta.ts';
import { fundAccount, noFundPosition, takeIntoFund, unrealizedOfFund } from './fund-position.ts';
import type { Compartment } from './fund-rules.ts';

const of = (text: string): Decimal => parseDecimal(text) ?? ZERO;

const COMPARTMENT: Compartment = {
  name: 'main',
  groups: null,
  asset: 'USDT',
  inflows: { surplusShare: of('0.5'), feeShare: of('0.8'), takesDeposits: true },
  balanceFloor: ZERO,
  caps: { lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null },
  adlSwitch: {
    onAtOrBelow: of('-0.3'),
    balanceThreshold: of('100'),
    offAbove: of('-0.25'),
    windowSeconds: 28_800,
  },
  takeover: { lossMax: of('50') },
};

describe('the switch', () => {
  const facts = { balance: of('800'), balanceMax: of('1000'), liquidationPnl: of('-300'), takeoverPnl: ZERO };
  it.each<[string, object, boolean, boolean]>([
    ['drawdown = limit', {}, false, true],
    ['drawdown a little less', { liquidationPnl: of('-299.99') }, false, false],
    ['drawdown between the limits, on before', { liquidationPnl: of('-299.99') }, true, true],
    ['drawdown = off limit, on before', { liquidationPnl: of('-250') }, true, true],
    ['drawdown above the off limit, on before', { liquidationPnl: of('-249.99') }, true, false],
    ['drawdown = limit, balance = threshold', { balance: of('100') }, false, false],
    ['drawdown = limit, balance = threshold, on before', { balance: of('100') }, true, true],
    ['balance gone', { balance: ZERO, liquidationPnl: ZERO }, false, true],
    ['positions taken over lost their limit', { liquidationPnl: ZERO, takeoverPnl: of('-50') }, false, true],
    ['positions taken over lost less', { liquidationPnl: ZERO, takeoverPnl: of('-49.99') }, false, false],
  ])('%s', (_, over, wasOpen, isOpen) => {
    expect(isAdlOpen(COMPARTMENT, { ...facts, ...over }, wasOpen)).toBe(isOpen);
  });

  it('without a switch only positions taken over open it', () => {
    const none = { ...COMPARTMENT, adlSwitch: null };
    expect(isAdlOpen(none, { ...facts, balance: ZERO }, true)).toBe(false);
    expect(isAdlOpen(none, { ...facts, takeoverPnl: of('-50') }, false)).toBe(true);
    expect(isAdlOpen({ ...none, takeover: null }, { ...facts, takeoverPnl: of('-50') }, false)).toBe(false);
  });
});

describe('what a fill does to the fund', () => {
  it.each<[string, string, string, string, string]>([
    ['above: shares of fee and surplus', '110', '100', '4', '6.2'],
    ['above, floored', '110.01', '100', '4', '6.2'],
    ['at the bankruptcy amount', '100', '100', '0', '0'],
    ['below: all that is missing', '99.99', '100', '0', '-0.01'],
    ['below, the fund pays ceiled', '99.991', '100', '0', '-0.01'],
    ['a short bought back too dear', '-101', '-100', '0', '-1'],
  ])('%s', (_, received, bankruptcyAmount, fee, delta) => {
    const fill = { received: of(received), bankruptcyAmount: of(bankruptcyAmount), fee: of(fee) };
    expect(formatDecimal(fundDelta(fill, COMPARTMENT.inflows, 2))).toBe(delta);
  });
});

describe('a cap', () => {
  it.each<[string, string | null, string, string | null]>([
    ['none', null, '5', null],
    ['not reached', '8', '5', '3'],
    ['reached', '5', '5', '0'],
    ['passed, as after it was lowered', '4', '5', '0'],
  ])('%s', (_, cap, drawn, left) => {
    const found = capLeft(cap === null ? null : of(cap), of(drawn));
    expect(found === null ? null : formatDecimal(found)).toBe(left);
  });
});

describe('positions taken over', () => {
  const LINEAR: Contract = {
    contract: 'BTCUSDT',
    type: 'linear',
    multiplier: decimal(1n),
    base: 'BTC',
    quote: 'USDT',
    settlementAsset: 'USDT',
    tickSize: of('0.5'),
    lotSize: null,
    group: 'linear',
    expiresAt: null,
    positionSizeMax: null,
    openInterestMax: null,
    listing: 'listed',
  };
  const INVERSE: Contract = { ...LINEAR, contract: 'BTCUSD', type: 'inverse', settlementAsset: 'BTC' };
  const taken = (contract: Contract, ...steps: (readonly [string, string])[]) =>
    steps.reduce((held, [size, price]) => takeIntoFund(held, of(size), of(price), 8), noFundPosition(contract));
  const shown = (contract: Contract, mark: string, ...steps: (readonly [string, string])[]) => {
    const held = taken(contract, ...steps);
    return [held.size, held.realizedPnl, unrealizedOfFund(held, of(mark), 8)].map(formatDecimal);
  };

  it.each<[string, string, (readonly [string, string])[], string[]]>([
    ['nothing', '100', [], ['0', '0', '0']],
    ['a short', '90', [['-2', '100']], ['-2', '0', '20']],
    [
      'sold in part',
      '90',
      [
        ['3', '100'],
        ['-1', '110'],
      ],
      ['2', '10', '-20'],
    ],
    [
      'sold in full',
      '90',
      [
        ['3', '100'],
        ['-3', '110'],
      ],
      ['0', '30', '0'],
    ],
    [
      'a third of what cost 10 in all: its cost is ceiled',
      '3',
      [
        ['1', '3'],
        ['2', '3.5'],
        ['-1', '3'],
      ],
      ['2', '-0.33333334', '-0.66666666'],
    ],
  ])('linear: %s', (_, mark, steps, figures) => {
    expect(shown(LINEAR, mark, ...steps)).toEqual(figures);
  });

  it.each<[string, string, (readonly [string, string])[], string[]]>([
    ['a long gains where the price rises', '200', [['100', '100']], ['100', '0', '0.5']],
    ['a short loses there', '200', [['-100', '100']], ['-100', '0', '-0.5']],
    ['thirds are rounded against the fund', '3', [['1', '3']], ['1', '0', '-0.00000001']],
  ])('inverse: %s', (_, mark, steps, figures) => {
    expect(shown(INVERSE, mark, ...steps)).toEqual(figures);
  });

  it('stand in an account of the fund, at their average price rounded against it', () => {
    const long = taken(LINEAR, ['1', '3'], ['2', '3.5']);
    const short = taken({ ...LINEAR, contract: 'ETHUSDT' }, ['-3', '3.4']);
    const gone = taken({ ...LINEAR, contract: 'XRPUSDT' }, ['1', '3'], ['-1', '5']);
    const account = fundAccount(COMPARTMENT, of('1000'), [long, short, gone]);
    expect(account.id).toBe('fund:main');
    expect(account.collateral.map(({ asset, balance }) => [asset, formatDecimal(balance)])).toEqual([['USDT', '1002']]);
    expect(account.positions.map(({ contract, entryPrice }) => [contract, formatDecimal(entryPrice)])).toEqual([
      ['BTCUSDT', '3.5'],
      ['ETHUSDT', '3'],
    ]);
  });
});
