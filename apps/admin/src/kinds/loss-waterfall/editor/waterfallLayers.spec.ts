import { describe, expect, it } from 'vitest';
import { capsOf, layersOf, moved } from './waterfallLayers.ts';

const [a, b, c] = [{ type: 'fee-buffer' }, { type: 'insurance-fund' }, { type: 'adl' }];

describe('layers as cards', () => {
  it.each([
    ['up', 1, -1, [b, a, c]],
    ['down', 1, 1, [a, c, b]],
    ['up at the top', 0, -1, [a, b, c]],
    ['down at the bottom', 2, 1, [a, b, c]],
  ] as const)('move %s', (_name, index, by, expected) => {
    expect(moved([a, b, c], index, by)).toEqual(expected);
  });

  it.each([[{}], [{ layers: 7 }], [{ layers: [7] }]])('are none in %j', (document) => {
    expect(layersOf(document)).toBeNull();
  });

  it('are those of the document', () => {
    expect(layersOf({ layers: [a], conversions: [] })).toEqual([a]);
  });

  it('may have caps that are no rows', () => {
    expect(capsOf({ caps: [7, { asset: 'USDT' }] })).toEqual([{ asset: 'USDT' }]);
    expect(capsOf({ caps: 'x' })).toEqual([]);
  });
});
