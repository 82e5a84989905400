import { unrealizedPnl } from '../margin/index.ts';
import {
  absolute,
  coefficientOf,
  decimal,
  divide,
  isPositive,
  maximum,
  multiply,
  negate,
  round,
  sign,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { lotOf } from '../venue/index.ts';
import { adlQueue, wholeLots } from './adl-queue.ts';
import type { AdlEntry, AdlQueue } from './adl-queue.ts';
import { scoreContext } from './adl-score.ts';
import type { ScoreContext } from './adl-score.ts';
import { allocationDigest } from './allocation/allocation-digest.ts';
import { assetOf } from './asset-of.ts';
import { tightest } from './bound.ts';
import { layerCaps } from './layer-caps.ts';
import type { OpenPosition } from './loss-event.ts';
import type { AdlClose, AdlOutcome, LayerLimit } from './waterfall-outcome.ts';
import type { AdlLayer } from './waterfall-rules.ts';
import type { WaterfallRun } from './waterfall-run.ts';

/** Closes what is left of the open position against those in the queue, in whole lots; pays nothing of the deficit. */
export function deleverage(layer: AdlLayer, run: WaterfallRun, openPosition: OpenPosition | null): AdlOutcome {
  const { event, candidates, fund } = run;
  const isOpen = layer.opens === 'always' || (fund?.state.isAdlOn ?? false);
  if (openPosition === null || !isOpen) {
    return { ...untouched(run), limit: openPosition === null ? null : 'switch-off' };
  }
  const context = scoreContext(event, assetOf(run.assets, event.contract.settlementAsset));
  const queue = adlQueue({ layer, event, openPosition, candidates, context });
  const { lots, limit } = lotsAsked(layer, run, openPosition, queue);
  const lot = lotOf(event.contract);
  const closes = queue.entries.flatMap((entry, at) =>
    closeOf(entry, at + 1, lots, { context, lot, price: queue.price }),
  );
  const placed = closes.reduce((sum, close) => sum + close.lots, 0n);
  const sizePlaced = multiply(decimal(placed), lot);
  return {
    ...untouched(run),
    limit: placed < lots ? 'candidates' : limit,
    price: queue.price,
    sizePlaced,
    absorbed: absorbedBy(multiply(sizePlaced, decimal(BigInt(sign(openPosition.size)))), queue.price, context),
    closes,
    digest: lotsDigest(run, closes),
    exempted: queue.exempted,
  };
}

function untouched(run: WaterfallRun): AdlOutcome {
  return {
    type: 'adl',
    drawn: ZERO,
    limit: null,
    price: null,
    sizePlaced: ZERO,
    absorbed: ZERO,
    closes: [],
    digest: lotsDigest(run, []),
    exempted: [],
  };
}

/** What closing a signed size at a price instead of the mark spares: s·k·(price − mark), never below zero; floored. */
function absorbedBy(size: Decimal, price: Decimal, { contract, markPrice, precision }: ScoreContext): Decimal {
  const units = multiply(size, contract.multiplier);
  return maximum(ZERO, round(unrealizedPnl(contract, units, markPrice, price, precision), precision, 'floor'));
}

interface Asked {
  readonly lots: bigint;
  readonly limit: LayerLimit | null;
}

/** As many whole lots as the open position has, the round allows and the caps on what is absorbed let through. */
function lotsAsked(layer: AdlLayer, run: WaterfallRun, { size }: OpenPosition, { price }: AdlQueue): Asked {
  const { event } = run;
  const lot = lotOf(event.contract);
  const all = wholeLots(size, lot);
  const round = wholeLots(multiply(size, layer.roundShareMax), lot);
  const inFull: LayerLimit | null = isPositive(oddSize(size, lot)) ? 'whole-lots' : null;
  const asked: Asked = round < all ? { lots: round, limit: 'round-cap' } : { lots: all, limit: inFull };
  const cap = tightest(layerCaps(layer, event.contract.settlementAsset, run.drawnInPeriod));
  const capped = cap === null ? null : lotsAbsorbing(cap.amount, size, price, run);
  return cap !== null && capped !== null && capped < asked.lots ? { lots: capped, limit: cap.limit } : asked;
}

/** The most lots whose absorption is at most so much; null where they absorb nothing. */
function lotsAbsorbing(amount: Decimal, size: Decimal, price: Decimal, { event }: WaterfallRun): bigint | null {
  const { contract, markPrice } = event;
  const spared = multiply(decimal(BigInt(sign(size))), subtract(price, markPrice));
  if (!isPositive(spared)) return null;
  const ofLot = multiply(multiply(lotOf(event.contract), contract.multiplier), spared);
  const scaled = contract.type === 'linear' ? amount : multiply(amount, multiply(markPrice, price));
  return coefficientOf(divide(scaled, ofLot, 0, 'floor'));
}

/** What a size has beyond whole lots. */
function oddSize(size: Decimal, lot: Decimal): Decimal {
  return subtract(absolute(size), multiply(decimal(wholeLots(size, lot)), lot));
}

interface ClosedAt {
  readonly context: ScoreContext;
  readonly lot: Decimal;
  readonly price: Decimal;
}

function closeOf(entry: AdlEntry, rank: number, asked: bigint, { context, lot, price }: ClosedAt): AdlClose[] {
  const { candidate, position, score, lotsMax, lotsBefore } = entry;
  if (asked <= lotsBefore) return [];
  const left = asked - lotsBefore;
  const lots = left < lotsMax ? left : lotsMax;
  const size = multiply(decimal(lots), lot);
  const { contract, markPrice, precision } = context;
  const units = multiply(multiply(size, decimal(BigInt(sign(position.size)))), contract.multiplier);
  return [
    {
      id: candidate.id,
      scope: position.scope,
      rank,
      score,
      lotsMax,
      lotsBefore,
      lots,
      size,
      realizedPnl: unrealizedPnl(contract, units, position.entryPrice, price, precision),
      cost: maximum(ZERO, negate(unrealizedPnl(contract, units, markPrice, price, precision))),
    },
  ];
}

function lotsDigest({ candidates, event, sha256 }: WaterfallRun, closes: readonly AdlClose[]): string {
  const lots = new Map<string, bigint>();
  for (const close of closes) lots.set(close.id, (lots.get(close.id) ?? 0n) + close.lots);
  const ids = candidates.map(({ id }) => id).filter((id) => id !== event.accountId);
  return allocationDigest(
    ids,
    ids.map((id) => lots.get(id) ?? 0n),
    sha256,
  );
}
