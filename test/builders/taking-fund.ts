import type { PolicyWords } from './set-of.ts';

/** A fund with a compartment for each asset that takes over whatever liquidations give it. */
export function takingFund(...assets: readonly string[]): PolicyWords {
  return {
    ...{ kind: 'insurance-fund', key: 'venue', scope: { contracts: '*' } },
    document: {
      compartments: assets.map((asset) => ({
        ...{ name: asset, groups: null, asset, surplusShare: '1', feeShare: '1', takesDeposits: true },
        ...{ balanceFloor: '0', lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null },
        ...{ adlSwitch: null, takeover: { lossMax: '1000000' } },
      })),
    },
  };
}
