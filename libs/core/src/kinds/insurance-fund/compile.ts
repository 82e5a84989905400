import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import type { Compartment, FundRules } from '../../waterfall/index.ts';
import type { CompartmentRow, InsuranceFundDocument } from './schema.ts';

export function compile({ compartments }: InsuranceFundDocument): FundRules {
  return { compartments: compartments.map(compartmentOf) };
}

function compartmentOf(row: CompartmentRow): Compartment {
  const { name, groups, asset, adlSwitch, takeover } = row;
  return {
    name,
    groups: groups === null ? null : new Set(groups),
    asset,
    inflows: {
      surplusShare: decimalOf(row.surplusShare),
      feeShare: decimalOf(row.feeShare),
      takesDeposits: row.takesDeposits,
    },
    balanceFloor: decimalOf(row.balanceFloor),
    caps: {
      lossDrawnMax: decimalOrNull(row.lossDrawnMax),
      accountDrawnMax: decimalOrNull(row.accountDrawnMax),
      periodDrawnMax: decimalOrNull(row.periodDrawnMax),
      periodSeconds: row.periodSeconds,
    },
    adlSwitch:
      adlSwitch === null
        ? null
        : {
            onAtOrBelow: decimalOf(adlSwitch.onAtOrBelow),
            balanceThreshold: decimalOf(adlSwitch.balanceThreshold),
            offAbove: decimalOf(adlSwitch.offAbove),
            windowSeconds: adlSwitch.windowSeconds,
          },
    takeover: takeover === null ? null : { lossMax: decimalOf(takeover.lossMax) },
  };
}
