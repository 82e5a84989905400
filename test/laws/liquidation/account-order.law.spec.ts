import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { orderOfAccounts } from '@backstop/core/planning';
import type { OrderedScope } from '@backstop/core/planning';
import { compare, isNegative, multiply } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { liquidationDocuments, worldsUnder } from '../../builders/arbitrary-liquidation.ts';
import { worldGroups } from '../../builders/arbitrary-world.ts';
import type { World } from '../../builders/arbitrary-world.ts';
import { judged, poolOf } from '../../builders/judged.ts';
import { questionOf } from '../../builders/question-of.ts';

vi.setConfig({ testTimeout: 120_000 });

/** All accounts of a group in the market of its first. */
function ordered(worlds: readonly World[]): {
  readonly scopes: readonly OrderedScope[];
  readonly questions: Questions;
} {
  const [first] = worlds;
  if (first === undefined) throw new Error('no worlds');
  const { market } = first;
  const questions = worlds.map((world, at) => {
    const question = questionOf({ ...world, market });
    return { ...question, account: { ...question.account, id: `a-${String(at)}` } };
  });
  const [{ set, market: facts } = questionOf(first)] = questions;
  const accounts = questions.map(({ account }) => account);
  const order = orderOfAccounts({ set, accounts, market: facts, asOf: facts.asOf });
  const reversed = orderOfAccounts({ set, accounts: accounts.toReversed(), market: facts, asOf: facts.asOf });
  if (!order.ok) throw new Error(JSON.stringify(order.problems));
  expect(reversed).toEqual(order);
  return { scopes: order.value, questions };
}

type Questions = readonly ReturnType<typeof questionOf>[];

it('names every scope that is liquidated or owes, once, the riskiest first, whatever order they are given in', () => {
  let pairs = 0;
  fc.assert(
    fc.property(worldGroups(), liquidationDocuments(), (drawn, document) => {
      const { scopes, questions } = ordered(worldsUnder(drawn, { ...document, accountOrder: 'risk' }));
      const named = scopes.map(({ account, scope }) => `${account} ${scope}`);
      const due = questions.flatMap((question) =>
        judged(question).pools.flatMap(({ pool, zone: { zone } }) =>
          zone === 'liquidation' || zone === 'deficit' ? [`${question.account.id} ${pool.key}`] : [],
        ),
      );
      expect(named.toSorted()).toEqual(due.toSorted());
      const figures = scopes.map(({ account, scope }) => {
        const question = questions.find((each) => each.account.id === account);
        const found = question === undefined ? null : poolOf(judged(question), scope).figures;
        if (found === null) throw new Error(`no figures of ${account}`);
        return found;
      });
      figures.slice(1).forEach((later, at) => {
        const earlier = figures[at];
        if (earlier === undefined) return;
        pairs += 1;
        expect(isRiskier(later, earlier)).toBe(false);
      });
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(50);
});

it('puts the largest deficit first where the policy says so', () => {
  fc.assert(
    fc.property(
      worldGroups({ collateralModes: ['multi-asset'], contracts: ['ALPHA', 'BETA'] }),
      liquidationDocuments(),
      (drawn, document) => {
        const { scopes, questions } = ordered(worldsUnder(drawn, { ...document, accountOrder: 'largest-deficit' }));
        const values = scopes.flatMap(({ account, scope }) => {
          const question = questions.find((each) => each.account.id === account);
          const figures = question === undefined ? null : poolOf(judged(question), scope).figures;
          return figures === null ? [] : [figures.accountValue];
        });
        const owed = values.filter(isNegative);
        expect(values.slice(0, owed.length)).toEqual(owed);
        owed.slice(1).forEach((later, at) => {
          const earlier = owed[at];
          if (earlier !== undefined) expect(compare(earlier, later)).toBeLessThanOrEqual(0);
        });
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

interface Figures {
  readonly equity: Decimal;
  readonly maintenanceMargin: Decimal;
}

/** By the quotients, cross-multiplied; one without maintenance margin is never riskier than one with. */
function isRiskier(a: Figures, b: Figures): boolean {
  if (a.maintenanceMargin.coefficient === 0) {
    return b.maintenanceMargin.coefficient === 0 && compare(a.equity, b.equity) < 0;
  }
  if (b.maintenanceMargin.coefficient === 0) return true;
  return compare(multiply(a.equity, b.maintenanceMargin), multiply(b.equity, a.maintenanceMargin)) < 0;
}
