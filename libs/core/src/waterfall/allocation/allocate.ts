import { floatOf } from '../../num/index.ts';
import type { Allocation, AllocationQuestion } from './allocation.ts';
import { fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { partsOf } from './parts.ts';
import type { Parts } from './parts.ts';
import { queued } from './queue.ts';
import { largestRemainders, targetsAt } from './remainders.ts';
import { levelOfAll, waterLevel } from './water-level.ts';

/**
 * Shares a loss out in whole units, exactly, by one method.
 *
 * Targets are `min(level · weight, cap)`; each takes its floor, and what is left goes out one unit at a time by the largest
 * remainder, ties by id in UTF-8 byte order. None passes its cap: caps are whole, so that a target with a remainder is below
 * its cap by at least that. The sum is the loss, or Σ cap if that is smaller, whatever order the candidates stand in.
 *
 * Throws `InvariantError` where the question is none (`partsOf`). Source: POLICIES, loss waterfall; water-filling as capped
 * pro rata in "Autodeleveraging", arXiv 2512.01112.
 */
export function allocate(question: AllocationQuestion): Allocation {
  const { loss, participants } = question;
  const parts = partsOf(question);
  const reach = parts.caps.reduce((sum, cap) => sum + cap, 0n);
  const allocated = loss < reach ? loss : reach;
  const { level, units } = sharesOf(question, parts, allocated, reach);
  const shares = new Array<bigint>(participants.ids.length).fill(0n);
  parts.places.forEach((place, slot) => (shares[place] = units[slot] ?? 0n));
  return { question, shares, takingPart: parts.caps.length, allocated, shortfall: loss - allocated, level };
}

interface Shares {
  /** In the whole numbers of the weights' units, by slot. */
  readonly units: readonly bigint[];
  readonly level: Fraction | null;
}

function sharesOf(question: AllocationQuestion, parts: Parts, allocated: bigint, reach: bigint): Shares {
  const { caps, weights, weightUnit } = parts;
  if (weights === null) return { units: queued(question.participants, parts, allocated), level: null };
  const level = levelFor({ caps, weights }, allocated, reach);
  const units = allocated === reach ? caps : levelled(question, parts, allocated, level);
  return { units, level: fraction(level.numerator * weightUnit, level.denominator) };
}

function levelFor(columns: Parameters<typeof waterLevel>[0], allocated: bigint, reach: bigint): Fraction {
  if (allocated === 0n) return fraction(0n, 1n);
  return allocated === reach ? levelOfAll(columns) : waterLevel(columns, allocated);
}

function levelled(question: AllocationQuestion, parts: Parts, allocated: bigint, level: Fraction): readonly bigint[] {
  const targets = targetsAt(parts.caps, parts.weights ?? [], level);
  // Fewer than there are remainders, so a small number.
  const rest = floatOf(allocated - targets.total);
  const units = targets.floors.slice();
  for (const slot of largestRemainders(question.participants, parts, targets, rest))
    units[slot] = (units[slot] ?? 0n) + 1n;
  return units;
}
