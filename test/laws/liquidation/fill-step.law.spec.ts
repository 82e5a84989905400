import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import {
  absolute,
  add,
  decimal,
  equals,
  formatDecimal,
  isNegative,
  isPositive,
  isZero,
  lessOrEqual,
  maximum,
  multiply,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from '@backstop/core/num';
import { fillStep, type FillableStep, type StepFilled } from '@backstop/core/planning';
import { decimalOf } from '@backstop/core/policy';
import type { LiquidationRules } from '@backstop/core/liquidation';
import { liquidationDocuments, worldsUnder } from '../../builders/arbitrary-liquidation.ts';
import { worldGroups } from '../../builders/arbitrary-world.ts';
import type { WorldChoice } from '../../builders/arbitrary-world.ts';
import { questionOf } from '../../builders/question-of.ts';
import { planned } from './planned.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const SORTS: readonly [string, WorldChoice][] = [
  ['linear contracts', { collateralModes: ['settlement-asset'], contracts: ['ALPHA', 'BETA'] }],
  ['inverse contracts', { collateralModes: ['settlement-asset'], contracts: ['GAMMA'] }],
  ['one pool of many assets', { collateralModes: ['multi-asset'] }],
];

it.each(SORTS)(
  'fills of %s in any split come to their step: the bankruptcy amount exactly, none takes more than it left above',
  (_name, choice) => {
    const met = { steps: 0, deficits: 0, surpluses: 0 };
    forEveryStep(choice, (drawn) => {
      const { step, rules, cuts, prices, asked } = drawn;
      const fills = filledIn(step, rules, { parts: partsOf(step.size, cuts), prices, fee: asked });
      expect(formatDecimal(sum(fills.map((fill) => fill.bankruptcyAmount)))).toBe(formatDecimal(step.bankruptcyAmount));
      expect(equals(absolute(sum(fills.map((fill) => fill.signedSize))), step.size)).toBe(true);
      met.steps += 1;
      for (const fill of fills) {
        expectOnlyWhatIsLeft(step, fill);
        expect(lessOrEqual(fill.fee, asked)).toBe(true);
        if (isPositive(fill.deficit)) met.deficits += 1;
        if (isPositive(fill.surplus)) met.surpluses += 1;
      }
      expectAsOneFill(drawn);
      expectTakenOver(drawn);
    });
    expect(Math.min(met.steps, met.deficits, met.surpluses), JSON.stringify(met)).toBeGreaterThan(0);
  },
);

/** A penalty makes no account negative: what is taken is worth no more than what the fill brought above. */
function expectOnlyWhatIsLeft(step: FillableStep, fill: StepFilled): void {
  const { fee, fundFee, surplus, deficit } = fill;
  const above = subtract(fill.received, fill.bankruptcyAmount);
  expect([fee, fundFee, surplus, deficit].some(isNegative)).toBe(false);
  expect(isPositive(deficit)).toBe(isNegative(above));
  const taken = sum([fee, fundFee, surplus]);
  const worth = multiply(taken, priceOf(step));
  const words = `${formatDecimal(worth)} of ${formatDecimal(above)}`;
  expect(lessOrEqual(worth, maximum(ZERO, above)), words).toBe(true);
}

/** At one price many fills bring and cost what one does, but for what each rounds. */
function expectAsOneFill({ step, rules, cuts, prices: [price = ZERO] }: Drawn): void {
  const [whole] = filledIn(step, rules, { parts: [step.size], prices: [price] });
  const fills = filledIn(step, rules, { parts: partsOf(step.size, cuts), prices: [price] });
  if (whole === undefined) throw new Error('no fill');
  for (const figure of ['received', 'fee', 'fundFee', 'surplus', 'deficit'] as const) {
    const off = subtract(sum(fills.map((fill) => fill[figure])), whole[figure]);
    const worth = figure === 'received' ? off : multiply(off, priceOf(step));
    // Each is rounded once in its asset, once in the scope's and once where one is converted to the other.
    const allowed = multiply(decimal(BigInt(4 * (fills.length + 1))), unitOf(step));
    const words = `${figure} of ${String(fills.length)} fills: ${formatDecimal(off)}`;
    expect(lessOrEqual(absolute(worth), allowed), words).toBe(true);
  }
}

