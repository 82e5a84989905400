/** A ladder of one tier at a maintenance rate, as an author writes it. */
export function oneTier(maintenanceMarginRate: string, leverageMax = '10'): object {
  return {
    model: 'step',
    basis: 'notional',
    boundary: 'floor-inclusive',
    deduction: 'continuous',
    maintenanceBasis: 'mark',
    closeFeeRate: '0',
    hedgeNetting: 'net',
    rateDecimals: 8,
    rateRounding: 'ceil',
    tiers: [
      {
        notionalFloor: '0',
        notionalCap: null,
        maintenanceMarginRate,
        maintenanceDeduction: null,
        leverageMax,
        initialMarginRate: null,
      },
    ],
  };
}
