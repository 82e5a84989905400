import { isPositive, lessThan } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { CompartmentRow, InsuranceFundDocument } from './schema.ts';

/** One compartment for each group and asset, periods where caps need them, and a switch that opens before it closes. */
export function check({ compartments }: InsuranceFundDocument): Problem[] {
  return compartments.flatMap((row, at) => {
    const path = `/compartments/${String(at)}`;
    const earlier = compartments.slice(0, at);
    return [
      ...checkIdentity(row, earlier, path),
      ...checkGroups(row, path),
      ...checkPeriod(row, path),
      ...checkSwitch(row, path),
    ];
  });
}

function checkIdentity(row: CompartmentRow, earlier: readonly CompartmentRow[], path: string): Problem[] {
  if (earlier.some(({ name }) => name === row.name)) {
    return [{ code: 'duplicate_compartment', path, message: `two compartments are called \`${row.name}\`` }];
  }
  const rival = earlier.find((other) => other.asset === row.asset && shared(other, row) !== null);
  if (rival === undefined) return [];
  const whose = shared(rival, row) ?? '';
  const message = `\`${rival.name}\` already pays ${row.asset} for ${whose}`;
  return [{ code: 'compartments_claim_same_losses', path: `${path}/groups`, message }];
}

/** What two compartments of an asset both claim; null for nothing. */
function shared(a: CompartmentRow, b: CompartmentRow): string | null {
  if (a.groups === null || b.groups === null) return a.groups === b.groups ? 'every other group' : null;
  const group = a.groups.find((each) => b.groups?.includes(each) ?? false);
  return group === undefined ? null : `\`${group}\``;
}

function checkGroups({ groups }: CompartmentRow, path: string): Problem[] {
  return (groups ?? []).flatMap((group, at, all) => {
    if (all.indexOf(group) === at) return [];
    const message = `the group \`${group}\` is listed twice`;
    return [{ code: 'duplicate_group', path: `${path}/groups/${String(at)}`, message }];
  });
}

function checkPeriod({ accountDrawnMax, periodDrawnMax, periodSeconds }: CompartmentRow, path: string): Problem[] {
  const isAsked = accountDrawnMax !== null || periodDrawnMax !== null;
  if (isAsked === (periodSeconds !== null)) return [];
  const code = isAsked ? 'period_missing' : 'period_without_cap';
  const message = isAsked ? 'a cap is about a period, and none is stated' : 'no cap is about the period';
  return [{ code, path: `${path}/periodSeconds`, message }];
}

function checkSwitch({ adlSwitch }: CompartmentRow, path: string): Problem[] {
  if (adlSwitch === null) return [];
  const { onAtOrBelow, offAbove } = adlSwitch;
  const at = `${path}/adlSwitch`;
  if (isPositive(decimalOf(offAbove)) || isPositive(decimalOf(onAtOrBelow))) {
    const message = 'a drawdown is never above zero: the fund would open deleveraging by gaining';
    return [{ code: 'adl_switch_above_zero', path: at, message }];
  }
  if (!lessThan(decimalOf(offAbove), decimalOf(onAtOrBelow))) return [];
  const message = `it would close above \`${offAbove}\`, where it opens at \`${onAtOrBelow}\` already`;
  return [{ code: 'adl_switch_closes_before_it_opens', path: `${at}/offAbove`, message }];
}
