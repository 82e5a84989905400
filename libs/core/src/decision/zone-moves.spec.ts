import { describe, expect, it } from 'vitest';
import type { ScopeDecision } from './index.ts';
import { zoneMoves } from './index.ts';

function cross(zone: string | null): ScopeDecision {
  return { scope: 'cross', asset: 'USDT', zone } as ScopeDecision;
}

function isolated(zone: string | null): ScopeDecision {
  return { scope: 'isolated', contract: 'ETHUSDT', side: 'long', asset: 'USDT', zone } as ScopeDecision;
}

describe('a scope moved', () => {
  it.each([
    ['zone = the one given', 'warning', 'warning', false],
    ['zone = healthy, healthy given', 'healthy', 'healthy', false],
    ['another zone than the one given', 'warning', 'liquidation', true],
    ['back to healthy', 'warning', 'healthy', true],
    ['to what cannot be judged', 'warning', null, true],
    ['none given, none judged', undefined, null, false],
    ['none given, healthy', undefined, 'healthy', false],
    ['none given, any other zone', undefined, 'warning', true],
  ])('%s', (_name, given, zone, isMove) => {
    const zones = given === undefined ? {} : { 'cross:USDT': given };
    const moves = [{ scope: 'cross:USDT', from: given ?? null, to: zone }];
    expect(zoneMoves([cross(zone)], zones)).toEqual(isMove ? moves : []);
  });

  it('by its own key, in the order of the decision', () => {
    const zones = {
      'isolated:ETHUSDT:long': 'healthy',
      'isolated:ETHUSDT:net': 'liquidation',
      'cross:USDT': 'warning',
    };
    expect(zoneMoves([cross('liquidation'), isolated('margin-call')], zones)).toEqual([
      { scope: 'cross:USDT', from: 'warning', to: 'liquidation' },
      { scope: 'isolated:ETHUSDT:long', from: 'healthy', to: 'margin-call' },
    ]);
  });

  it('not where only a scope that is gone was given a zone', () => {
    expect(zoneMoves([cross('healthy')], { 'isolated:ETHUSDT:long': 'liquidation' })).toEqual([]);
  });
});
