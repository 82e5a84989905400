import type { Guardrail } from '../change/index.ts';
import { balanceProtection } from '../kinds/balance-protection/index.ts';
import { changeGuardrail } from '../kinds/change-guardrail/index.ts';
import { collateralHaircut } from '../kinds/collateral-haircut/index.ts';
import type { ContractSpecification } from '../kinds/contract-specification/index.ts';
import { contractSpecification } from '../kinds/contract-specification/index.ts';
import { dynamicMargin } from '../kinds/dynamic-margin/index.ts';
import type { DynamicMargin } from '../kinds/dynamic-margin/index.ts';
import { forcedLiquidation } from '../kinds/forced-liquidation/index.ts';
import { insuranceFund } from '../kinds/insurance-fund/index.ts';
import type { CompiledTrigger } from '../kinds/liquidation-trigger/index.ts';
import { liquidationTrigger } from '../kinds/liquidation-trigger/index.ts';
import { lossWaterfall } from '../kinds/loss-waterfall/index.ts';
import { marginTiers } from '../kinds/margin-tiers/index.ts';
import { shortfallPenalty } from '../kinds/shortfall-penalty/index.ts';
import type { Valuation } from '../kinds/valuation/index.ts';
import { valuation } from '../kinds/valuation/index.ts';
import type { LiquidationRules } from '../liquidation/index.ts';
import type { Haircut, Ladder } from '../margin/index.ts';
import type { ShortfallPenaltyRules } from '../penalty/index.ts';
import { parseDocument } from '../policy/index.ts';
import type { PolicyKind, PolicySet, PolicyVersion, Scope } from '../policy/index.ts';
import type { Parsed, Problem } from '../problem/index.ts';
import type { BalanceProtection, FundRules, WaterfallRules } from '../waterfall/index.ts';
import type { Resolved } from './compiled-set.ts';

/** The versions of a set by kind, each compiled; what the cross-kind checks look at. */
export interface SetPolicies {
  readonly valuations: readonly ScopedPolicy<Valuation>[];
  readonly specifications: readonly ScopedPolicy<ContractSpecification>[];
  readonly ladders: readonly ScopedPolicy<Ladder>[];
  readonly dynamicMargins: readonly ScopedPolicy<DynamicMargin>[];
  readonly haircuts: readonly ScopedPolicy<Haircut>[];
  readonly triggers: readonly ScopedPolicy<CompiledTrigger>[];
  readonly liquidations: readonly ScopedPolicy<LiquidationRules>[];
  readonly penalties: readonly ScopedPolicy<ShortfallPenaltyRules>[];
  readonly waterfalls: readonly ScopedPolicy<WaterfallRules>[];
  readonly funds: readonly ScopedPolicy<FundRules>[];
  readonly protections: readonly ScopedPolicy<BalanceProtection>[];
  readonly guardrails: readonly ScopedPolicy<Guardrail>[];
}

export interface ScopedPolicy<Compiled> extends Resolved<Compiled> {
  readonly scope: Scope;
}

/** Every version of the set parsed and checked anew, then compiled; or every problem, its path led by the policy's id. */
export function setPolicies(set: PolicySet): Parsed<SetPolicies> {
  const problems: Problem[] = [];
  const value: SetPolicies = {
    valuations: policiesOf(set, valuation, problems),
    specifications: policiesOf(set, contractSpecification, problems),
    ladders: policiesOf(set, marginTiers, problems),
    dynamicMargins: policiesOf(set, dynamicMargin, problems),
    haircuts: policiesOf(set, collateralHaircut, problems),
    triggers: policiesOf(set, liquidationTrigger, problems),
    liquidations: policiesOf(set, forcedLiquidation, problems),
    penalties: policiesOf(set, shortfallPenalty, problems),
    waterfalls: policiesOf(set, lossWaterfall, problems),
    funds: policiesOf(set, insuranceFund, problems),
    protections: policiesOf(set, balanceProtection, problems),
    guardrails: policiesOf(set, changeGuardrail, problems),
  };
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

function policiesOf<Document, Compiled>(
  set: PolicySet,
  kind: PolicyKind<string, Document, Compiled>,
  problems: Problem[],
): ScopedPolicy<Compiled>[] {
  const policies: ScopedPolicy<Compiled>[] = [];
  for (const version of set.versions) {
    if (version.kind !== kind.id) continue;
    const document = parseDocument(kind, version.document, `/${version.policy}/document`);
    if (document.ok) policies.push(scopedPolicy(version, kind.compile(document.value as Document)));
    else problems.push(...document.problems);
  }
  return policies;
}

function scopedPolicy<Compiled>(version: PolicyVersion, compiled: Compiled): ScopedPolicy<Compiled> {
  return { reference: { policy: version.policy, version: version.version }, scope: version.scope, compiled };
}
