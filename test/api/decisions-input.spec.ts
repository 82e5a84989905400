import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { requestOfInput } from '@backstop/api/decisions/request-of-input';
import { canonicalInput } from '@backstop/core/evaluation';
import { parseEvaluation } from '@backstop/contracts';
import { worldGroups } from '../builders/arbitrary-world.ts';
import { decided } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

it('what a decision read asks for the same decision again, to the byte', () => {
  fc.assert(
    fc.property(worldGroups(), (worlds) => {
      for (const world of worlds) {
        const question = questionOf({ ...world, account: { ...world.account, zones: { 'cross:USDT': 'warning' } } });
        const input: unknown = JSON.parse(canonicalInput(question.account, question.market, question.set));
        const parsed = parseEvaluation(requestOfInput(input));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        expect(JSON.stringify(decided({ set: question.set, ...parsed.value }))).toBe(JSON.stringify(decided(question)));
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
