import { add, equals, isPositive, minimum, round, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { assetOf } from './asset-of.ts';
import { tightest } from './bound.ts';
import type { Bound } from './bound.ts';
import { conversionRate, costOf, worthOf } from './convert.ts';
import { fundBounds } from './fund/fund-bounds.ts';
import { layerCaps } from './layer-caps.ts';
import type { AssetAmount } from './loss-event.ts';
import type { LayerLimit, PayingOutcome } from './waterfall-outcome.ts';
import type { PayingLayer } from './waterfall-rules.ts';
import type { WaterfallRun } from './waterfall-run.ts';

/**
 * What a layer that holds something pays of a deficit. What it holds in the asset of the deficit goes first, then what a
 * declared conversion lets pay, in the order in which it is held: each worth floored, each cost ceiled.
 */
export function pay(layer: PayingLayer, run: WaterfallRun, asked: AssetAmount): PayingOutcome {
  const { purses, bounds } = holdingsOf(layer, run);
  const cap = tightest(layerCaps(layer, asked.asset, run.drawnInPeriod));
  const { precision } = assetOf(run.assets, asked.asset);
  const allowed = cap === null ? asked.amount : minimum(asked.amount, round(cap.amount, precision, 'floor'));
  const spent: AssetAmount[] = [];
  let drawn = ZERO;
  let isUnconverted = false;
  for (const { asset, amount } of inOrder(purses, asked.asset)) {
    const rate = conversionRate(run.rules.conversions, run.prices, asset, asked.asset);
    if (rate === null) {
      isUnconverted ||= isPositive(amount);
      continue;
    }
    const given = assetOf(run.assets, asset).precision;
    const available = round(amount, given, 'floor');
    const part = minimum(worthOf(available, rate, precision), subtract(allowed, drawn));
    if (!isPositive(part)) continue;
    drawn = add(drawn, part);
    spent.push({ asset, amount: costOf(part, rate, given) });
  }
  return {
    type: layer.type,
    drawn,
    limit: limitOf({ asked: asked.amount, drawn, allowed, cap, bounds, isUnconverted }),
    spent,
    compartment: layer.type === 'insurance-fund' ? (run.fund?.rules.name ?? null) : null,
  };
}

interface Holdings {
  readonly purses: readonly AssetAmount[];
  /** What kept the purse as small as it is. */
  readonly bounds: readonly Bound[];
}

function holdingsOf({ type }: PayingLayer, { event, fund, treasury }: WaterfallRun): Holdings {
  if (type === 'account-residual') return { purses: event.residual, bounds: [] };
  if (type === 'fee-buffer') return { purses: event.fees, bounds: [] };
  if (type === 'treasury') return { purses: treasury, bounds: [] };
  if (fund === null) return { purses: [], bounds: [] };
  const bounds = fundBounds(fund);
  return { purses: [{ asset: fund.rules.asset, amount: tightest(bounds)?.amount ?? ZERO }], bounds };
}

function inOrder(purses: readonly AssetAmount[], asset: string): readonly AssetAmount[] {
  return [...purses.filter((purse) => purse.asset === asset), ...purses.filter((purse) => purse.asset !== asset)];
}

interface Paid {
  readonly asked: Decimal;
  readonly drawn: Decimal;
  readonly allowed: Decimal;
  readonly cap: Bound | null;
  readonly bounds: readonly Bound[];
  readonly isUnconverted: boolean;
}

function limitOf({ asked, drawn, allowed, cap, bounds, isUnconverted }: Paid): LayerLimit | null {
  if (equals(asked, drawn)) return null;
  if (cap !== null && equals(drawn, allowed)) return cap.limit;
  if (isUnconverted) return 'no-conversion';
  return tightest(bounds)?.limit ?? 'nothing-there';
}
