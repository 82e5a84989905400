import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import * as rules from '@backstop/core/rules';
import { checkConditions } from '@backstop/core/rules';
import { disagreement, runEngine } from '@backstop/core/twin';
import { fuzzCases } from './arbitrary-case.ts';
import { judgeBy } from './compiler.ts';
import { fuzzBudget } from './fuzz-budget.ts';

const { seed, pairs } = fuzzBudget();

// A hundred thousand engines, on a machine that may be busy.
vi.setConfig({ testTimeout: 600_000 });

/** Scopes for each rule list. */
const SCOPES = 20;

it(`compiled_equals_engine: ${String(pairs)} drawn pairs of rules and facts, decisions and traces (RULES_SEED=${String(seed)})`, async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(fuzzCases(SCOPES), async ({ list, names, scopes }) => {
      const judge = judgeBy(rules, list, names);
      for (const facts of scopes) {
        expect(disagreement(list, judge(facts), await runEngine(list, names, facts))).toBeNull();
        judged += 1;
      }
    }),
    { seed, numRuns: Math.ceil(pairs / SCOPES) },
  );
  expect(judged).toBeGreaterThanOrEqual(pairs);
});

it('draws_inside_the_language: every drawn list passes the check', () => {
  fc.assert(
    fc.property(fuzzCases(1), ({ list, names }) => {
      const problems = list.flatMap(({ conditions, pointer }) => checkConditions(conditions, pointer, names));
      expect(problems).toEqual([]);
    }),
    { seed, numRuns: 500 },
  );
});
