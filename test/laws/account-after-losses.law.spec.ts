import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { accountAfterLosses, type EarlierCharge } from '@backstop/core/evaluation';
import {
  absolute,
  divide,
  formatDecimal,
  isNegative,
  multiply,
  negate,
  parseDecimal,
  subtract,
  sum,
  ZERO,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { unrealizedPnl } from '@backstop/core/margin';
import { worldGroups } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import type { Question } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const ofText = (text: string): Decimal => parseDecimal(text) ?? ZERO;

/** Of all scopes that can be judged, by asset; null where one cannot be. */
function valuesOf(question: Question): ReadonlyMap<string, Decimal> | null {
  const values = new Map<string, Decimal>();
  for (const { pool, figures } of judged(question).pools) {
    if (figures === null) return null;
    values.set(pool.asset, sum([values.get(pool.asset) ?? ZERO, figures.accountValue]));
  }
  return values;
}

const text = (values: ReadonlyMap<string, Decimal> | null, asset: string): string =>
  formatDecimal(values?.get(asset) ?? ZERO);

it('a share lowers what the account is worth by exactly that', () => {
  fc.assert(
    fc.property(
      worldGroups({ collateralModes: ['settlement-asset'] }),
      fc.integer({ min: 1, max: 1e6 }),
      (worlds, paid) => {
        for (const world of worlds) {
          const question = questionOf(world);
          const before = valuesOf(question);
          const asset = question.account.collateral[0]?.asset;
          if (before === null || asset === undefined) continue;
          const amount = ofText(String(paid));
          const account = accountAfterLosses(question.account, [{ type: 'share', asset, amount }]);
          const after = valuesOf({ ...question, account });
          expect(text(after, asset)).toBe(formatDecimal(subtract(before.get(asset) ?? ZERO, amount)));
        }
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
});

it('contracts closed at the mark leave the account worth what it was, in one close or in two', () => {
  let checked = 0;
  fc.assert(
    fc.property(worldGroups({ collateralModes: ['settlement-asset'] }), fc.nat(99), (worlds, share) => {
      for (const world of worlds) {
        const question = questionOf(world);
        const before = valuesOf(question);
        const charge = closeAtMark(question, ofText(`0.${String(share).padStart(2, '0')}`));
        if (before === null || charge === null) continue;
        const after = valuesOf({ ...question, account: accountAfterLosses(question.account, charge.charges) });
        const [was, is] = [before.get(charge.asset) ?? ZERO, after?.get(charge.asset) ?? ZERO];
        expect(formatDecimal(is)).toBe(formatDecimal(was));
        checked += 1;
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect(checked).toBeGreaterThan(20);
});

function closeAtMark({ set, account, market }: Question, share: Decimal) {
  const position = account.positions.find(
    ({ contract }) => set.specification.compiled.contracts.get(contract)?.type === 'linear',
  );
  const contract = set.specification.compiled.contracts.get(position?.contract ?? '');
  const mark = market.contracts[position?.contract ?? '']?.markPrice ?? null;
  if (position === undefined || contract === undefined || mark === null) return null;
  const precision = set.specification.compiled.assets.get(contract.settlementAsset)?.precision ?? 8;
  const all = absolute(position.size);
  const first = divide(multiply(all, share), ofText('1'), all.scale, 'floor');
  const charges = [first, subtract(all, first)]
    .filter((size) => formatDecimal(size) !== '0')
    .map((size): EarlierCharge => {
      const signed = multiply(isNegative(position.size) ? negate(size) : size, contract.multiplier);
      return {
        ...{ type: 'close', asset: contract.settlementAsset, contract: position.contract, size },
        scope: `${position.margin}:${position.margin === 'cross' ? contract.settlementAsset : position.contract}:${position.side}`,
        realizedPnl: unrealizedPnl(contract, signed, position.entryPrice, mark, precision),
      };
    });
  return { charges, asset: contract.settlementAsset };
}
