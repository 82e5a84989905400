import { Decimal as Reference } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PoolJudgement, PositionJudgement } from '@backstop/core/evaluation';
import { formatDecimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import type { Account } from '@backstop/core/venue';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { WorldChoice } from '../builders/arbitrary-world.ts';
import { judged, poolOf } from '../builders/judged.ts';
import type { Question } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const Exact = Reference.clone({ precision: 110, toExpNeg: -1000, toExpPos: 1000 });

describe('closing all legs of a scope one after another at their bankruptcy amounts leaves nothing but rounding', () => {
  it.each<[string, WorldChoice]>([
    [
      'of linear contracts in one asset: less than a unit',
      { collateralModes: ['settlement-asset'], contracts: ['ALPHA', 'BETA'] },
    ],
    [
      'of inverse contracts: less than a unit and one a leg',
      { collateralModes: ['settlement-asset'], contracts: ['GAMMA'] },
    ],
    [
      'in one pool of many assets: less than a unit, one a leg and one of the asset that it settles in',
      { collateralModes: ['multi-asset'] },
    ],
  ])('%s, never a negative amount', (_name, choice) => {
    fc.assert(
      fc.property(
        worldGroups({ ...choice, hasOrders: false }),
        fc.array(fc.nat(), { minLength: 1 }),
        (worlds, turns) => {
          for (const question of worlds.map(questionOf)) {
            for (const { pool, positions, figures } of judged(question).pools) {
              if (positions.length === 0 || figures === null) continue;
              const left = closedDown(question, pool.key, turns);
              const words = `${pool.key} is left with ${left.toFixed()} of ${formatDecimal(figures.accountValue)}`;
              expect(left.isNegative() && !left.isZero(), words).toBe(false);
              expect(left.lessThan(roundingOf(question, poolOf(judged(question), pool.key))), words).toBe(true);
            }
          }
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

/** What the scope is worth once each leg has been closed for exactly its bankruptcy amount, judged anew before each. */
function closedDown(question: Question, key: string, turns: readonly number[]): Reference {
  let current = question;
  for (let closed = 0; ; closed += 1) {
    const scope = poolOf(judged(current), key);
    const turn = turns[closed % turns.length] ?? 0;
    const position = scope.positions[turn % Math.max(1, scope.positions.length)];
    const value = scope.figures?.accountValue;
    if (value === undefined) throw new Error(`${key} cannot be priced`);
    if (position === undefined) return exact(value);
    if (scope.pool.scope === 'isolated') return exact(value).plus(gainAtClose(current, scope, position).pool);
    current = withoutLeg(current, scope, position);
  }
}

/** What a leg at its marked pnl brings in its settlement asset, and what its bankruptcy amount is above or below its worth. */
interface Gain {
  readonly settled: Reference;
  readonly pool: Reference;
}

function gainAtClose(question: Question, { pool }: PoolJudgement, position: PositionJudgement): Gain {
  const { market, set } = question;
  const { leg, book, bankruptcyAmount, unrealizedPnl } = position;
  const { type, contract, settlementAsset } = book.context.contract;
  const mark = market.contracts[contract]?.markPrice ?? null;
  if (mark === null || bankruptcyAmount === null) throw new Error(`${contract} cannot be closed`);
  const units = exact(leg.signedUnits);
  const worth = type === 'linear' ? units.times(exact(mark)) : units.dividedBy(exact(mark)).negated();
  // The venue books what it received beyond the worth of the leg, rounded against the account.
  const beyond = exact(bankruptcyAmount).minus(
    worth.times(priceIn(question, pool, settlementAsset)).toDecimalPlaces(70),
  );
  const precision = set.specification.compiled.assets.get(pool.asset)?.precision ?? 0;
  return {
    settled: exact(unrealizedPnl),
    pool: isExact(question, pool, book) ? beyond : beyond.toDecimalPlaces(precision, Reference.ROUND_FLOOR),
  };
}

function withoutLeg(question: Question, scope: PoolJudgement, position: PositionJudgement): Question {
  const { account } = question;
  const gain = gainAtClose(question, scope, position);
  const { settlementAsset } = position.book.context.contract;
  const { pendingFunding } = position.leg.position;
  const collateral: Account['collateral'] = [
    ...account.collateral,
    { asset: settlementAsset, balance: pendingFunding },
    { asset: settlementAsset, balance: decimalOf(gain.settled.toFixed()) },
    { asset: scope.pool.asset, balance: decimalOf(gain.pool.toFixed()) },
  ];
  const positions = account.positions.filter((one) => one !== position.leg.position);
  return { ...question, account: { ...account, collateral, positions } };
}

/** A unit of the scope's asset; and for every leg whose worth is rounded one more, and one of its settlement asset. */
function roundingOf(question: Question, { pool, positions }: PoolJudgement): Reference {
  const unit = unitOf(question, pool.asset);
  return positions.reduce((total, { book }) => {
    const { settlementAsset } = book.context.contract;
    if (isExact(question, pool, book)) return total;
    return total.plus(unit).plus(unitOf(question, settlementAsset).times(priceIn(question, pool, settlementAsset)));
  }, unit);
}

/** Whether the worth of a leg needs no rounding: linear, and nothing is converted. */
function isExact({ set }: Question, pool: PoolJudgement['pool'], { context }: PositionJudgement['book']): boolean {
  const isConverted = pool.scope === 'cross' && set.valuation.compiled.collateralMode === 'multi-asset';
  return !isConverted && context.contract.type === 'linear';
}

function unitOf({ set }: Question, asset: string): Reference {
  return new Exact(10).toPower(-(set.specification.compiled.assets.get(asset)?.precision ?? 0));
}

/** What a unit of an asset sells for in the scope's asset. */
function priceIn({ market }: Question, pool: PoolJudgement['pool'], asset: string): Reference {
  if (asset === pool.asset) return new Exact(1);
  const price = market.assets[asset]?.price ?? null;
  if (price === null) throw new Error(`${asset} has no price`);
  return exact(price);
}

function exact(value: Decimal): Reference {
  return new Exact(formatDecimal(value));
}
