import type { MarginTiersDocument } from '@backstop/core/kinds/margin-tiers';
import { ceilAt, exact, exactOrNull, floorAt, NOTHING, roundAt, total } from './exact.ts';
import type { Exact } from './exact.ts';
import type { SlowContract } from './slow-venue.ts';

type StepDocument = Extract<MarginTiersDocument, { model: 'step' }>;

interface Slice {
  readonly floor: Exact;
  readonly cap: Exact | null;
  readonly rate: Exact;
  readonly leverageMax: Exact | null;
  readonly initialRate: Exact | null;
}

/** Units · price, or units ÷ price rounded up. */
export function slowNotional(contract: SlowContract, units: Exact, price: Exact): Exact {
  return contract.isLinear ? units.times(price) : ceilAt(units.dividedBy(price), contract.precision);
}

/** s · k · (mark − entry), or s · k · (1/entry − 1/mark) rounded down. */
export function slowPnl(contract: SlowContract, signedUnits: Exact, entry: Exact, mark: Exact): Exact {
  if (contract.isLinear) return signedUnits.times(mark.minus(entry));
  const difference = exact('1').dividedBy(entry).minus(exact('1').dividedBy(mark));
  // Both quotients are cut at 80 digits: exact multiples of a unit are brought back before the floor.
  return floorAt(signedUnits.times(difference).toDecimalPlaces(50), contract.precision);
}

/** Maintenance margin as slices: each part of the measure at the rate of its own tier, where the ladder is continuous. */
export function slowMaintenance(contract: SlowContract, units: Exact, entry: Exact, mark: Exact): Exact {
  if (units.isZero()) return NOTHING;
  const { ladder } = contract;
  const at = ladder.maintenanceBasis === 'mark' ? mark : entry;
  const rated =
    ladder.model === 'step'
      ? stepMaintenance(contract, ladder, units, at)
      : slowNotional(contract, units, at).times(formulaRates(ladder, units, null).maintenance);
  const fee = slowNotional(contract, units, mark).times(ladder.closeFeeRate);
  const margin = ceilAt(rated.plus(fee), contract.precision);
  return margin.isNegative() ? NOTHING : margin;
}

function stepMaintenance(contract: SlowContract, ladder: StepDocument, units: Exact, at: Exact): Exact {
  const notional = slowNotional(contract, units, at);
  const slices = slicesOf(ladder);
  const measure = ladder.basis === 'notional' ? notional : units;
  const { rate } = tierOf(ladder, measure);
  if (ladder.deduction === 'none') return notional.times(rate);
  const sliced = total(slices.map((slice) => partIn(slice, measure).times(slice.rate)));
  if (ladder.basis === 'notional') return sliced;
  const spared = measure.times(rate).minus(sliced);
  const deduction = contract.isLinear ? spared.times(at) : floorAt(spared.dividedBy(at), contract.precision);
  return notional.times(rate).minus(deduction);
}

/** How much of a measure lies between floor and cap; the last tier goes on above its cap. */
function partIn({ floor, cap }: Slice, measure: Exact): Exact {
  const end = cap?.lessThan(measure) === true ? cap : measure;
  return end.greaterThan(floor) ? end.minus(floor) : NOTHING;
}

/** Initial margin, or null where it needs an open interest that nobody knows. */
export function slowInitial(
  contract: SlowContract,
  units: Exact,
  mark: Exact,
  { leverage, openInterest }: { readonly leverage: Exact | null; readonly openInterest: Exact | null },
): Exact | null {
  if (units.isZero()) return NOTHING;
  const { ladder, precision } = contract;
  const notional = slowNotional(contract, units, mark);
  const rates = initialRates(ladder, notional, units, openInterest);
  if (rates === null) return null;
  const leverages = [leverage, rates.leverageMax].filter((one) => one !== null);
  const candidates = [
    ...leverages.map((one) => ceilAt(notional.dividedBy(one), precision)),
    ...(rates.initialRate === null ? [] : [ceilAt(notional.times(rates.initialRate), precision)]),
  ];
  return candidates.reduce((largest, one) => (one.greaterThan(largest) ? one : largest), NOTHING);
}

