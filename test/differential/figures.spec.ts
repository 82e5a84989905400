import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { formatDecimal } from '@backstop/core/num';
import type { PoolJudgement } from '@backstop/core/evaluation';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';
import { exact, NOTHING, textOf, textOrNull } from './exact.ts';
import { slowBankruptcyAmount } from './slow-bankruptcy.ts';
import { slowFigures, unitsOf } from './slow-evaluator.ts';
import { markOf } from './slow-liquidation-price.ts';
import { slowNotional, slowPnl } from './slow-margin.ts';
import { slowScopes } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** 10 accounts each: 2,000. */
const VENUES = 200;

it('judges 2,000 drawn accounts as the slow evaluator does, every figure of every scope, to the last digit', () => {
  fc.assert(
    fc.property(worldGroups(), (worlds) => {
      for (const [index, world] of worlds.entries()) {
        const { pools } = judged(questionOf(world));
        expect(Object.fromEntries(pools.map((pool) => [pool.pool.key, judgedWords(pool)]))).toEqual(slowWords(world));
        // Amounts of legs judge the account anew for each: every fifth account is enough of them.
        if (index % 5 === 0) expect(Object.fromEntries(pools.flatMap(judgedLegs))).toEqual(slowLegs(world));
      }
    }),
    { numRuns: VENUES, endOnFailure: true },
  );
});

type Words = Readonly<Record<string, string | boolean | null>>;

function judgedWords({ figures }: PoolJudgement): Words | null {
  if (figures === null) return null;
  const { state, liquidatable, initialMargin, withdrawable } = figures;
  return {
    equity: formatDecimal(figures.equity),
    accountValue: formatDecimal(figures.accountValue),
    initialMargin: initialMargin && formatDecimal(initialMargin),
    maintenanceMargin: formatDecimal(figures.maintenanceMargin),
    notional: formatDecimal(figures.notional),
    unrealizedPnl: formatDecimal(figures.unrealizedPnl),
    withdrawable: withdrawable && formatDecimal(withdrawable),
    deficit: formatDecimal(figures.deficit),
    state,
    liquidatable,
  };
}

function slowWords(world: World): Readonly<Record<string, Words | null>> {
  return Object.fromEntries(
    slowScopes(world).map((scope): [string, Words | null] => {
      const figures = slowFigures(world, scope);
      if (figures === null) return [scope.key, null];
      const { equity, accountValue, maintenanceMargin } = figures;
      const liquidatable = maintenanceMargin.greaterThan(0) && equity.lessThan(maintenanceMargin);
      const isBankrupt = accountValue.lessThan(0);
      const words = {
        equity: textOf(equity),
        accountValue: textOf(accountValue),
        initialMargin: textOrNull(figures.initialMargin),
        maintenanceMargin: textOf(maintenanceMargin),
        notional: textOf(figures.notional),
        unrealizedPnl: textOf(figures.unrealizedPnl),
        withdrawable: textOrNull(figures.withdrawable),
        deficit: textOf(scope.positions.length === 0 && isBankrupt ? accountValue.negated() : NOTHING),
        state: isBankrupt ? 'bankrupt' : liquidatable ? 'liquidatable' : 'healthy',
        liquidatable,
      };
      return [scope.key, words];
    }),
  );
}

interface LegWords {
  readonly notional: string;
  readonly unrealizedPnl: string;
  readonly bankruptcyAmount: string | null;
}

function judgedLegs({ pool, positions }: PoolJudgement): [string, LegWords][] {
  return positions.map(({ leg: { position }, notional, unrealizedPnl, bankruptcyAmount }) => [
    `${pool.key} ${position.contract} ${position.side}`,
    {
      notional: formatDecimal(notional),
      unrealizedPnl: formatDecimal(unrealizedPnl),
      bankruptcyAmount: bankruptcyAmount && formatDecimal(bankruptcyAmount),
    },
  ]);
}

function slowLegs(world: World): Record<string, LegWords> {
  const { contractOf } = slowVenue(world.venue);
  const legs = slowScopes(world).flatMap((scope) => scope.positions.map((leg) => ({ scope, leg })));
  return Object.fromEntries(
    legs.map(({ scope, leg }): [string, LegWords] => {
      const contract = contractOf(leg.contract);
      const mark = markOf(world, leg.contract);
      const units = unitsOf(contract, leg);
      const words = {
        notional: textOf(slowNotional(contract, units.abs(), mark)),
        unrealizedPnl: textOf(slowPnl(contract, units, exact(leg.entryPrice), mark)),
        bankruptcyAmount: textOrNull(slowBankruptcyAmount(world, scope, leg)),
      };
      return [`${scope.key} ${leg.contract} ${leg.side ?? 'net'}`, words];
    }),
  );
}
