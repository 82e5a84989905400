import { coefficientOf } from '@backstop/core/num';
import type { Tell } from './check-lines.ts';
import type { WrittenLine } from './read-written.ts';

/** A line's target, level · weight, in parts of one denominator. */
interface Target {
  readonly line: WrittenLine;
  readonly cap: bigint;
  /** level · weight. */
  readonly levelled: bigint;
  /** The same, not above the cap. */
  readonly over: bigint;
  readonly floor: bigint;
  readonly remainder: bigint;
}

/**
 * What lines of one level must be together: the exact targets sum to what was shared out, the level is the lowest that does,
 * floors are those of the targets, and the units that they leave went to the largest remainders.
 */
export function checkLevel(lines: readonly WrittenLine[], tell: Tell): void {
  const level = /^(\d+)\/([1-9]\d*)$/.exec(lines[0]?.level ?? '');
  if (level === null) {
    tell(lines[0] ?? null, 'its level is no fraction');
    return;
  }
  const scale = lines.reduce((most, { weight }) => Math.max(most, weight?.scale ?? 0), 0);
  const denominator = BigInt(level[2] ?? '1') * 10n ** BigInt(scale);
  const targets: Target[] = [];
  for (const line of lines) {
    if (line.level !== level[0]) tell(line, 'its level is not that of the others');
    const target = targetOf(line, BigInt(level[1] ?? '0'), scale, denominator);
    if (target === null) tell(line, 'it has no weight above 0');
    else targets.push(target);
  }
  const total = lines.reduce((sum, { units }) => sum + units, 0n);
  const exact = targets.reduce((sum, { over }) => sum + over, 0n);
  if (exact !== total * denominator) tell(null, 'the exact targets do not sum to what was shared out');
  // Below the level of all the sum rises with the level, so that only one has it.
  const isOfAll = targets.every(({ over, cap }) => over === cap * denominator);
  const isLowest = !isOfAll || targets.some(({ levelled, cap }) => levelled === cap * denominator);
  if (!isLowest) tell(null, 'a lower level would have done');
  checkShares(targets, total, tell);
}

function targetOf(line: WrittenLine, numerator: bigint, scale: number, denominator: bigint): Target | null {
  const { weight, cap } = line;
  if (weight === null || cap === null || weight.coefficient <= 0) return null;
  const levelled = numerator * coefficientOf(weight) * 10n ** BigInt(scale - weight.scale);
  const over = levelled < cap * denominator ? levelled : cap * denominator;
  return { line, cap, levelled, over, floor: over / denominator, remainder: over % denominator };
}

/** Floors, ranks and who has a unit more. */
function checkShares(targets: readonly Target[], total: bigint, tell: Tell): void {
  const rest = total - targets.reduce((sum, { floor }) => sum + floor, 0n);
  const ranked = targets.filter(({ remainder }) => remainder > 0n).sort(largestFirst);
  const ranks = new Map(ranked.map(({ line }, at) => [line, BigInt(at + 1)]));
  for (const { line, floor } of targets) {
    const rank = ranks.get(line) ?? null;
    const due = rank !== null && rank <= rest ? floor + 1n : floor;
    if (line.floor !== floor) tell(line, 'its floor is not that of its target');
    if (line.remainderRank !== rank) tell(line, 'its remainder stands at another rank');
    if (line.units !== due) tell(line, `its share must be ${String(due)}`);
  }
}

function largestFirst(a: Target, b: Target): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  return Buffer.compare(Buffer.from(a.line.id), Buffer.from(b.line.id));
}
