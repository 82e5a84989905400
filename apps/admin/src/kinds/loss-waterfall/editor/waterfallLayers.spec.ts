import { describe, expect, it } from 'vitest';
import { capsOf, layersOf } from './waterfallLayers.ts';

const a = { type: 'fee-buffer' };

describe('layers as cards', () => {
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
