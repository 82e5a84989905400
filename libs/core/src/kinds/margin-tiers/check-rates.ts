import { formatDecimal, lessThan } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import { leverageProblems, rateBelowMaintenance } from './check-initial-margin.ts';
import type { MarginTiersDocument, StepDocument } from './schema.ts';

/** A ladder without rows: its rates follow from size or open interest by a formula. */
export type FormulaDocument = Exclude<MarginTiersDocument, StepDocument>;

interface FormulaRates {
  readonly initialField: string;
  readonly initial: Decimal;
  readonly maintenance: Decimal;
  /** How fast the rates grow, and the field of the initial one; null where only one of them does. */
  readonly growth: { readonly field: string; readonly initial: Decimal; readonly maintenance: Decimal } | null;
}

/**
 * The initial rate is at least the maintenance rate at every size: it is at size zero, and it grows at least as fast.
 * Both are needed, and together they suffice in each model.
 */
export function checkRates(document: FormulaDocument): Problem[] {
  const rates = formulaRates(document);
  const leverageMax = document.leverageMax === null ? null : decimalOf(document.leverageMax);
  return [
    ...rateBelowMaintenance(`/${rates.initialField}`, 'the ladder', rates.initial, rates.maintenance),
    ...growthProblems(rates),
    ...leverageProblems('', 'the ladder', { leverageMax, maintenanceMarginRate: rates.maintenance }),
  ];
}

function formulaRates(document: FormulaDocument): FormulaRates {
  switch (document.model) {
    case 'linear':
      return {
        initialField: 'initialMarginRateBase',
        initial: decimalOf(document.initialMarginRateBase),
        maintenance: decimalOf(document.maintenanceMarginRateBase),
        growth: {
          field: 'initialMarginRateSlope',
          initial: decimalOf(document.initialMarginRateSlope),
          maintenance: decimalOf(document.maintenanceMarginRateSlope),
        },
      };
    case 'square-root':
      return {
        initialField: 'initialMarginRate',
        initial: decimalOf(document.initialMarginRate),
        maintenance: decimalOf(document.maintenanceMarginRate),
        growth: {
          field: 'initialMarginFactor',
          initial: decimalOf(document.initialMarginFactor),
          maintenance: decimalOf(document.maintenanceMarginFactor),
        },
      };
    case 'open-interest-scaled':
      return {
        initialField: 'initialMarginRateBase',
        initial: decimalOf(document.initialMarginRateBase),
        maintenance: decimalOf(document.maintenanceMarginRate),
        growth: null,
      };
  }
}

function growthProblems({ growth }: FormulaRates): Problem[] {
  if (growth === null || !lessThan(growth.initial, growth.maintenance)) return [];
  const limit = formatDecimal(growth.maintenance);
  const message =
    `initial margin grows by \`${formatDecimal(growth.initial)}\` and maintenance margin by \`${limit}\`: ` +
    'a large position would be liquidatable as it opens';
  const code = 'initial_margin_growth_below_maintenance';
  return [{ code, path: `/${growth.field}`, message, suggestion: `at least ${limit}` }];
}
