/** What a figure is counted in. */
export type FigureUnit = 'rate' | 'amount' | 'times' | 'duration' | 'contracts' | 'decimals' | 'price' | 'none';

const BY_NAME: readonly (readonly [RegExp, FigureUnit])[] = [
  [/Seconds$|^seconds$/, 'duration'],
  [/decimals$|^precision$/i, 'decimals'],
  [/^multiplier|Multiplier|^exitBuffer$|^leverage|^magnitudeFactor$/, 'times'],
  [/Size(?:Max)?$|^openInterestMax$/, 'contracts'],
  [/Price$|^tickSize$/, 'price'],
  [/rate(?:Max|Base)?$|Rate(?:Max|Base)?$|^ratePerSecond$|^weight$|^fraction$|[dD]iscount$/, 'rate'],
  [/[sS]hare(?:Max|Below)?$|Ratio$|^relativeMax$|^onAtOrBelow$|^offAbove$|^impactShocks$/, 'rate'],
  [/Drawn(?:Max)?$|DrawnMax$|^balance|Balance|[nN]otional|^lossMax$|^shortfallBelow$|Shortage$/, 'amount'],
  [/^value(?:Floor|Cap)$|^depositsStart$|^netMin$|Capacity/, 'amount'],
];

/** The unit of a field, as its name states it; a field of prices is told before one of sizes. */
export function figureUnit(key: string): FigureUnit {
  if (key === 'tickSize') return 'price';
  return BY_NAME.find(([name]) => name.test(key))?.[1] ?? 'none';
}
