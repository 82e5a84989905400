import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, isNegative, isPositive, multiply, subtract } from '@backstop/core/num';
import { adlStandings, adlWhatIf, runWaterfall, scoreContext } from '@backstop/core/waterfall';
import type { AdlLayer, AdlOutcome, AdlQuestion, OpenPosition, WaterfallRun } from '@backstop/core/waterfall';
import { arbitraryDeleveraging } from '../../builders/arbitrary-waterfall.ts';
import { slowDeleverage } from './slow-deleverage.ts';

const RUNS = { numRuns: 2_000 };

describe('deleveraging', () => {
  it('agrees: lot by lot, by hand and in exact quotients, the same lots go to the same accounts', () => {
    let closed = 0;
    fc.assert(
      fc.property(arbitraryDeleveraging, (run) => {
        const lots = lotsOf(outcomeOf(run));
        closed += lots.size;
        expect(lots).toEqual(new Map(slowDeleverage(run, layerOf(run), run.openPosition)));
      }),
      RUNS,
    );
    // A law about lots that are never closed would say nothing.
    expect(closed).toBeGreaterThan(200);
  });

  it('leaves nobody below zero who was not: what a close misses is within the account value', () => {
    fc.assert(
      fc.property(arbitraryDeleveraging, (run) => {
        for (const close of outcomeOf(run).closes) {
          const candidate = run.candidates.find(({ id }) => id === close.id);
          expect(candidate === undefined || isNegative(subtract(candidate.accountValue, close.cost))).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('proves: every close follows from its rank, its most and what stands before it', () => {
    fc.assert(
      fc.property(arbitraryDeleveraging, (run) => {
        const { closes } = outcomeOf(run);
        const placed = closes.reduce((sum, { lots }) => sum + lots, 0n);
        let before = 0n;
        closes.forEach((close, at) => {
          expect([close.rank, close.lotsBefore]).toEqual([at + 1, before]);
          expect(close.lots).toBe(placed - before < close.lotsMax ? placed - before : close.lotsMax);
          expect(close.score <= (closes[at - 1]?.score ?? close.score)).toBe(true);
          before += close.lotsMax;
        });
      }),
      RUNS,
    );
  });

  it('answers what if: from that size on it is touched, and at that leverage it no longer is', () => {
    let asked = 0;
    let spared = 0;
    fc.assert(
      fc.property(arbitraryDeleveraging, (run) => {
        // Caps on what is absorbed are about a loss, not about a place in the queue.
        const free = { ...run, rules: { ...run.rules, layers: [uncapped(layerOf(run))] } };
        for (const { standing, touchedFromSize, outAtLeverage } of answersOf(free)) {
          asked += 1;
          const touches = (size: typeof touchedFromSize): boolean =>
            lotsOf(outcomeOf(withSize(free, size))).has(standing.id);
          expect(touches(touchedFromSize)).toBe(true);
          const lot = free.event.contract.lotSize ?? touchedFromSize;
          const smaller = subtract(touchedFromSize, lot);
          if (isPositive(smaller)) expect(touches(smaller)).toBe(false);
          if (outAtLeverage === null) continue;
          spared += 1;
          const isTouchedAt = (leverage: typeof outAtLeverage): boolean =>
            lotsOf(outcomeOf(withLeverage(free, standing.id, leverage))).has(standing.id);
          expect(isTouchedAt(outAtLeverage)).toBe(false);
          expect(isTouchedAt(subtract(outAtLeverage, decimal(-1n, 8)))).toBe(true);
        }
      }),
      RUNS,
    );
    expect([asked > 300, spared > 50]).toEqual([true, true]);
  });

  it('ranks: fifths by lots, the last of them in the fifth', () => {
    fc.assert(
      fc.property(arbitraryDeleveraging, (run) => {
        const standings = adlStandings(questionOf(run));
        standings.forEach(({ rank, quintile }, at) => {
          expect(rank).toBe(at + 1);
          expect(quintile).toBeGreaterThanOrEqual(standings[at - 1]?.quintile ?? 1);
        });
        if (standings.length > 0) expect(standings.at(-1)?.quintile).toBe(5);
      }),
      RUNS,
    );
  });
});

function layerOf({ rules }: WaterfallRun): AdlLayer {
  const [layer] = rules.layers;
  if (layer?.type !== 'adl') throw new Error('the run has no deleveraging');
  return layer;
}

function outcomeOf(run: WaterfallRun): AdlOutcome {
  const [outcome] = runWaterfall(run).layers;
  if (outcome?.type !== 'adl') throw new Error('the run has no deleveraging');
  return outcome;
}

function lotsOf({ closes }: AdlOutcome): ReadonlyMap<string, bigint> {
  return new Map(closes.map(({ id, lots }) => [id, lots]));
}

type Deleveraging = WaterfallRun & { readonly openPosition: OpenPosition };

function questionOf(run: Deleveraging): AdlQuestion {
  const { event, candidates, openPosition, assets } = run;
  const asset = event.contract.settlementAsset;
  const context = scoreContext(event, assets.get(asset) ?? { asset, precision: 0 });
  return { layer: layerOf(run), event, openPosition, candidates, context };
}

function answersOf(run: Deleveraging) {
  return run.candidates.flatMap(({ id }) => adlWhatIf(questionOf(run), id));
}

/** The same layer without caps, placing all that is asked. */
function uncapped(layer: AdlLayer): AdlLayer {
  const free = Object.create(layer) as AdlLayer;
  return Object.assign(free, { caps: new Map(), roundShareMax: decimal(1n) });
}

function withSize(run: Deleveraging, size: Deleveraging['openPosition']['size']): Deleveraging {
  const signed = isNegative(run.openPosition.size) ? subtract(decimal(0n), size) : size;
  const openPosition = { ...run.openPosition, size: signed };
  return { ...run, openPosition, event: { ...run.event, openPosition } };
}

/** The book with the position of one account at a leverage: its notional as that many times its account value. */
function withLeverage(run: Deleveraging, id: string, leverage: Deleveraging['openPosition']['size']): Deleveraging {
  const candidates = run.candidates.map((candidate) => {
    if (candidate.id !== id) return candidate;
    const positions = candidate.positions.map((held) => {
      return { ...held, notional: multiply(held.accountValue, leverage) };
    });
    return { ...candidate, positions };
  });
  return { ...run, candidates };
}