/** The fund pays the bankruptcy amount of a part, and nothing else. */
function expectTakenOver({ step, rules, cuts }: Drawn): void {
  for (const fill of filledIn(step, rules, { parts: partsOf(step.size, cuts), prices: [null] })) {
    expect(equals(fill.received, fill.bankruptcyAmount)).toBe(true);
    expect([fill.fee, fill.fundFee, fill.surplus, fill.deficit].every(isZero)).toBe(true);
  }
}

interface Drawn {
  readonly step: FillableStep;
  readonly rules: LiquidationRules;
  /** Where the step is cut, in thousandths. */
  readonly cuts: readonly number[];
  /** From half to twice the mark, one after another. */
  readonly prices: readonly Decimal[];
  /** The venue's fee for every fill. */
  readonly asked: Decimal;
}

/** Runs over the steps of plans; how many there were is what comes back. */
function forEveryStep(choice: WorldChoice, expectOf: (drawn: Drawn) => void): number {
  let seen = 0;
  const cutsOf = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 6 });
  const shares = fc.array(fc.integer({ min: 500, max: 2000 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(
      worldGroups({ ...choice, hasOrders: false }),
      liquidationDocuments(),
      cutsOf,
      shares,
      fc.integer({ min: 0, max: 20_000 }),
      (drawn, document, cuts, priceShares, asked) => {
        for (const world of worldsUnder(drawn, document)) {
          const question = questionOf(world);
          const { set, account, market } = question;
          const rules = set.forTags(account.tags).liquidation?.compiled;
          if (rules === undefined) continue;
          for (const scope of planned(question).scopes) {
            for (const each of scope.steps) {
              if (each.type !== 'reduce' && each.type !== 'takeover') continue;
              seen += 1;
              const mark = market.contracts[each.contract]?.markPrice ?? ZERO;
              const [size, bankruptcyAmount] = [decimalOf(each.size), decimalOf(each.bankruptcyAmount)];
              const step = { set, account, market, scope, step: each, size, bankruptcyAmount };
              const prices = priceShares.map((share) => multiply(mark, decimal(BigInt(share), 3)));
              expectOf({ step, rules, cuts, prices, asked: decimal(BigInt(asked), 2) });
            }
          }
        }
      },
    ),
    { numRuns: 24, endOnFailure: true },
  );
  return seen;
}

/** Sizes that come to the whole, finer than any lot, in the order of the cuts. */
function partsOf(size: Decimal, cuts: readonly number[]): Decimal[] {
  const at = [0, ...cuts.toSorted((a, b) => a - b), 1000];
  const parts = at.slice(1).map((end, index) => multiply(size, decimal(BigInt(end - (at[index] ?? 0)), 3)));
  // Any order: the cuts say where it begins.
  const turn = (cuts[0] ?? 0) % parts.length;
  return [...parts.slice(turn), ...parts.slice(0, turn)];
}

function filledIn(
  step: FillableStep,
  rules: LiquidationRules,
  {
    parts,
    prices,
    fee = null,
  }: {
    readonly parts: readonly Decimal[];
    readonly prices: readonly (Decimal | null)[];
    readonly fee?: Decimal | null;
  },
): StepFilled[] {
  let before = ZERO;
  return parts.map((size, index) => {
    const price = prices[index % prices.length] ?? null;
    const filled = fillStep(step, { before, size, price, fee, elapsed: 0 }, rules);
    before = add(before, size);
    return filled;
  });
}

/** Of the settlement asset in the scope's. */
function priceOf({ set, market, scope, step }: FillableStep): Decimal {
  const settles = set.specification.compiled.contracts.get(step.contract)?.settlementAsset;
  if (settles === undefined || settles === scope.asset) return decimal(1n);
  return market.assets[settles]?.price ?? ZERO;
}

/** A unit of the scope's asset and one of the settlement asset, in the scope's. */
function unitOf(step: FillableStep): Decimal {
  const { assets, contracts } = step.set.specification.compiled;
  const settles = contracts.get(step.step.contract)?.settlementAsset ?? '';
  const [own, other] = [step.scope.asset, settles].map((asset) => decimal(1n, assets.get(asset)?.precision ?? 0));
  return add(own ?? ZERO, multiply(other ?? ZERO, priceOf(step)));
}
