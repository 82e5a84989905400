import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReduceStep } from '@backstop/core/planning';
import { absolute, add, formatDecimal, lessThan, multiply, subtract } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { accountOf } from '../../builders/account-of.ts';
import { judged } from '../../builders/judged.ts';
import type { Question } from '../../builders/judged.ts';
import { marketOf } from '../../builders/market-of.ts';
import { takingFund } from '../../builders/taking-fund.ts';
import { setOf } from '../../builders/set-of.ts';
import { planned } from './planned.ts';

/** One linear contract in lots so coarse that every size can be tried, on a ladder with several borders. */
const cases = fc.record({
  lots: fc.integer({ min: 2, max: 120 }),
  isShort: fc.boolean(),
  /** Equity over the notional, in ten-thousandths. */
  equity: fc.integer({ min: 1, max: 900 }),
  buffer: fc.constantFrom('1', '1.1', '1.4', '2'),
  feeRate: fc.constantFrom('0', '0.0005', '0.002', '0.01'),
  fundFeeRate: fc.constantFrom('0', '0.001'),
  discount: fc.constantFrom('0', '0.0007', '0.005'),
  deduction: fc.constantFrom('continuous', 'none'),
  boundary: fc.constantFrom('floor-inclusive', 'cap-inclusive'),
  rates: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
  entry: fc.integer({ min: 90, max: 110 }),
});

type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

const LOT = '0.5';
const MARK = '100';

it('what a shortage closes is the fewest lots after which the buffer is restored at the assumed fill with full fees, or the whole', () => {
  const seen = { part: 0, whole: 0 };
  fc.assert(
    fc.property(cases, (drawn) => {
      const question = questionOf(drawn);
      const step = planned(question).scopes[0]?.steps.find(({ type }) => type === 'reduce') as ReduceStep | undefined;
      if (step === undefined) return;
      const fewest = slowSize(question, drawn);
      const size = lotsOf(step.size);
      if (fewest !== null && size < drawn.lots) {
        seen.part += 1;
        expect(size, JSON.stringify(drawn)).toBe(fewest);
      } else seen.whole += 1;
      // The whole is closed only where no part does, or where a tier passes in which closing costs more than it frees.
      if (size === drawn.lots && fewest !== null && fewest < drawn.lots) expect(costsMoreSomewhere(drawn)).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(seen.part).toBeGreaterThan(50);
  expect(seen.whole).toBeGreaterThan(20);
});

/** Lot by lot: the account as it would be, with fees and discount paid in full, judged by the judge. */
function slowSize(question: Question, drawn: Case): number | null {
  for (let closed = 1; closed < drawn.lots; closed += 1) {
    const [scope] = judged({ ...question, account: accountWithout(drawn, closed) }).pools;
    const figures = scope?.figures;
    if (figures === null || figures === undefined) throw new Error('a scope without figures');
    if (!lessThan(figures.equity, multiply(figures.maintenanceMargin, decimalOf(drawn.buffer)))) return closed;
  }
  return null;
}

function costsMoreSomewhere({ rates, buffer, feeRate, fundFeeRate, discount }: Case): boolean {
  const cost = add(add(decimalOf(feeRate), decimalOf(fundFeeRate)), decimalOf(discount));
  return ladderRates(rates).some((rate) => !lessThan(cost, multiply(decimalOf(rate), decimalOf(buffer))));
}

function accountWithout(drawn: Case, closed: number) {
  const { lots, isShort, entry } = drawn;
  const size = multiply(decimalOf(LOT), decimalOf(String(isShort ? -lots : lots)));
  const part = multiply(decimalOf(LOT), decimalOf(String(isShort ? -closed : closed)));
  const cost = multiply(multiply(absolute(part), decimalOf(MARK)), costRate(drawn));
  const realized = multiply(part, subtract(decimalOf(MARK), decimalOf(String(entry))));
  const balance = add(decimalOf(balanceOf(drawn)), subtract(realized, cost));
  return accountOf({
    collateral: [['USDT', formatDecimal(balance)]],
    positions: [{ contract: 'X', size: formatDecimal(subtract(size, part)), entryPrice: String(entry) }],
  });
}

function questionOf(drawn: Case): Question {
  const { buffer, feeRate, fundFeeRate, discount, deduction, boundary, rates } = drawn;
  const floors = ['0', '700', '1500', '3200'];
  const tiers = ladderRates(rates).map((rate, at, all) => ({
    notionalFloor: floors[at],
    notionalCap: at === all.length - 1 ? null : floors[at + 1],
    maintenanceMarginRate: rate,
    leverageMax: '1',
  }));
  const document = {
    accountOrder: 'risk',
    step: { model: 'shortage' },
    exitBuffer: buffer,
    limit: { model: 'bankruptcy-amount' },
    assumedFillDiscount: discount,
    feeRate,
    fundFeeRate,
    surplusTo: 'account',
    takeover: true,
  };
  const set = setOf({
    valuationAsset: 'USDT',
    collateralMode: 'settlement-asset',
    assets: [{ asset: 'USDT', precision: 8 }],
    contracts: [
      {
        contract: 'X',
        type: 'linear',
        multiplier: '1',
        base: 'X',
        quote: 'USDT',
        settlementAsset: 'USDT',
        lotSize: LOT,
      },
    ],
    ladders: { X: { model: 'step', basis: 'notional', deduction, boundary, tiers } },
    more: [{ kind: 'forced-liquidation', key: 'venue', scope: { contracts: '*' }, document }, takingFund('USDT')],
  });
  return { set, account: accountWithout(drawn, 0), market: marketOf({ contracts: { X: MARK } }) };
}

/** Rates never fall. */
function ladderRates(rates: readonly number[]): string[] {
  let rate = 50;
  return rates.map((rise) => {
    rate += rise;
    return formatDecimal(multiply(decimalOf(String(rate)), decimalOf('0.0001')));
  });
}

/** What makes the equity the share of the notional that is drawn. */
function balanceOf({ lots, isShort, equity, entry }: Case): string {
  const size = multiply(decimalOf(LOT), decimalOf(String(isShort ? -lots : lots)));
  const notional = multiply(absolute(size), decimalOf(MARK));
  const pnl = multiply(size, subtract(decimalOf(MARK), decimalOf(String(entry))));
  return formatDecimal(subtract(multiply(notional, decimalOf(String(equity / 10_000))), pnl));
}

function costRate({ feeRate, fundFeeRate, discount }: Case): Decimal {
  return add(add(decimalOf(feeRate), decimalOf(fundFeeRate)), decimalOf(discount));
}

function lotsOf(size: string): number {
  return Number(size) / Number(LOT);
}
