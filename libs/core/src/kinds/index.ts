import type { KindRegister } from '../policy/index.ts';
import { balanceProtection } from './balance-protection/index.ts';
import { changeGuardrail } from './change-guardrail/index.ts';
import { collateralHaircut } from './collateral-haircut/index.ts';
import { contractSpecification } from './contract-specification/index.ts';
import { dynamicMargin } from './dynamic-margin/index.ts';
import { forcedLiquidation } from './forced-liquidation/index.ts';
import { insuranceFund } from './insurance-fund/index.ts';
import { liquidationTrigger } from './liquidation-trigger/index.ts';
import { lossWaterfall } from './loss-waterfall/index.ts';
import { marginTiers } from './margin-tiers/index.ts';
import { shortfallPenalty } from './shortfall-penalty/index.ts';
import { valuation } from './valuation/index.ts';

/** The register: one line per kind, by its id. A kind is known everywhere by standing here, and nowhere else. */
export const kinds = {
  'balance-protection': balanceProtection,
  'change-guardrail': changeGuardrail,
  'collateral-haircut': collateralHaircut,
  'contract-specification': contractSpecification,
  'dynamic-margin': dynamicMargin,
  'forced-liquidation': forcedLiquidation,
  'insurance-fund': insuranceFund,
  'liquidation-trigger': liquidationTrigger,
  'loss-waterfall': lossWaterfall,
  'margin-tiers': marginTiers,
  'shortfall-penalty': shortfallPenalty,
  valuation,
} as const satisfies KindRegister;

/** The ids of the kinds that the register holds. */
export type KindId = keyof typeof kinds;
