import { describe, expect, it } from 'vitest';
import { movedRow } from './movedRow.ts';
import { rowSummary } from './rowSummary.ts';
import { rowsSought } from './rowsSought.ts';
import { startObject } from './startValue.ts';

describe('rows', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 3, ['a', 'b', 'c']],
    [7, 0, ['a', 'b', 'c']],
  ])('move from %i to %i', (from, to, expected) => {
    expect(movedRow(['a', 'b', 'c'], from, to)).toEqual(expected);
  });

  it('are found by any text within them', () => {
    const rows = [{ name: 'BTC' }, { deep: { names: ['eth'] } }, { size: 12 }];
    expect(rowsSought(rows, 'ETH')).toEqual([1]);
    expect(rowsSought(rows, ' 12 ')).toEqual([2]);
    expect(rowsSought(rows, '')).toEqual([0, 1, 2]);
  });
});

it('another model keeps what both have and drops what only the old one had', () => {
  const schema = {
    properties: { model: { const: 'b' }, weight: { type: 'string' }, factor: { type: 'string' } },
    required: ['model', 'factor'],
  };
  expect(startObject(schema, { model: 'a', weight: '0.9', tiers: [] })).toEqual({
    model: 'b',
    weight: '0.9',
    factor: '',
  });
});

it('a row says itself in the order of its schema, figures with their name and unit', () => {
  const schema = {
    properties: {
      effect: { enum: ['costs', 'none'] },
      approvals: { type: 'integer' },
      feeRate: { type: 'string', pattern: '^\\d+(?:\\.\\d+)?$' },
      noticeSeconds: { type: 'integer' },
      reason: { type: 'string' },
    },
  };
  const row = { reason: '', noticeSeconds: 3600, feeRate: '0.005', approvals: 2, effect: 'costs' };
  const words = (_key: string, options?: Record<string, unknown>): string => String(options?.['_']);
  expect(rowSummary(row, schema, words)).toBe('costs · Approvals 2 · Fee rate 0.5 % · Notice seconds 1 h');
});
