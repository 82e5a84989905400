import { divide, formatDecimal, greaterThan, lessThan, multiply, ONE } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';

interface MarginRates {
  readonly maintenanceMarginRate: Decimal;
  readonly leverageMax: Decimal | null;
  readonly initialMarginRate: Decimal | null;
}

/**
 * What initial margin must be in one tier: stated as a leverage, a rate or both, and never below maintenance, else a
 * position would be liquidatable as it opens. `pointer` is the tier's, `name` what sentences call it.
 */
export function initialMarginProblems(pointer: string, name: string, rates: MarginRates): Problem[] {
  if (rates.leverageMax === null && rates.initialMarginRate === null) {
    const message = `${name} states neither \`leverageMax\` nor \`initialMarginRate\`: its initial margin is not known`;
    const suggestion = 'state at least one of them';
    return [{ code: 'initial_margin_missing', path: `${pointer}/leverageMax`, message, suggestion }];
  }
  return [
    ...leverageProblems(pointer, name, rates),
    ...rateBelowMaintenance(`${pointer}/initialMarginRate`, name, rates.initialMarginRate, rates.maintenanceMarginRate),
  ];
}

/** `leverageMax · maintenance rate ≤ 1`, which is `1 / leverageMax ≥ maintenance rate` without a division. */
export function leverageProblems(
  pointer: string,
  name: string,
  rates: Omit<MarginRates, 'initialMarginRate'>,
): Problem[] {
  const { leverageMax, maintenanceMarginRate } = rates;
  if (leverageMax === null || !greaterThan(multiply(leverageMax, maintenanceMarginRate), ONE)) return [];
  const limit = formatDecimal(divide(ONE, maintenanceMarginRate, 2, 'floor'));
  const message =
    `${name} allows the leverage \`${formatDecimal(leverageMax)}\`: margin at it is below the maintenance margin rate ` +
    `\`${formatDecimal(maintenanceMarginRate)}\``;
  return [
    {
      code: 'leverage_max_leaves_less_than_maintenance',
      path: `${pointer}/leverageMax`,
      message,
      suggestion: `at most ${limit}`,
    },
  ];
}

/** An initial margin rate is at least the maintenance margin rate. */
export function rateBelowMaintenance(
  path: string,
  name: string,
  initial: Decimal | null,
  maintenance: Decimal,
): Problem[] {
  if (initial === null || !lessThan(initial, maintenance)) return [];
  const limit = formatDecimal(maintenance);
  const message = `${name} has the initial margin rate \`${formatDecimal(initial)}\`, below its maintenance margin rate \`${limit}\``;
  return [{ code: 'initial_margin_rate_below_maintenance', path, message, suggestion: `at least ${limit}` }];
}
