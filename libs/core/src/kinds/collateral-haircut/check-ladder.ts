import { equals, greaterThan, isZero, lessThan } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { LadderDocument } from './schema.ts';

type Tier = LadderDocument['tiers'][number];

/** The ladder begins at 0, is contiguous and unbounded, and no weight rises with value. */
export function checkLadder({ tiers }: LadderDocument): Problem[] {
  return tiers.flatMap((tier, index) => [
    ...floorProblems(tiers[index - 1], tier, index),
    ...capProblems(tier, tiers[index + 1], index),
    ...weightProblems(tiers[index - 1], tier, index),
  ]);
}

function floorProblems(before: Tier | undefined, { valueFloor }: Tier, index: number): Problem[] {
  const path = `/tiers/${index}/valueFloor`;
  const floor = decimalOf(valueFloor);
  if (before === undefined) {
    if (isZero(floor)) return [];
    const message = `the first tier begins at \`${valueFloor}\`: nothing covers the value below it`;
    return [{ code: 'first_floor_not_zero', path, message, suggestion: '0' }];
  }
  if (equals(decimalOf(before.valueFloor), floor)) {
    const message = `tiers ${index} and ${index + 1} both begin at \`${valueFloor}\``;
    const suggestion = 'let each tier begin where the one before it ends';
    return [{ code: 'tier_floor_duplicated', path, message, suggestion }];
  }
  return before.valueCap === null || !isAboveFloor(before) ? [] : borderProblems(before.valueCap, floor, path, index);
}

function borderProblems(capBefore: string, floor: Decimal, path: string, index: number): Problem[] {
  const cap = decimalOf(capBefore);
  if (equals(cap, floor)) return [];
  const isGap = lessThan(cap, floor);
  const message = isGap
    ? `nothing covers the value between the cap \`${capBefore}\` of tier ${index} and the floor of tier ${index + 1}`
    : `tiers ${index} and ${index + 1} both cover the value below the cap \`${capBefore}\``;
  return [{ code: isGap ? 'tier_gap' : 'tier_overlap', path, message, suggestion: capBefore }];
}

function capProblems(tier: Tier, after: Tier | undefined, index: number): Problem[] {
  const path = `/tiers/${index}/valueCap`;
  const { valueCap } = tier;
  if (valueCap === null) {
    if (after === undefined) return [];
    const message = `tier ${index + 1} has no cap, but it is not the last: only the last tier is unbounded`;
    return [{ code: 'tier_cap_missing', path, message, suggestion: after.valueFloor }];
  }
  if (!isAboveFloor(tier)) {
    const message = `tier ${index + 1} ends at \`${valueCap}\`, not above its floor \`${tier.valueFloor}\``;
    const suggestion = 'a cap above the floor, or null for unbounded';
    return [{ code: 'tier_cap_not_above_floor', path, message, suggestion }];
  }
  if (after !== undefined) return [];
  const message = `the last tier ends at \`${valueCap}\`: no weight is stated for value above it`;
  return [
    { code: 'last_cap_not_unbounded', path, message, suggestion: 'null; a further tier of weight 0 ends counting' },
  ];
}

function weightProblems(before: Tier | undefined, { weight }: Tier, index: number): Problem[] {
  if (before === undefined || !greaterThan(decimalOf(weight), decimalOf(before.weight))) return [];
  const message = `the weight rises from \`${before.weight}\` to \`${weight}\` in tier ${index + 1}`;
  const path = `/tiers/${index}/weight`;
  return [{ code: 'weight_rises', path, message, suggestion: `at most ${before.weight}` }];
}

function isAboveFloor({ valueFloor, valueCap }: Tier): boolean {
  const cap = decimalOrNull(valueCap);
  return cap === null || greaterThan(cap, decimalOf(valueFloor));
}
