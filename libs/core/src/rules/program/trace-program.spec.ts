import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../num/index.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import { compile } from './compile.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import { gather } from './row.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import { trace } from './trace-program.ts';

const flag = factDeclarationSchema.parse({
  ...{ name: 'desk.isWatched', type: 'boolean', unit: 'none', meaning: 'Watched.', source: 'the test' },
});
const names = { facts: scopeCatalogue([flag]), conditions: {} };
const amount = (text: string) => parseDecimal(text)!;
const FACTS: ScopeFacts = {
  at: 0,
  equity: amount('90'),
  accountValue: amount('0'),
  initialMargin: amount('200'),
  maintenanceMargin: amount('100'),
  notional: amount('1000'),
  unrealizedPnl: amount('-3.5'),
  withdrawable: null,
  positionCount: 3,
  scope: 'cross',
  asset: 'USDT',
  contract: null,
  tags: ['retail', 'eu'],
  venue: { 'desk.isWatched': true },
};

describe('the trace of a rule', () => {
  it('has every leaf once, with what it saw', () => {
    const watched = { any: [{ fact: 'leverage', operator: 'greaterThan', value: '5' }] };
    const condition = {
      all: [
        { condition: 'watched' },
        { not: { condition: 'watched' } },
        { fact: 'marginRatio', operator: 'in', value: ['0.9', '1'] },
        { fact: 'tags', operator: 'contains', value: { fact: 'asset' } },
        { fact: 'desk.isWatched', operator: 'notEqual', value: false },
      ],
    };
    const list = [{ conditions: condition, pointer: '/rules/0/conditions', priority: 1 }];
    const program = compile(list, { ...names, conditions: { watched } });
    expect(trace(program, gather(program, FACTS)).tried[0]?.leaves).toEqual([
      {
        ...{ pointer: '/conditions/watched/any/0', fact: 'leverage', operator: 'greaterThan' },
        ...{ observed: null, compared: '5', result: null },
      },
      {
        ...{ pointer: '/rules/0/conditions/all/2', fact: 'marginRatio', operator: 'in' },
        ...{ observed: '0.9', compared: '0.9, 1', result: true },
      },
      {
        ...{ pointer: '/rules/0/conditions/all/3', fact: 'tags', operator: 'contains' },
        ...{ observed: 'retail, eu', compared: 'USDT', result: false },
      },
      {
        ...{ pointer: '/rules/0/conditions/all/4', fact: 'desk.isWatched', operator: 'notEqual' },
        ...{ observed: 'true', compared: 'false', result: true },
      },
    ]);
  });
});
