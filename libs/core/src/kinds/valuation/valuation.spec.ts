import { describe, expect, it } from 'vitest';
import { valuation } from './index.ts';

const { schema, compile, diff } = valuation;

const written = { valuationAsset: 'USDT', collateralMode: 'multi-asset', tags: ['retail', 'vip'] };

describe('valuation', () => {
  it('keeps tags in the order of their precedence', () => {
    expect(compile(schema.parse({ ...written, tags: ['z', 'a'] })).tags).toEqual(['z', 'a']);
  });

  it('has no tags where none are given', () => {
    expect(schema.parse({ ...written, tags: undefined }).tags).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['another valuation asset', { valuationAsset: 'USD' }, '/valuationAsset'],
    ['another mode', { collateralMode: 'settlement-asset' }, '/collateralMode'],
    ['the same tags in another order', { tags: ['vip', 'retail'] }, '/tags'],
    ['no tags', { tags: [] }, '/tags'],
  ])('%s can liquidate', (_, over, path) => {
    const differences = diff(schema.parse(written), schema.parse({ ...written, ...over }));
    expect(differences.map((each) => [each.path, each.effect])).toEqual([[path, 'can-liquidate']]);
  });
});
