import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { LiquidationPlan, ScopePlan } from '@backstop/core/planning';
import {
  absolute,
  minimum,
  formatDecimal,
  greaterOrEqual,
  isNegative,
  isPositive,
  lessThan,
  multiply,
  subtract,
  sum,
  ZERO,
} from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { liquidationDocuments, worldsUnder } from '../../builders/arbitrary-liquidation.ts';
import type { LiquidationChoice, LiquidationWords } from '../../builders/arbitrary-liquidation.ts';
import { worldGroups } from '../../builders/arbitrary-world.ts';
import type { World, WorldChoice } from '../../builders/arbitrary-world.ts';
import { accountOf } from '../../builders/account-of.ts';
import { marketOf } from '../../builders/market-of.ts';
import { setOf } from '../../builders/set-of.ts';
import { questionOf } from '../../builders/question-of.ts';
import { fillsOf, planned, stateAfter, stepsOf } from './planned.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

it('a fill takes no more than the part’s share of the account value, whatever it fills at; no fee makes an account negative', () => {
  const seen = forEveryScope({}, {}, (plan) => {
    for (const { step, before } of stepsOf(plan)) {
      if (step.type !== 'reduce') continue;
      const value = decimalOf(before.accountValue);
      const share = subtract(decimalOf(step.atMark.cash), decimalOf(step.bankruptcyAmount));
      for (const { after, fee, fundFee, surplus, cash } of fillsOf(step)) {
        const left = decimalOf(after.accountValue);
        expect(
          greaterOrEqual(left, subtract(value, share)),
          `${after.accountValue} of ${before.accountValue} ${JSON.stringify(step)}`,
        ).toBe(true);
        expect([fee, fundFee, surplus].some((amount) => isNegative(decimalOf(amount)))).toBe(false);
        expect(greaterOrEqual(decimalOf(cash), decimalOf(step.bankruptcyAmount))).toBe(true);
        if (!isNegative(value)) expect(isNegative(left), `${after.accountValue} of ${before.accountValue}`).toBe(false);
      }
    }
  });
  expect(seen).toBeGreaterThan(100);
});

it('every step makes its position smaller, never turns it, and is no larger than it was', () => {
  forEveryScope({}, {}, (plan, world) => {
    const sizes = new Map<string, string>();
    for (const { contract, side = 'net', margin = 'cross', size } of world.account.positions ?? []) {
      const isHere =
        margin === 'isolated'
          ? plan.contract === contract && plan.side === side
          : world.venue.collateralMode === 'multi-asset' || plan.asset === settlementAssetOf(world, contract);
      if (margin === plan.scope && isHere) sizes.set(`${contract} ${side}`, size);
    }
    for (const step of plan.steps) {
      if (step.type !== 'reduce' && step.type !== 'takeover') continue;
      const key = `${step.contract} ${step.side}`;
      const [before, left, size] = [sizes.get(key) ?? '0', step.sizeLeft, step.size].map(decimalOf);
      expect(isPositive(size ?? ZERO)).toBe(true);
      expect(formatDecimal(absolute(subtract(before ?? ZERO, left ?? ZERO)))).toBe(step.size);
      expect(lessThan(absolute(left ?? ZERO), absolute(before ?? ZERO))).toBe(true);
      expect(isPositive(multiply(before ?? ZERO, left ?? ZERO)) || step.sizeLeft === '0').toBe(true);
      sizes.set(key, step.sizeLeft);
    }
    if (plan.end.reason === 'nothing-left') expect([...sizes.values()].filter((size) => size !== '0')).toEqual([]);
  });
});

it('a plan that does not wait ends restored by its buffer or with nothing open', () => {
  const reasons = new Set<string>();
  forEveryScope({}, { waits: false, takesOver: true }, (plan, _world, document) => {
    const { reason } = plan.end;
    reasons.add(reason);
    expect(['not-liquidating', 'restored', 'nothing-left', 'indeterminate']).toContain(reason);
    const last = plan.steps.at(-1);
    if (reason !== 'restored' || last === undefined) return;
    const { equity, maintenanceMargin, zone } = stateAfter(last);
    const needed = multiply(decimalOf(maintenanceMargin), decimalOf(String(document['exitBuffer'])));
    expect(greaterOrEqual(decimalOf(equity), needed)).toBe(true);
    expect(zone).not.toBe('liquidation');
  });
  expect(reasons).toContain('restored');
  expect(reasons).toContain('nothing-left');
});

