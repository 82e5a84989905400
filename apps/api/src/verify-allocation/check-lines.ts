import { coefficientOf, decimal, equals, multiply } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import type { WrittenLine } from './read-written.ts';

/** Told for each thing that is wrong. */
export type Tell = (line: WrittenLine | null, what: string) => void;

/** What each line must be by itself: bounds, amounts and, where the rate is known, caps. */
export function checkLines(
  lines: readonly WrittenLine[],
  capRate: Decimal | null,
  unit: Decimal | null,
  tell: Tell,
): void {
  checkIds(lines, tell);
  checkAmounts(lines, unit, tell);
  for (const each of lines) {
    const { cap, capacity, units } = each;
    if (units < 0n) tell(each, 'a share is below 0');
    if (cap === null) {
      if (hasProof(each)) tell(each, 'it has a proof, but no cap');
      if (units !== 0n) tell(each, 'it has a share, but takes no part');
      continue;
    }
    if (capacity < 1n) tell(each, 'it takes part without a unit of capacity');
    if (cap > capacity || cap < 0n) tell(each, 'its cap is not from 0 to its capacity');
    if (units > cap) tell(each, 'its share is above its cap');
    if (capRate !== null && cap !== rated(capacity, capRate)) tell(each, 'its cap is not the cap rate of its capacity');
  }
}

function checkIds(lines: readonly WrittenLine[], tell: Tell): void {
  const seen = new Set<string>();
  for (const each of lines) {
    if (seen.has(each.id)) tell(each, 'its account stands twice');
    seen.add(each.id);
  }
}

/** Amounts are units times one and the same unit; where it is not known, only the first line that differs is told. */
function checkAmounts(lines: readonly WrittenLine[], known: Decimal | null, tell: Tell): void {
  if (known !== null) {
    for (const each of lines) {
      if (!equals(each.amount, multiply(decimal(each.units), known))) tell(each, 'its amount is not its units');
    }
    return;
  }
  const first = lines.find(({ units }) => units > 0n);
  if (first === undefined) return;
  const other = lines.find(({ amount, units }) => {
    return !equals(multiply(amount, decimal(first.units)), multiply(first.amount, decimal(units)));
  });
  if (other !== undefined) tell(other, `its amount is not its units, if that of ${first.id} is`);
}

function hasProof({ score, weight, level, floor, remainderRank, queuePlace, queueBefore }: WrittenLine): boolean {
  return [score, weight, level, floor, remainderRank, queuePlace, queueBefore].some((cell) => cell !== null);
}

function rated(capacity: bigint, capRate: Decimal): bigint {
  return (capacity * coefficientOf(capRate)) / 10n ** BigInt(capRate.scale);
}
