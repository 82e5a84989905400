import { describe, expect, it } from 'vitest';
import { insuranceFund } from './index.ts';

const { schema, diff } = insuranceFund;

const row = {
  name: 'main',
  asset: 'USDT',
  balanceFloor: '100',
  lossDrawnMax: '50',
  periodDrawnMax: '500',
  periodSeconds: 60,
};
const fund = (...compartments: object[]) => schema.parse({ compartments });

describe('what differs between two funds', () => {
  const adlSwitch = { onAtOrBelow: '-0.3', offAbove: '-0.25', windowSeconds: 28_800 };
  it.each<[string, object, string, string]>([
    ['a higher floor', { balanceFloor: '200' }, 'balanceFloor', 'costs'],
    ['a lower floor', { balanceFloor: '0' }, 'balanceFloor', 'loosens'],
    ['a lower cap', { lossDrawnMax: '40' }, 'lossDrawnMax', 'costs'],
    ['no cap any more', { lossDrawnMax: null }, 'lossDrawnMax', 'loosens'],
    ['a cap where there was none', { accountDrawnMax: '40' }, 'accountDrawnMax', 'costs'],
    ['less surplus', { surplusShare: '0.5' }, 'surplusShare', 'loosens'],
    ['fewer fees', { feeShare: '0.5' }, 'feeShare', 'costs'],
    [
      'a loss of positions that opens deleveraging',
      { takeover: { lossMax: '10' } },
      'takeover/lossMax',
      'can-liquidate',
    ],
  ])('%s', (_, over, field, effect) => {
    const differences = diff(fund(row), fund({ ...row, ...over }));
    expect(differences.map((each) => [each.path, each.effect])).toEqual([[`/compartments/name=main/${field}`, effect]]);
  });

  it('a switch comes field by field, and each may close positions', () => {
    const differences = diff(fund(row), fund({ ...row, adlSwitch }));
    expect(differences.map(({ path, effect }) => [path.split('/').at(-1), effect])).toEqual([
      ['onAtOrBelow', 'can-liquidate'],
      ['balanceThreshold', 'can-liquidate'],
      ['offAbove', 'can-liquidate'],
      ['windowSeconds', 'can-liquidate'],
    ]);
  });

  it('a compartment that goes costs', () => {
    const [gone] = diff(fund(row, { name: 'other', asset: 'BTC' }), fund(row));
    expect([gone?.path, gone?.effect, gone?.after]).toEqual(['/compartments/name=other', 'costs', null]);
  });
});
