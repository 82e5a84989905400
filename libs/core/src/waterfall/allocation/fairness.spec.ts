import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../num/index.ts';
import { fairnessOf } from './fairness.ts';

function reportOf(loss: bigint, capacities: bigint[], shares: bigint[]): Record<string, unknown> {
  const report = fairnessOf({ loss, capacities, shares });
  return {
    ...report,
    largestHaircutRate: formatDecimal(report.largestHaircutRate),
    haircutGini: formatDecimal(report.haircutGini),
    topTenShare: formatDecimal(report.topTenShare),
  };
}

describe('the fairness report', () => {
  it('of rates 0, 1/2 and 1: Gini 4/9, over whoever has anything to lose', () => {
    expect(reportOf(15n, [8n, 10n, 10n, 0n, -3n], [0n, 5n, 10n, 0n, 0n])).toEqual({
      total: 15n,
      overshoot: 0n,
      undershoot: 0n,
      candidates: 5,
      touched: 2,
      wiped: 1,
      largestHaircutRate: '1',
      // Rates 0, 1/2 and 1: Σ(2i − n − 1)·rate = −2·0 + 0·1/2 + 2·1 = 2, over 3 · 3/2.
      haircutGini: '0.44444444',
      topTenShare: '1',
    });
  });

  it('equal rates are even, whatever the amounts', () => {
    expect(reportOf(11n, [100n, 10n], [10n, 1n])).toMatchObject({
      haircutGini: '0',
      largestHaircutRate: '0.1',
      wiped: 0,
    });
  });

  it('a largest rate is ceiled, so never understated', () => {
    expect(reportOf(1n, [3n], [1n])).toMatchObject({ largestHaircutRate: '0.33333334' });
  });

  it('rates that agree to 15 decimals are told apart exactly', () => {
    const most = 10n ** 17n;
    expect(reportOf(1n, [most, most], [1n, 2n])).toMatchObject({ largestHaircutRate: '0.00000001' });
    // Floored at 15 decimals both are 0: nothing that this report could show differs.
    expect(reportOf(1n, [most, most], [1n, 2n])).toMatchObject({ haircutGini: '0' });
  });

  it('of twelve equal shares the ten largest are ten twelfths', () => {
    const shares = Array.from({ length: 12 }, () => 7n);
    expect(reportOf(84n, shares, shares)).toMatchObject({ topTenShare: '0.83333333', touched: 12, wiped: 12 });
  });

  it('the ten largest are found wherever they stand', () => {
    const shares = [1n, 9n, 2n, 8n, 3n, 7n, 4n, 6n, 5n, 10n, 11n, 12n];
    const capacities = shares.map(() => 100n);
    // All but 1 and 2: 75 of 78.
    expect(reportOf(78n, capacities, shares)).toMatchObject({ topTenShare: '0.96153846' });
  });

  it('says what is above and what is below the loss', () => {
    expect(reportOf(10n, [20n], [12n])).toMatchObject({ overshoot: 2n, undershoot: 0n });
    expect(reportOf(10n, [20n], [7n])).toMatchObject({ overshoot: 0n, undershoot: 3n });
  });

  it('of nothing is nothing', () => {
    const rates = { largestHaircutRate: '0', haircutGini: '0', topTenShare: '0' };
    expect(reportOf(0n, [], [])).toMatchObject({ total: 0n, candidates: 0, touched: 0, ...rates });
    expect(reportOf(0n, [5n], [0n])).toMatchObject({ total: 0n, candidates: 1, touched: 0, ...rates });
  });
});