function initialRates(
  ladder: MarginTiersDocument,
  notional: Exact,
  units: Exact,
  openInterest: Exact | null,
): Pick<Slice, 'leverageMax' | 'initialRate'> | null {
  if (ladder.model === 'step') return tierOf(ladder, ladder.basis === 'notional' ? notional : units);
  const { initial } = formulaRates(ladder, units, openInterest);
  return initial === null ? null : { leverageMax: exactOrNull(ladder.leverageMax), initialRate: initial };
}

function formulaRates(
  ladder: Exclude<MarginTiersDocument, StepDocument>,
  units: Exact,
  openInterest: Exact | null,
): { maintenance: Exact; initial: Exact | null } {
  const rounded = (rate: Exact): Exact => roundAt(rate, ladder.rateDecimals, ladder.rateRounding);
  switch (ladder.model) {
    case 'linear': {
      const rate = (base: string, slope: string): Exact => rounded(units.times(slope).plus(base));
      return {
        maintenance: rate(ladder.maintenanceMarginRateBase, ladder.maintenanceMarginRateSlope),
        initial: rate(ladder.initialMarginRateBase, ladder.initialMarginRateSlope),
      };
    }
    case 'square-root': {
      const rate = (base: string, factor: string): Exact => {
        const grown = rounded(units.squareRoot().times(factor).plus(exact('0.8').times(base)));
        return grown.greaterThan(base) ? grown : exact(base);
      };
      return {
        maintenance: rate(ladder.maintenanceMarginRate, ladder.maintenanceMarginFactor),
        initial: rate(ladder.initialMarginRate, ladder.initialMarginFactor),
      };
    }
    case 'open-interest-scaled':
      return {
        maintenance: exact(ladder.maintenanceMarginRate),
        initial: openInterestRate(ladder, openInterest, rounded),
      };
  }
}

function openInterestRate(
  ladder: Extract<MarginTiersDocument, { model: 'open-interest-scaled' }>,
  openInterest: Exact | null,
  rounded: (rate: Exact) => Exact,
): Exact | null {
  const base = exact(ladder.initialMarginRateBase);
  const low = exact(ladder.openInterestNotionalFloor);
  const high = exact(ladder.openInterestNotionalCap);
  if (high.lessThanOrEqualTo(low)) return base;
  if (openInterest === null) return null;
  const share = openInterest.minus(low).dividedBy(high.minus(low)).clamp(0, 1);
  if (share.isZero()) return base;
  return rounded(exact('1').minus(base).times(share).toDecimalPlaces(50).plus(base));
}

function tierOf(ladder: StepDocument, measure: Exact): Slice {
  const slices = slicesOf(ladder);
  const isReached = ({ floor }: Slice): boolean => {
    return ladder.boundary === 'floor-inclusive' ? measure.greaterThanOrEqualTo(floor) : measure.greaterThan(floor);
  };
  const found = slices.findLast(isReached) ?? slices[0];
  if (found === undefined) throw new Error('a ladder without tiers');
  return found;
}

const knownSlices = new WeakMap<StepDocument, readonly Slice[]>();

function slicesOf(ladder: StepDocument): readonly Slice[] {
  const slices = knownSlices.get(ladder) ?? readSlices(ladder);
  knownSlices.set(ladder, slices);
  return slices;
}

function readSlices(ladder: StepDocument): Slice[] {
  const borders =
    ladder.basis === 'notional'
      ? ladder.tiers.map((tier) => ({ tier, floor: tier.notionalFloor, cap: tier.notionalCap }))
      : ladder.tiers.map((tier) => ({ tier, floor: tier.sizeFloor, cap: tier.sizeCap }));
  return borders.map(({ tier, floor, cap }, index) => ({
    floor: exact(floor),
    cap: index === borders.length - 1 ? null : exactOrNull(cap),
    rate: exact(tier.maintenanceMarginRate),
    leverageMax: exactOrNull(tier.leverageMax),
    initialRate: exactOrNull(tier.initialMarginRate),
  }));
}
