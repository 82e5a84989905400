import { expect, test } from 'vitest';
import type { ScopeResponse } from '@backstop/contracts';
import { verdictOf } from './verdictOf.ts';

interface Told {
  readonly zone: string | null;
  /** Rule and sentence of what determined it. */
  readonly by?: readonly [string, string];
  readonly asked: readonly string[];
}

function scope({ zone, by, asked }: Told): ScopeResponse {
  const reference = { policy: 'liquidation-trigger.default', version: 1 };
  const told: Pick<ScopeResponse, 'zone' | 'determinedBy' | 'trace'> = {
    zone,
    determinedBy: by === undefined ? [] : [{ ...reference, rule: by[0], sentence: by[1] }],
    trace: asked.map((rule) => ({ ...reference, rule, result: false, leaves: [] })),
  };
  return told as ScopeResponse;
}

test.each([
  [
    'a rule decided',
    { zone: 'warning', by: ['thin', 'equity 90 is below maintenance margin 100'], asked: ['first', 'thin'] },
    { how: 'rule', rule: 'thin', sentence: 'equity 90 is below maintenance margin 100' },
  ],
  [
    'the exit is not reached',
    { zone: 'warning', by: ['exit of warning', 'stays'], asked: ['thin', 'exit of warning'] },
    { how: 'exit', rule: 'exit of warning', sentence: 'stays' },
  ],
  [
    'no rule decided',
    { zone: 'healthy', by: ['built-in healthy', 'no rule hits'], asked: ['thin'] },
    { how: 'none', rule: null, sentence: 'no rule hits' },
  ],
  [
    'no rule was asked',
    { zone: 'deficit', by: ['built-in deficit', 'account value -3 is below zero'], asked: [] },
    { how: 'none', rule: null, sentence: 'account value -3 is below zero' },
  ],
  [
    'a rule cannot be judged',
    { zone: null, by: ['thin', 'leverage is unknown'], asked: ['first', 'thin'] },
    { how: 'unknown', rule: 'thin', sentence: 'leverage is unknown' },
  ],
  ['there are no figures', { zone: null, asked: [] }, { how: 'unknown', rule: null, sentence: null }],
] as const)('%s', (_, told, expected) => {
  expect(verdictOf(scope(told))).toEqual(expected);
});
