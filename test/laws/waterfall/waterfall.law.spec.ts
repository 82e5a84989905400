import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compare,
  equals,
  isNegative,
  isZero,
  lessOrEqual,
  maximum,
  round,
  subtract,
  sum,
  ZERO,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { allocationDigest, balanceReset, runWaterfall } from '@backstop/core/waterfall';
import type {
  LayerOutcome,
  PayingOutcome,
  WaterfallLayer,
  WaterfallOutcome,
  WaterfallRun,
} from '@backstop/core/waterfall';
import { arbitraryRun } from '../../builders/arbitrary-waterfall.ts';
import { sha256 } from '../../builders/sha256.ts';

const RUNS = { numRuns: 2_000 };

/** What pays even where the account owes the rest. */
const OWN = ['account-residual', 'fee-buffer'];

function holds(law: (run: WaterfallRun, outcome: WaterfallOutcome) => void): void {
  fc.assert(
    fc.property(arbitraryRun, (run) => {
      law(run, runWaterfall(run));
    }),
    RUNS,
  );
}

describe('any waterfall', () => {
  it('conserves: what the layers draw, what the account owes and what is uncovered is the deficit, what is placed and what is not the position', () => {
    holds(({ event, assets }, outcome) => {
      const { deficit, layers, owed, uncovered, sizeNotPlaced } = outcome;
      const drawn = sum(layers.map((layer) => layer.drawn));
      const missing =
        event.deficit === null ? ZERO : round(event.deficit.amount, assets.get('USDT')?.precision ?? 0, 'ceil');
      expect(compare(sum([drawn, owed, uncovered]), missing)).toBe(0);
      const reset = balanceReset(outcome);
      const borne = sum((reset?.borneBy ?? []).map(({ amount }) => amount));
      expect(compare(sum([borne, owed, reset?.uncovered ?? ZERO]), missing)).toBe(0);
      expect(deficit === null).toBe(event.deficit === null);
      expect(isNegative(uncovered)).toBe(false);
      for (const layer of layers) {
        expect(isNegative(layer.drawn)).toBe(false);
        expect(equals(layer.drawn, round(layer.drawn, 2, 'floor'))).toBe(true);
      }
      const placed = sum(layers.map((layer) => (layer.type === 'adl' ? layer.sizePlaced : ZERO)));
      const open = event.openPosition === null ? ZERO : absolute(event.openPosition.size);
      expect(compare(add(placed, sizeNotPlaced), open)).toBe(0);
    });
  });

  it('respects_caps: no layer bears more than its caps, its holdings and the floor of the fund let it', () => {
    holds((run, { layers }) => {
      layers.forEach((outcome, at) => {
        const layer = run.rules.layers[at];
        if (layer === undefined) throw new Error('an outcome without a layer');
        respectsCaps(run, layer, outcome);
      });
    });
  });

  it('respects_order: a layer is asked only for what those before it could not bear, and those after it change nothing', () => {
    holds((run, outcome) => {
      let left = outcome.deficit?.amount ?? ZERO;
      outcome.layers.forEach((layer, at) => {
        left = subtract(left, layer.drawn);
        // Whoever is not held back by anything bears all that is asked.
        const isAsked = layer.type !== 'adl' && (!run.event.isOwed || OWN.includes(layer.type));
        if (isAsked && layer.limit === null) expect(isZero(left)).toBe(true);
        if (layer.type !== 'adl' && !isAsked) expect(isZero(layer.drawn)).toBe(true);
        const shorter = runWaterfall({ ...run, rules: { ...run.rules, layers: run.rules.layers.slice(0, at + 1) } });
        expect(shorter.layers.map(plain)).toEqual(outcome.layers.slice(0, at + 1).map(plain));
      });
    });
  });

  it('never_pays_the_loser: it neither bears its own loss twice nor gains by it, and of its collateral only what is missing goes', () => {
    holds(({ event }, { layers, deficit }) => {
      for (const layer of layers) {
        if (layer.type === 'socialization') {
          expect(layer.allocation?.question.participants.ids ?? []).not.toContain(event.accountId);
        } else if (layer.type === 'adl') {
          expect(layer.closes.map(({ id }) => id)).not.toContain(event.accountId);
        }
      }
      const drawn = sum(layers.map((layer) => layer.drawn));
      expect(lessOrEqual(drawn, deficit?.amount ?? ZERO)).toBe(true);
    });
  });

  it('never_pays_the_loser: no account of the same owner is closed against it', () => {
    holds(({ event, candidates }, { layers }) => {
      const owners = new Map(candidates.map(({ id, ownerId }) => [id, ownerId]));
      for (const layer of layers) {
        if (layer.type !== 'adl' || event.ownerId === null) continue;
        for (const { id } of layer.closes) expect(owners.get(id)).not.toBe(event.ownerId);
      }
    });
  });

  it('shuffle_safe: the order of candidates, holdings and prices changes nothing', () => {
    fc.assert(
      fc.property(
        arbitraryRun.chain((run) =>
          fc.tuple(fc.constant(run), fc.shuffledSubarray([...run.candidates], { minLength: run.candidates.length })),
        ),
        ([run, candidates]) => {
          const [one, other] = [runWaterfall(run), runWaterfall({ ...run, candidates })];
          expect(other.digest).toBe(one.digest);
          expect(other.layers.map(plain)).toEqual(one.layers.map(plain));
          expect([other.uncovered, other.sizeNotPlaced]).toEqual([one.uncovered, one.sizeNotPlaced]);
        },
      ),
      RUNS,
    );
  });

  it('monotone_in_loss: a larger deficit is never borne less by any layer', () => {
    fc.assert(
      fc.property(arbitraryRun, fc.integer({ min: 1, max: 100_000 }), (run, more) => {
        const { deficit } = run.event;
        if (deficit === null) return;
        const larger = { ...deficit, amount: add(deficit.amount, { coefficient: more, scale: 2 }) };
        const [one, other] = [runWaterfall(run), runWaterfall({ ...run, event: { ...run.event, deficit: larger } })];
        one.layers.forEach((layer, at) => {
          expect(lessOrEqual(layer.drawn, other.layers[at]?.drawn ?? ZERO)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('is what its digest says: shares listed by anyone, zeros included, give the same', () => {
    holds((run, { layers, digest }) => {
      const socialized = layers.find(({ type }) => type === 'socialization');
      const allocation = socialized?.type === 'socialization' ? socialized.allocation : null;
      const ids = run.candidates.map(({ id }) => id).filter((id) => id !== run.event.accountId);
      const shares = new Map(
        allocation?.question.participants.ids.map((id, at) => [id, allocation.shares[at] ?? 0n] as const) ?? [],
      );
      expect(digest).toBe(
        allocationDigest(
          ids,
          ids.map((id) => shares.get(id) ?? 0n),
          sha256,
        ),
      );
    });
  });
});

function respectsCaps(run: WaterfallRun, layer: WaterfallLayer, outcome: LayerOutcome): void {
  const borne = outcome.type === 'adl' ? outcome.absorbed : outcome.drawn;
  const asset = outcome.type === 'adl' ? run.event.contract.settlementAsset : 'USDT';
  const cap = layer.caps.get(asset);
  if (cap !== undefined) {
    const already = run.drawnInPeriod.get(layer.type) ?? ZERO;
    if (cap.lossDrawnMax !== null) expect(lessOrEqual(borne, cap.lossDrawnMax)).toBe(true);
    if (cap.periodDrawnMax !== null) {
      expect(lessOrEqual(borne, maximum(ZERO, subtract(cap.periodDrawnMax, already)))).toBe(true);
    }
  }
  if (outcome.type === 'adl') return;
  if (outcome.type === 'socialization') {
    const { allocation } = outcome;
    allocation?.shares.forEach((share, at) => {
      const capacity = allocation.question.participants.capacities[at] ?? 0n;
      expect(share === 0n || share <= capacity).toBe(true);
    });
    return;
  }
  expect(isWithinHoldings(run, outcome)).toBe(true);
}

function isWithinHoldings({ event, fund, treasury }: WaterfallRun, { type, spent }: PayingOutcome): boolean {
  if (type === 'insurance-fund') {
    if (spent.length === 0) return true;
    if (fund === null) return false;
    const { rules, state } = fund;
    const paid = spent[0]?.amount ?? ZERO;
    const isAbove = lessOrEqual(rules.balanceFloor, subtract(state.balance, paid));
    return (
      isAbove &&
      [
        [rules.caps.lossDrawnMax, paid],
        [rules.caps.accountDrawnMax, add(paid, state.drawnForAccount)],
        [rules.caps.periodDrawnMax, add(paid, state.drawnInPeriod)],
      ].every(([cap, total]) => isAtMost(total ?? ZERO, cap ?? null))
    );
  }
  const held = type === 'account-residual' ? event.residual : type === 'fee-buffer' ? event.fees : treasury;
  const assets = [...new Set(spent.map(({ asset }) => asset))];
  return assets.every((asset) => lessOrEqual(totalOf(spent, asset), totalOf(held, asset)));
}

function isAtMost(amount: Decimal, cap: Decimal | null): boolean {
  return cap === null || lessOrEqual(amount, cap);
}

function totalOf(amounts: PayingOutcome['spent'], asset: string): Decimal {
  return sum(amounts.filter((each) => each.asset === asset).map(({ amount }) => amount));
}

/** An outcome with the shares by id, so that no place is left in it. */
function plain(outcome: LayerOutcome): unknown {
  if (outcome.type !== 'socialization') return outcome;
  const { allocation } = outcome;
  const shares = allocation?.question.participants.ids.map((id, at) => `${id} ${String(allocation.shares[at])}`);
  return { ...outcome, allocation: shares?.sort() ?? null };
}
