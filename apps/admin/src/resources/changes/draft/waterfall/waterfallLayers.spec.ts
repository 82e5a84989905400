import { describe, expect, it } from 'vitest';
import { capsOf, moved, waterfallLayers, withLayers } from './waterfallLayers.ts';

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

  it('are written back with all else that the document says', () => {
    const rows = waterfallLayers(JSON.stringify({ layers: [a], conversions: [], facts: [] }));
    if (rows === null) throw new Error('no layers');
    expect(JSON.parse(withLayers(rows, [b, a]))).toEqual({ layers: [b, a], conversions: [], facts: [] });
  });

  it.each(['', '[]', '{"layers":7}', '{"layers":[7]}', '{'])('are none in %s', (text) => {
    expect(waterfallLayers(text)).toBeNull();
  });

  it('may have caps that are no rows', () => {
    expect(capsOf({ caps: [7, { asset: 'USDT' }] })).toEqual([{ asset: 'USDT' }]);
    expect(capsOf({ caps: 'x' })).toEqual([]);
  });
});
