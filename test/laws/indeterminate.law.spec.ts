import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ScopeDecision } from '@backstop/core/decision';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { ContractName, World } from '../builders/arbitrary-world.ts';
import { decided } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const NAMES: readonly ContractName[] = ['ALPHA', 'BETA', 'GAMMA', 'DELTA'];
const LIQUIDATING = new Set(['plan-liquidation', 'takeover']);

describe('what cannot be judged is indeterminate', () => {
  it('a scope that holds a contract without a mark has no zone and no figures, is never liquidated, and takes no new risk', () => {
    fc.assert(
      fc.property(worldGroups({ hasOrders: false }), fc.constantFrom(...NAMES), (worlds, name) => {
        for (const world of worlds) {
          for (const scope of decided(questionOf(withoutMark(world, name))).scopes) {
            const holdsIt = scope.positions.some(({ contract }) => contract === name);
            expect(scope.zone === null, `${scope.scope} ${scope.asset}`).toBe(holdsIt);
            if (holdsIt) expectCautious(scope, name);
          }
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('the other scopes are judged as if it were not there', () => {
    fc.assert(
      fc.property(worldGroups({ hasOrders: false }), fc.constantFrom(...NAMES), (worlds, name) => {
        for (const world of worlds) {
          const before = decided(questionOf(world)).scopes;
          const after = decided(questionOf(withoutMark(world, name))).scopes;
          expect(after.filter(({ zone }) => zone !== null)).toEqual(
            before.filter((_, index) => after[index]?.zone !== null),
          );
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('outcome: breach if any scope is certainly liquidating or in deficit, else indeterminate if any is, else pass', () => {
    fc.assert(
      fc.property(worldGroups(), fc.option(fc.constantFrom(...NAMES)), (worlds, name) => {
        for (const world of worlds) {
          const { outcome, scopes } = decided(questionOf(name === null ? world : withoutMark(world, name)));
          const isBreach = scopes.some(({ zone }) => zone === 'liquidation' || zone === 'deficit');
          const isUnknown = scopes.some(({ zone }) => zone === null);
          expect(outcome).toBe(isBreach ? 'breach' : isUnknown ? 'indeterminate' : 'pass');
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('a deficit is an account value below zero with no maintenance margin left, and asks to open a loss', () => {
    fc.assert(
      fc.property(worldGroups(), (worlds) => {
        for (const world of worlds) {
          for (const { zone, accountValue, maintenanceMargin, actions, liquidatable } of decided(questionOf(world))
            .scopes) {
            const isDeficit = maintenanceMargin === '0' && accountValue?.startsWith('-') === true;
            expect(zone === 'deficit').toBe(isDeficit);
            if (isDeficit) expect(actions).toEqual([{ type: 'open-loss', params: {} }]);
            expect(zone === 'liquidation').toBe(liquidatable);
          }
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

function expectCautious(scope: ScopeDecision, name: string): void {
  const { equity, accountValue, maintenanceMargin, initialMargin, marginRatio, state, liquidatable } = scope;
  expect([equity, accountValue, maintenanceMargin, initialMargin, marginRatio]).toEqual([null, null, null, null, null]);
  expect([state, liquidatable, scope.withdrawable, scope.deficit]).toEqual([null, null, null, null]);
  expect(scope.actions.filter(({ type }) => LIQUIDATING.has(type))).toEqual([]);
  expect(scope.actions.map(({ type }) => type)).toContain('block-new-risk');
  expect(scope.indeterminate.map(({ code, contract }) => `${code} ${String(contract)}`)).toContain(
    `mark_price_missing ${name}`,
  );
}

function withoutMark(world: World, name: ContractName): World {
  const contracts = Object.fromEntries(Object.entries(world.market.contracts ?? {}).filter(([key]) => key !== name));
  return { ...world, market: { ...world.market, contracts } };
}
