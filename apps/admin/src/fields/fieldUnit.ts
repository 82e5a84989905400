/** What a figure of a document is counted in, as its name says it. */
export type FieldUnit = 'percent' | 'seconds' | 'milliseconds' | 'times' | 'amount';

const ENDINGS: readonly (readonly [RegExp, FieldUnit])[] = [
  [/(?:Rate|RateBase|Share|Fraction)$/, 'percent'],
  [/Milliseconds$/, 'milliseconds'],
  [/Seconds$/, 'seconds'],
  [/^leverage/, 'times'],
  [/^notional|Notional/, 'amount'],
];

/** The unit of the field that a pointer ends in; null where its name states none. */
export function fieldUnit(path: string): FieldUnit | null {
  const field = path.slice(path.lastIndexOf('/') + 1).replace(/=.*$/, '');
  return ENDINGS.find(([ending]) => ending.test(field))?.[1] ?? null;
}
