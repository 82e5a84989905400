import type { ContractSpecification } from '../kinds/contract-specification/index.ts';
import type { DynamicMargin } from '../kinds/dynamic-margin/index.ts';
import type { CompiledTrigger } from '../kinds/liquidation-trigger/index.ts';
import type { Valuation } from '../kinds/valuation/index.ts';
import type { LiquidationRules } from '../liquidation/index.ts';
import type { ShortfallPenaltyRules } from '../penalty/index.ts';
import type { Haircut, Ladder } from '../margin/index.ts';
import type { BalanceProtection, FundRules, WaterfallRules } from '../waterfall/index.ts';
import type { VersionReference } from '../decision/index.ts';

/** A policy set ready to evaluate accounts: immutable, shared by every evaluation under it. */
export interface CompiledSet {
  /** Hash of the policy set. */
  readonly hash: string;
  readonly valuation: Resolved<Valuation>;
  readonly specification: Resolved<ContractSpecification>;
  /** The policies that speak for an account with these tags. */
  readonly forTags: (tags: readonly string[]) => TaggedPolicies;
  /** Every policy of the insurance fund, whomever it speaks for. */
  readonly funds: readonly Resolved<FundRules>[];
  /** What speaks about losses of an account with these tags; evaluation never asks. */
  readonly losses: (tags: readonly string[]) => LossPolicies;
}

/** A compiled document and the version it came from. */
export interface Resolved<Compiled> {
  readonly reference: VersionReference;
  readonly compiled: Compiled;
}

/** What speaks for accounts with one choice of tags; null where no policy does. The set check has found the trigger. */
export interface TaggedPolicies {
  readonly ladderOf: (contract: string) => Resolved<Ladder> | null;
  readonly dynamicMarginOf: (contract: string) => Resolved<DynamicMargin> | null;
  readonly haircutOf: (asset: string) => Resolved<Haircut> | null;
  readonly trigger: Resolved<CompiledTrigger>;
  /** How accounts are liquidated; only plans ask. */
  readonly liquidation: Resolved<LiquidationRules> | null;
  /** What margin shortfalls cost; a decision does not ask. */
  readonly shortfallPenalty: Resolved<ShortfallPenaltyRules> | null;
}

/** Who bears the losses of accounts with one choice of tags; null where no policy says. */
export interface LossPolicies {
  readonly waterfallOf: (contract: string) => Resolved<WaterfallRules> | null;
  readonly fund: Resolved<FundRules> | null;
  readonly protection: Resolved<BalanceProtection> | null;
}
