import { expect, it } from 'vitest';
import { parseDocument } from '../../policy/index.ts';
import { liquidationTrigger } from './index.ts';

const rule = {
  name: 'liquidation',
  conditions: { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] },
  event: { type: 'liquidation', params: { actions: [{ type: 'plan-liquidation' }] } },
};

/** Conditions by name, each of which leads to the next. */
function chain(length: number): object {
  const leaf = { fact: 'equity', operator: 'lessThan', value: '0' };
  return Object.fromEntries(
    Array.from({ length }, (_, at) => {
      return [`c${String(at)}`, { all: [at + 1 < length ? { condition: `c${String(at + 1)}` } : leaf] }];
    }),
  );
}

it.each([
  [100, []],
  [101, ['too_many /conditions']],
  [3000, ['too_many /conditions']],
])('a chain of %d named conditions', (length, problems) => {
  const parsed = parseDocument(liquidationTrigger, { rules: [rule], conditions: chain(length) });
  expect(parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(problems);
});
