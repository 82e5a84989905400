import { expect, it } from 'vitest';
import { formatDecimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { fundAccount, noFundPosition, takeIntoFund, unrealizedOfFund } from '@backstop/core/waterfall';
import { decided } from '../../builders/judged.ts';
import { marketOf } from '../../builders/market-of.ts';
import { PLAIN_VENUE } from '../../builders/plain-venue.ts';
import { setOf } from '../../builders/set-of.ts';

const set = setOf({
  ...PLAIN_VENUE,
  more: [
    {
      kind: 'insurance-fund',
      key: 'one',
      scope: { contracts: '*' },
      document: { compartments: [{ name: 'main', asset: 'USDT' }] },
    },
  ],
});

it('a position taken over is margined and judged in the account of the fund, like that of anybody', () => {
  const [compartment] = set.losses([]).fund?.compiled.compartments ?? [];
  const contract = set.specification.compiled.contracts.get('BTCUSDT');
  if (compartment === undefined || contract === undefined) throw new Error('the set has no fund');
  // Two long at 50,000, half of it sold at 51,000.
  const taken = takeIntoFund(noFundPosition(contract), decimalOf('2'), decimalOf('50000'), 2);
  const held = takeIntoFund(taken, decimalOf('-1'), decimalOf('51000'), 2);
  const judged = (mark: string) => {
    const market = marketOf({ contracts: { BTCUSDT: mark } });
    const [scope] = decided({ set, account: fundAccount(compartment, decimalOf('1000'), [held]), market }).scopes;
    return [scope?.accountValue, scope?.maintenanceMargin, scope?.zone];
  };
  expect(judged('50000')).toEqual(['2000', '250', 'healthy']);
  expect(judged('48200')).toEqual(['200', '241', 'liquidation']);
  expect(formatDecimal(unrealizedOfFund(held, decimalOf('48200'), 2))).toBe('-1800');
});
