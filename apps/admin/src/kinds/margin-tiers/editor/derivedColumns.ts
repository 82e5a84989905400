import { continuousDeductions } from '@backstop/core/margin';
import {
  divide,
  formatDecimal,
  isPositive,
  lessThan,
  multiply,
  ONE,
  parseDecimal,
  subtract,
  ZERO,
} from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { statedText, type Sheet, type TierRow } from './sheetColumns.ts';

/** What follows from a tier and those before it, as exact texts; null where something that it follows from is missing. */
export interface Derived {
  /** In the unit of the floor. */
  readonly deduction: string | null;
  /** Largest leverage that its initial margin leaves, floored to hundredths. */
  readonly leverage: string | null;
  /** Maintenance margin at the cap, without rounding and fee, in the unit of the floor. */
  readonly marginAtCap: string | null;
}

/** Decimals of a leverage that is shown, never decided by. */
const LEVERAGE_DECIMALS = 2;

/** Computed from the rows as they are typed, so far as they can be read: a row that cannot ends what follows from it. */
export function derivedColumns(sheet: Sheet, isContinuous: boolean): Derived[] {
  const { rows, floorField, capField } = sheet;
  const read = rows.map((row) => ({ floor: figure(row, floorField), rate: figure(row, 'maintenanceMarginRate') }));
  const broken = read.findIndex(({ floor, rate }) => floor === null || rate === null);
  const known = read
    .slice(0, broken < 0 ? read.length : broken)
    .map(({ floor, rate }) => ({ floor: floor ?? ZERO, rate: rate ?? ZERO }));
  const deductions = isContinuous ? continuousDeductions(known) : known.map(() => ZERO);
  return rows.map((row, at) => {
    const deduction = deductions[at] ?? null;
    const [cap, rate] = [figure(row, capField), read[at]?.rate ?? null];
    const margin =
      deduction === null || cap === null || rate === null ? null : subtract(multiply(cap, rate), deduction);
    return { deduction: text(deduction), leverage: leverageOf(row), marginAtCap: text(margin) };
  });
}

function leverageOf(row: TierRow): string | null {
  const [stated, rate] = [figure(row, 'leverageMax'), figure(row, 'initialMarginRate')];
  const left = rate !== null && isPositive(rate) ? divide(ONE, rate, LEVERAGE_DECIMALS, 'floor') : null;
  if (stated === null || left === null) return text(stated ?? left);
  return text(lessThan(stated, left) ? stated : left);
}

function figure(row: TierRow, field: string): Decimal | null {
  return parseDecimal(statedText(row, field));
}

function text(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}
