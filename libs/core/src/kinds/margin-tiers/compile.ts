import { continuousDeductions } from '../../margin/index.ts';
import type { Ladder, MarginTier } from '../../margin/index.ts';
import { add, toFloat, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import type { MarginTiersDocument, StepDocument } from './schema.ts';

/** The document bound to the margin mechanism; exact. Deductions are derived, a stated one is only ever checked. */
export function compile(document: MarginTiersDocument): Ladder {
  const closeFeeRate = decimalOf(document.closeFeeRate);
  const common = {
    maintenanceBasis: document.maintenanceBasis,
    closeFeeRate,
    hedgeNetting: document.hedgeNetting,
    rateDecimals: document.rateDecimals,
    rateRounding: document.rateRounding,
    scaling: null,
  };
  switch (document.model) {
    case 'step': {
      const tiers = tiersOf(document, closeFeeRate);
      return {
        ...common,
        model: 'step',
        basis: document.basis,
        boundary: document.boundary,
        isContinuous: document.deduction === 'continuous',
        tiers,
        floorFloats: tiers.map(({ floor }) => toFloat(floor)),
      };
    }
    case 'linear':
      return {
        ...common,
        model: 'linear',
        initialMarginRateBase: decimalOf(document.initialMarginRateBase),
        initialMarginRateSlope: decimalOf(document.initialMarginRateSlope),
        maintenanceMarginRateBase: decimalOf(document.maintenanceMarginRateBase),
        maintenanceMarginRateSlope: decimalOf(document.maintenanceMarginRateSlope),
        leverageMax: decimalOrNull(document.leverageMax),
      };
    case 'square-root':
      return {
        ...common,
        model: 'square-root',
        initialMarginRate: decimalOf(document.initialMarginRate),
        initialMarginFactor: decimalOf(document.initialMarginFactor),
        maintenanceMarginRate: decimalOf(document.maintenanceMarginRate),
        maintenanceMarginFactor: decimalOf(document.maintenanceMarginFactor),
        leverageMax: decimalOrNull(document.leverageMax),
      };
    case 'open-interest-scaled':
      return {
        ...common,
        model: 'open-interest-scaled',
        initialMarginRateBase: decimalOf(document.initialMarginRateBase),
        openInterestNotionalFloor: decimalOf(document.openInterestNotionalFloor),
        openInterestNotionalCap: decimalOf(document.openInterestNotionalCap),
        maintenanceMarginRate: decimalOf(document.maintenanceMarginRate),
        leverageMax: decimalOrNull(document.leverageMax),
      };
  }
}

function tiersOf(document: StepDocument, closeFeeRate: Decimal): MarginTier[] {
  const borders =
    document.basis === 'notional'
      ? document.tiers.map((tier) => ({ row: tier, floor: tier.notionalFloor, cap: tier.notionalCap }))
      : document.tiers.map((tier) => ({ row: tier, floor: tier.sizeFloor, cap: tier.sizeCap }));
  const rows = borders.map(({ row, floor, cap }) => ({
    floor: decimalOf(floor),
    cap: decimalOrNull(cap),
    rate: decimalOf(row.maintenanceMarginRate),
    leverageMax: decimalOrNull(row.leverageMax),
    initialMarginRate: decimalOrNull(row.initialMarginRate),
  }));
  const deductions = document.deduction === 'continuous' ? continuousDeductions(rows) : rows.map(() => ZERO);
  return rows.map(({ floor, cap, rate, leverageMax, initialMarginRate }, index) => ({
    floor,
    cap,
    maintenanceMarginRate: rate,
    maintenanceRateWithFee: add(rate, closeFeeRate),
    maintenanceDeduction: deductions[index] ?? ZERO,
    leverageMax,
    initialMarginRate,
  }));
}
