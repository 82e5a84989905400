import type { Sha256 } from '../canonical/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Asset } from '../venue/index.ts';
import type { Candidate } from './candidate.ts';
import type { Compartment } from './fund/fund-rules.ts';
import type { FundState } from './fund/fund-state.ts';
import type { AssetAmount, LossEvent } from './loss-event.ts';
import type { LayerType, WaterfallRules } from './waterfall-rules.ts';

/** Everything that a run of the waterfall looks at. */
export interface WaterfallRun {
  readonly rules: WaterfallRules;
  readonly event: LossEvent;
  /** In any order: no share depends on it. The account that loses may be among them. */
  readonly candidates: readonly Candidate[];
  /** The compartment of the loss with what the ledger says about it; null where none stands for it. */
  readonly fund: FundOfLoss | null;
  /** What the venue's own treasury has set aside for losses, by asset. */
  readonly treasury: readonly AssetAmount[];
  /** ≥ 0, by layer, in the asset of the deficit: borne in the layer's period that ends now. Absent: nothing. */
  readonly drawnInPeriod: ReadonlyMap<LayerType, Decimal>;
  /** Of all assets that the event, the fund and the treasury name. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Price in the valuation asset, for conversions; an asset without one is not converted. */
  readonly prices: ReadonlyMap<string, Decimal>;
  readonly sha256: Sha256;
}

/** A compartment and its state. */
export interface FundOfLoss {
  readonly rules: Compartment;
  readonly state: FundState;
}
