import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PoolJudgement, PositionJudgement } from '@backstop/core/evaluation';
import { add, formatDecimal, isPositive, sign, subtract } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { WorldChoice } from '../builders/arbitrary-world.ts';
import { judged, poolOf } from '../builders/judged.ts';
import type { Question } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

describe('at the liquidation price an account is not liquidatable, and one tick worse it is', () => {
  it.each<[string, WorldChoice]>([
    ['in pools by settlement asset', { collateralModes: ['settlement-asset'] }],
    ['in one pool of many assets with haircuts and share limits', { collateralModes: ['multi-asset'] }],
    ['on ladders that jump at their borders', { ladderSorts: ['jumping'] }],
    ['on ladders by size and by formula', { ladderSorts: ['by-size', 'formula'] }],
    [
      'on the real ladders of the reference profile',
      { ladderSorts: ['reference'], contracts: ['ALPHA', 'BETA', 'DELTA'] },
    ],
    ['of inverse contracts', { contracts: ['GAMMA'] }],
  ])('%s', (_name, choice) => {
    fc.assert(
      fc.property(worldGroups({ ...choice, hasOrders: false }), (worlds) => {
        for (const question of worlds.map(questionOf)) {
          for (const pool of judged(question).pools) {
            for (const position of pool.positions) expectEdge(question, pool, position);
          }
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

/** The whole account is judged anew at each price: nothing of the search for the price is trusted. */
function expectEdge(question: Question, { pool, positions }: PoolJudgement, position: PositionJudgement): void {
  const { liquidationPrice, leg, book } = position;
  if (liquidationPrice === null) return;
  const { contract } = leg.position;
  const tick = book.context.contract.tickSize ?? decimalOf('0.00000001');
  const isBad = (price: Decimal): boolean | null => {
    return poolOf(judged(withMark(question, contract, price)), pool.key).figures?.liquidatable ?? null;
  };
  const words = `${pool.key} ${contract} at ${formatDecimal(liquidationPrice)}`;
  expect(isBad(liquidationPrice), words).toBe(false);
  const below = subtract(liquidationPrice, tick);
  const above = add(liquidationPrice, tick);
  const legs = positions.filter((one) => one.book === book);
  const isOneWay = legs.every((one) => sign(one.leg.signedUnits) === sign(leg.signedUnits));
  // Hedged legs and capped or weightless collateral can lose either way; one direction in one asset loses against itself.
  const worse = isOneWay && isPlain(question) ? [isPositive(leg.signedUnits) ? below : above] : [below, above];
  const prices = worse.filter(isPositive);
  expect(prices.length < worse.length || prices.some((price) => isBad(price)), `${words}, one tick worse`).toBe(true);
}

/** Nothing is converted: equity moves one for one with pnl. */
function isPlain({ set }: Question): boolean {
  return set.valuation.compiled.collateralMode === 'settlement-asset';
}

function withMark(question: Question, contract: string, markPrice: Decimal): Question {
  const row = question.market.contracts[contract];
  if (row === undefined) throw new Error(`no market for ${contract}`);
  const contracts = { ...question.market.contracts, [contract]: { ...row, markPrice } };
  return { ...question, market: { ...question.market, contracts } };
}
