import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { gather } from './row.ts';
import { trace } from './trace-program.ts';
import { SAMPLE_NAMES, SAMPLE_SCOPE } from '../judge/sample-scope.ts';

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
    const program = compile(list, { ...SAMPLE_NAMES, conditions: { watched } });
    expect(trace(program, gather(program, SAMPLE_SCOPE)).tried[0]?.leaves).toEqual([
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
