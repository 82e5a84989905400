import { describe, expect, it } from 'vitest';
import { bind } from './bind.ts';
import type { LeafValue } from '../language/condition.ts';
import { leafSentence } from './leaf-sentence.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { amount, SAMPLE_NAMES, SAMPLE_SCOPE } from './sample-scope.ts';

function told(fact: string, operator: string, value: LeafValue, over: Partial<ScopeFacts> = {}): string {
  const bound = bind({ fact, operator, value }, '/rules/0/conditions/all/0', SAMPLE_NAMES);
  if (bound.kind !== 'leaf') throw new Error('a leaf is bound to a leaf');
  return leafSentence(bound, { ...SAMPLE_SCOPE, ...over }, SAMPLE_NAMES.facts);
}

describe('the sentence of a leaf names observed value, limit and the relation that holds', () => {
  it.each<[string, string, LeafValue, Partial<ScopeFacts>, string]>([
    ['equity', 'lessThan', { fact: 'maintenanceMargin' }, {}, 'equity 90 is below maintenance margin 100'],
    [
      'equity',
      'lessThan',
      { fact: 'maintenanceMargin' },
      { equity: amount('100') },
      'equity 100 is exactly maintenance margin 100',
    ],
    [
      'equity',
      'lessThan',
      { fact: 'maintenanceMargin' },
      { equity: amount('100.1') },
      'equity 100.1 is above maintenance margin 100',
    ],
    ['marginRatio', 'lessThan', '1', {}, 'equity 90 is below maintenance margin 100'],
    ['marginRatio', 'lessThan', '1.05', {}, 'equity 90 is below 1.05 × maintenance margin 100 = 105'],
    [
      'marginRatio',
      'lessThan',
      '1.05',
      { equity: amount('105') },
      'equity 105 is exactly 1.05 × maintenance margin 100 = 105',
    ],
    [
      'marginRatio',
      'lessThan',
      '1.05',
      { equity: amount('106') },
      'equity 106 is above 1.05 × maintenance margin 100 = 105',
    ],
    [
      'initialMarginRatio',
      'lessThan',
      { fact: 'marginRatio' },
      {},
      'initial margin ratio (equity 90 ÷ initial margin 200) is below margin ratio (equity 90 ÷ maintenance margin 100)',
    ],
    ['positionCount', 'in', [1, 3], {}, 'position count 3 is one of 1, 3'],
    ['positionCount', 'notIn', [1, 2], {}, 'position count 3 is none of 1, 2'],
    ['asset', 'equal', 'USDC', {}, 'asset USDT differs from USDC'],
    ['asset', 'notEqual', 'USDT', {}, 'asset USDT equals USDT'],
    ['asset', 'in', ['USDC', 'USDT'], {}, 'asset USDT is one of USDC, USDT'],
    ['tags', 'contains', 'retail', {}, 'tags retail, eu contain retail'],
    ['tags', 'doesNotContain', 'vip', { tags: [] }, 'tags (none) do not contain vip'],
    ['asset', 'in', { fact: 'tags' }, {}, 'asset USDT is not among tags retail, eu'],
    ['desk.isWatched', 'equal', false, {}, 'desk is watched is true'],
    ['contract', 'equal', 'BTCUSDT', {}, 'contract is unknown'],
    ['withdrawable', 'lessThan', '1', {}, 'withdrawable is unknown'],
    ['leverage', 'lessThan', '1', {}, 'leverage is unknown'],
    [
      'marginRatio',
      'lessThan',
      '1',
      { equity: null, maintenanceMargin: null },
      'equity is unknown and maintenance margin is unknown',
    ],
  ])('%s %s %j', (fact, operator, value, over, sentence) => {
    expect(told(fact, operator, value, over)).toBe(sentence);
  });
});