it('steps by tiers go on below a border that the ceiled notional of an inverse contract still reaches', () => {
  const row = { multiplier: '10', type: 'inverse', base: 'BTC', quote: 'USD', settlementAsset: 'BTC' };
  const tier = (notionalFloor: string, notionalCap: string | null, maintenanceMarginRate: string) => {
    return { notionalFloor, notionalCap, maintenanceMarginRate, leverageMax: '3' };
  };
  const tiers = [tier('0', '16', '0.01'), tier('16', '23.8429', '0.1'), tier('23.8429', null, '0.15')];
  const document = {
    ...{ accountOrder: 'risk', step: { model: 'tiers-down', tiers: 1 }, exitBuffer: '1', feeRate: '0' },
    ...{ limit: { model: 'bankruptcy-amount' }, surplusTo: 'account', takeover: false },
  };
  const set = setOf({
    ...{ valuationAsset: 'BTC', collateralMode: 'settlement-asset', assets: [{ asset: 'BTC', precision: 6 }] },
    contracts: [{ contract: 'X', ...row }],
    ladders: { X: { model: 'step', basis: 'notional', deduction: 'none', boundary: 'floor-inclusive', tiers } },
    more: [{ kind: 'forced-liquidation', key: 'venue', scope: { contracts: '*' }, document }],
  });
  const position = { contract: 'X', size: '-59997', entryPrice: '10000' };
  const account = accountOf({ collateral: [['BTC', '1']], positions: [position] });
  const plan = planned({ set, account, market: marketOf({ contracts: { X: '10000' } }) }).scopes[0];
  expect(plan?.steps.filter(({ type }) => type === 'reduce').length).toBeGreaterThan(1);
  expect(['restored', 'nothing-left']).toContain(plan?.end.reason);
});

it('what is taken over leaves nothing missing: the fund’s account has it at the bankruptcy amount', () => {
  let takenOver = 0;
  forEveryScope({}, { waits: false, takesOver: true, converts: false }, (plan) => {
    const hasHad = plan.steps.some(({ type }) => type === 'reduce' || type === 'takeover');
    if (plan.end.reason === 'nothing-left' && hasHad) expect(plan.end.deficit).toBe('0');
    for (const { step, before } of stepsOf(plan)) {
      if (step.type !== 'takeover') continue;
      takenOver += 1;
      const [after, had] = [step.after, before].map(({ accountValue }) => decimalOf(accountValue));
      expect(greaterOrEqual(after ?? ZERO, minimum(had ?? ZERO, ZERO))).toBe(true);
    }
  });
  expect(takenOver).toBeGreaterThan(20);
});

it('collateral that is sold never buys more than it is worth', () => {
  let sold = 0;
  forEveryScope({ collateralModes: ['multi-asset'] }, { waits: false }, (plan) => {
    for (const { step, before } of stepsOf(plan)) {
      if (step.type !== 'convert-collateral') continue;
      sold += 1;
      expect(isPositive(decimalOf(step.soldAmount)) && isPositive(decimalOf(step.boughtAmount))).toBe(true);
      // Rounding each asset's value down may give a unit back.
      const gained = subtract(decimalOf(step.after.accountValue), decimalOf(before.accountValue));
      expect(lessThan(gained, sum([decimalOf('0.01'), decimalOf('0.01')])), formatDecimal(gained)).toBe(true);
    }
  });
  expect(sold).toBeGreaterThan(20);
});

it('the order of an account’s lists changes nothing, and asking again gives the same bytes', () => {
  fc.assert(
    fc.property(worldGroups(), liquidationDocuments(), (drawn, document) => {
      for (const world of worldsUnder(drawn, document)) {
        const plan = JSON.stringify(planned(questionOf(world)));
        expect(JSON.stringify(planned(questionOf(world)))).toBe(plan);
        expect(JSON.stringify(planned(questionOf(reversed(world))))).toBe(plan);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

/** Runs over worlds by the hundred; how many scopes had a step is what comes back. */
function forEveryScope(
  choice: WorldChoice,
  liquidation: LiquidationChoice,
  expectOf: (plan: ScopePlan, world: World, document: LiquidationWords) => void,
): number {
  let seen = 0;
  fc.assert(
    fc.property(worldGroups(choice), liquidationDocuments(liquidation), (drawn, document) => {
      for (const world of worldsUnder(drawn, document)) {
        const plan: LiquidationPlan = planned(questionOf(world));
        for (const scope of plan.scopes) {
          if (scope.steps.length > 0) seen += 1;
          expectOf(scope, world, document);
        }
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
  return seen;
}

function settlementAssetOf({ venue }: World, contract: string): unknown {
  return venue.contracts.find((row) => row['contract'] === contract)?.['settlementAsset'];
}

function reversed(world: World): World {
  const { collateral = [], positions = [], openOrders = [] } = world.account;
  const account = {
    ...world.account,
    collateral: collateral.toReversed(),
    positions: positions.toReversed(),
    openOrders: openOrders.toReversed(),
  };
  return { ...world, account };
}
