import { expect, test } from 'vitest';
import type { ScopeResponse } from '@backstop/contracts';
import { askedOf } from './askedOf.ts';
import { distancePercent, shareOf } from './distance.ts';
import { scopeKey, worstFirst } from './scopes.ts';

function scope(asset: string, zone: string | null, actions: readonly string[]): ScopeResponse {
  const figures = {
    equity: null,
    accountValue: null,
    initialMargin: null,
    maintenanceMargin: null,
    marginRatio: null,
    withdrawable: null,
    deficit: null,
  };
  return {
    scope: 'cross',
    asset,
    zone,
    actions: actions.map((type) => ({ type, params: {} })),
    ...figures,
    state: null,
    liquidatable: null,
    positions: [],
    determinedBy: [],
    indeterminate: [],
    findings: [],
  };
}

test('what is being closed comes first, then what could not be judged, then what asks for anything', () => {
  const scopes = [
    scope('A', 'healthy', []),
    scope('B', 'warning', ['notify']),
    scope('C', null, ['notify']),
    scope('D', 'liquidation', ['plan-liquidation']),
  ];
  expect(worstFirst(scopes).map(scopeKey)).toEqual(['cross:D', 'cross:C', 'cross:B', 'cross:A']);
});

test('distance to the mark, in percent of the mark', () => {
  expect(distancePercent('54000', '60000')).toBe('-10');
  expect(distancePercent('61000', '60000')).toBe('1.66');
  expect(distancePercent(null, '60000')).toBeNull();
  expect(distancePercent('1', undefined)).toBeNull();
});

test('the share of a bar never leaves it', () => {
  expect(shareOf('50', '200')).toBe(0.25);
  expect(shareOf('300', '200')).toBe(1);
  expect(shareOf('-5', '200')).toBe(0);
  expect(shareOf(null, '5')).toBe(0);
});

test('marks and sizes are read from a request, whatever it is', () => {
  const { marks, sizes } = askedOf({
    account: { positions: [{ contract: 'A', margin: 'cross', size: '-2' }, { contract: 'B' }, null] },
    market: { contracts: { A: { markPrice: '1' }, B: {}, C: null } },
  });
  expect([...marks]).toEqual([['A', '1']]);
  expect([...sizes]).toEqual([['A net cross', '-2']]);
  expect(askedOf(null).marks.size).toBe(0);
});
