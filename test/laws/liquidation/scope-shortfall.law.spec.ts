import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import {
  absolute,
  add,
  decimal,
  formatDecimal,
  isNegative,
  lessOrEqual,
  maximum,
  multiply,
  negate,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from '@backstop/core/num';
import {
  balanceLeft,
  fillStep,
  scopeShortfall,
  type FilledStep,
  type ReduceStep,
  type ScopePlan,
  type TakeoverStep,
} from '@backstop/core/planning';
import { decimalOf } from '@backstop/core/policy';
import { liquidationDocuments, worldsUnder } from '../../builders/arbitrary-liquidation.ts';
import { worldGroups } from '../../builders/arbitrary-world.ts';
import type { Question } from '../../builders/judged.ts';
import { questionOf } from '../../builders/question-of.ts';
import { planned } from './planned.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const ONE = decimal(1n);
const price = () => ONE;

it.each([[['ALPHA', 'BETA']], [['GAMMA']]] as const)(
  'what a scope of %s is short of is its value and what every fill brought beyond the mark, whatever the plan assumed',
  (contracts) => {
    const met = { scopes: 0, short: 0 };
    fc.assert(
      fc.property(
        worldGroups({ collateralModes: ['settlement-asset'], contracts, hasOrders: false }),
        liquidationDocuments(),
        fc.array(fc.integer({ min: 500, max: 1500 }), { minLength: 1, maxLength: 7 }),
        (drawn, document, shares) => {
          for (const world of worldsUnder(drawn, document)) {
            const question = questionOf(world);
            for (const scope of planned(question).scopes) {
              if (scope.end.reason !== 'nothing-left' || scope.before === null) continue;
              const filled = filledAt(question, scope, shares);
              // Debts without a position: no fill closes the scope.
              if (filled.length === 0) continue;
              met.scopes += 1;
              if (expectNetted(question, scope, filled)) met.short += 1;
            }
          }
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
    expect(Math.min(met.scopes, met.short), JSON.stringify(met)).toBeGreaterThan(0);
  },
);

/** Whether something is missing. */
function expectNetted(question: Question, scope: ScopePlan, filled: readonly FilledStep[]): boolean {
  const precision = question.set.specification.compiled.assets.get(scope.asset)?.precision ?? 0;
  const left = balanceLeft(scope, filled, price);
  const value = decimalOf(scope.before?.accountValue ?? '0');
  const beyond = filled.map((each) =>
    subtract(subtract(each.received, cashAtMark(question, scope, each.step)), each.taken),
  );
  const off = absolute(subtract(left, sum([value, ...beyond])));
  // Each step is rounded once where its pnl is realized and once where its notional is.
  const allowed = multiply(decimal(BigInt(2 * filled.length + 1)), decimal(1n, precision));
  expect(lessOrEqual(off, allowed), `${formatDecimal(off)} off: ${JSON.stringify(scope)}`).toBe(true);
  const parts = scopeShortfall(scope, filled, { price, precision });
  const missing = sum(parts.map((part) => part.missing));
  const short = maximum(ZERO, negate(left));
  expect(lessOrEqual(short, missing)).toBe(true);
  expect(lessOrEqual(missing, add(short, decimal(1n, precision)))).toBe(true);
  expect(parts.some((part) => isNegative(part.missing))).toBe(false);
  expect(scopeShortfall(scope, filled.toReversed(), { price, precision }).length).toBe(parts.length);
  return parts.length > 0;
}

/** Of the whole step: what a sale brings and a purchase costs. */
function cashAtMark({ set, account }: Question, scope: ScopePlan, step: ReduceStep | TakeoverStep): Decimal {
  if (step.type === 'reduce') return decimalOf(step.atMark.cash);
  const position = account.positions.find(
    ({ contract, side, margin }) => contract === step.contract && side === step.side && margin === scope.scope,
  );
  const notional = decimalOf(step.notional);
  // A contract worth N ÷ price costs where a linear one brings.
  const isInverse = set.specification.compiled.contracts.get(step.contract)?.type === 'inverse';
  return isNegative(position?.size ?? ZERO) === isInverse ? notional : negate(notional);
}

/** Every step in one fill, at shares of the mark. */
function filledAt({ set, account, market }: Question, scope: ScopePlan, shares: readonly number[]): FilledStep[] {
  const rules = set.forTags(account.tags).liquidation?.compiled;
  if (rules === undefined) throw new Error('planned without rules');
  const steps = scope.steps.filter((step) => step.type === 'reduce' || step.type === 'takeover');
  return steps.map((step, index) => {
    const share = decimal(BigInt(shares[index % shares.length] ?? 1000), 3);
    const mark = market.contracts[step.contract]?.markPrice ?? ZERO;
    const [size, bankruptcyAmount] = [decimalOf(step.size), decimalOf(step.bankruptcyAmount)];
    const at = step.type === 'takeover' ? null : multiply(mark, share);
    const fill = { before: ZERO, size, price: at, fee: null, elapsed: 0 };
    const { received, fee, fundFee, surplus, deficit } = fillStep(
      { set, account, market, scope, step, size, bankruptcyAmount },
      fill,
      rules,
    );
    const taken = sum([fee, fundFee, rules.surplusTo === 'fund' ? surplus : ZERO]);
    return { step, received, taken, deficit };
  });
}
