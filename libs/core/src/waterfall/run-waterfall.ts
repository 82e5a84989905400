import { absolute, add, InvariantError, isNegative, isZero, maximum, round, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { allocationDigest } from './allocation/allocation-digest.ts';
import { assetOf } from './asset-of.ts';
import { deleverage } from './deleverage.ts';
import { afterDraw } from './fund/after-draw.ts';
import type { Candidate } from './candidate.ts';
import type { AssetAmount, OpenPosition } from './loss-event.ts';
import { pay } from './pay.ts';
import { socialize } from './socialize.ts';
import type { AdlOutcome, LayerOutcome, WaterfallOutcome } from './waterfall-outcome.ts';
import type { WaterfallLayer } from './waterfall-rules.ts';
import type { WaterfallRun } from './waterfall-run.ts';

/**
 * Asks the layers in their order until the deficit is paid and the open position is closed. Pure: the same run gives the same
 * outcome, whatever order its candidates stand in.
 *
 * The deficit is ceiled to the smallest unit of its asset, and every draw is a whole number of them: Σ drawn + owed +
 * uncovered is the deficit.
 *
 * Throws `InvariantError` where a candidate or a type of layer stands twice, or an asset is not known. Source: POLICIES, loss
 * waterfall.
 */
export function runWaterfall(run: WaterfallRun): WaterfallOutcome {
  checkLayers(run.rules.layers);
  const deficit = ceiledDeficit(run);
  const asset = deficit?.asset ?? run.event.contract.settlementAsset;
  let uncovered = deficit?.amount ?? ZERO;
  let { openPosition } = run.event;
  let { candidates, fund } = run;
  const layers = run.rules.layers.map((layer): LayerOutcome => {
    const amount = run.event.isOwed && !isOwn(layer) ? ZERO : uncovered;
    const outcome = layerOutcome(layer, { ...run, candidates, fund }, { asset, amount }, openPosition);
    uncovered = subtract(uncovered, outcome.drawn);
    if (outcome.type === 'adl') {
      openPosition = withoutPlaced(openPosition, outcome.sizePlaced);
      candidates = afterCloses(candidates, outcome, asset === run.event.contract.settlementAsset);
    }
    if (outcome.type === 'insurance-fund' && fund !== null) fund = afterDraw(fund, outcome);
    return outcome;
  });
  return {
    deficit,
    layers,
    ...(run.event.isOwed ? { owed: uncovered, uncovered: ZERO } : { owed: ZERO, uncovered }),
    sizeNotPlaced: openPosition === null ? ZERO : absolute(openPosition.size),
    digest: runDigest(run, layers),
  };
}

/** Whether a layer pays with what is the account's own. */
function isOwn({ type }: WaterfallLayer): boolean {
  return type === 'account-residual' || type === 'fee-buffer';
}

function layerOutcome(
  layer: WaterfallLayer,
  run: WaterfallRun,
  asked: AssetAmount,
  openPosition: OpenPosition | null,
): LayerOutcome {
  switch (layer.type) {
    case 'adl':
      return deleverage(layer, run, openPosition);
    case 'socialization':
      return socialize(layer, run, asked);
    default:
      return pay(layer, run, asked);
  }
}

function ceiledDeficit({ event, assets }: WaterfallRun): AssetAmount | null {
  if (event.deficit === null) return null;
  const { asset, amount } = event.deficit;
  return { asset, amount: round(amount, assetOf(assets, asset).precision, 'ceil') };
}

/**
 * The candidates with what closing has cost them taken off, so that it is not asked of them twice. Where the cost is in another
 * asset than the deficit, whoever was closed has borne its part.
 */
function afterCloses(candidates: readonly Candidate[], { closes }: AdlOutcome, isSameAsset: boolean): Candidate[] {
  const costs = new Map<string, Decimal>();
  for (const { id, cost } of closes) costs.set(id, add(costs.get(id) ?? ZERO, cost));
  return candidates.map((candidate) => {
    const cost = costs.get(candidate.id);
    if (cost === undefined) return candidate;
    if (!isSameAsset) return { ...candidate, accountValue: ZERO, positivePnl: ZERO };
    const { accountValue, positivePnl } = candidate;
    return {
      ...candidate,
      accountValue: subtract(accountValue, cost),
      positivePnl: maximum(ZERO, subtract(positivePnl, cost)),
    };
  });
}

/** What is left of the open position; null where nothing is. */
function withoutPlaced(openPosition: OpenPosition | null, placed: Decimal): OpenPosition | null {
  if (openPosition === null) return null;
  const { size } = openPosition;
  const left = isNegative(size) ? add(size, placed) : subtract(size, placed);
  return isZero(left) ? null : { ...openPosition, size: left };
}

function runDigest({ candidates, event, sha256 }: WaterfallRun, layers: readonly LayerOutcome[]): string {
  const socialized = layers.find(({ type }) => type === 'socialization');
  const allocation = socialized?.type === 'socialization' ? socialized.allocation : null;
  if (allocation !== null) return allocationDigest(allocation.question.participants.ids, allocation.shares, sha256);
  const ids = candidates.map(({ id }) => id).filter((id) => id !== event.accountId);
  return allocationDigest(ids, new Array<bigint>(ids.length).fill(0n), sha256);
}

function checkLayers(layers: readonly WaterfallLayer[]): void {
  const types = new Set(layers.map(({ type }) => type));
  if (types.size < layers.length) throw new InvariantError('a type of layer stands twice');
}
