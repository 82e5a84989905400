import { describe, expect, it } from 'vitest';
import { tryLoss } from './tryLoss.ts';

const document = {
  layers: [
    { type: 'insurance-fund', caps: [{ asset: 'USDT', lossDrawnMax: '300', periodDrawnMax: null }] },
    { type: 'socialization', method: 'pro-rata', capRate: '0.5' },
  ],
};
const tried = (deficit: string, fund: string) => tryLoss(document, { asset: 'USDT', deficit, fund });

describe('a loss to try a waterfall with', () => {
  it('runs through the layers under their caps', () => {
    const { layers = [], uncovered } = tried('1000.5', '400') ?? {};
    expect(layers.map(({ type, drawn, limit }) => ({ type, drawn, limit }))).toEqual([
      { type: 'insurance-fund', drawn: '300', limit: 'loss-cap' },
      { type: 'socialization', drawn: '700.5', limit: null },
    ]);
    expect(uncovered).toBe('0');
  });

  it('tells what nobody bears: above the fund’s cap and half of the profits', () => {
    expect(tried('1000000', '0')?.uncovered).toBe('625000');
  });

  it.each([
    ['', '0'],
    ['0', '0'],
    ['0.00', '0'],
    ['-1', '0'],
    ['x', '0'],
    ['1', '-1'],
    ['1', ''],
  ])('is none with a deficit of %j and a fund of %j', (deficit, fund) => {
    expect(tried(deficit, fund)).toBeNull();
  });
});
