import type { AllocationQuestion } from '@backstop/core/waterfall';
import { rowsOf } from '../builders/arbitrary-allocation.ts';
import type { Candidate } from '../builders/arbitrary-allocation.ts';

/** An exact quotient, not reduced. */
export interface Quotient {
  readonly over: bigint;
  readonly under: bigint;
}

/** One candidate's part, reckoned the slow way. */
export interface SlowShare {
  readonly id: string;
  readonly cap: bigint | null;
  readonly target: Quotient | null;
  readonly floor: bigint | null;
  readonly rank: number | null;
  readonly share: bigint;
}

interface Filling {
  readonly row: Candidate;
  readonly cap: bigint;
  readonly weight: Quotient;
  target: Quotient;
  floor: bigint;
  rank: number | null;
  share: bigint;
}

/** A loss shared out straight from the sentences of the policy, in fractions, with sorts and loops; shares nothing with the engine. */
export function slowAllocation(question: AllocationQuestion): SlowShare[] {
  const rows = rowsOf(question);
  const parts = rows.flatMap((row) => fillingOf(row, question));
  const most = parts.reduce((sum, { cap }) => sum + cap, 0n);
  const total = question.loss < most ? question.loss : most;
  if (question.method === 'queue') fillQueue(parts, total);
  else fillLevel(parts, total);
  return rows.map(({ id }) => {
    const part = parts.find(({ row }) => row.id === id);
    if (part === undefined) return { id, cap: null, target: null, floor: null, rank: null, share: 0n };
    const { cap, target, floor, rank, share } = part;
    const isQueue = question.method === 'queue';
    return { id, cap, target: isQueue ? null : target, floor: isQueue ? null : floor, rank, share };
  });
}

function fillingOf(row: Candidate, { method, capRate, riskExponent, capacityMin }: AllocationQuestion): Filling[] {
  if (row.capacity < 1n || row.capacity < capacityMin) return [];
  const base = method === 'min-max' || method === 'risk-weighted' ? row.base : row.capacity;
  if (base <= 0n) return [];
  let weight: Quotient = { over: base, under: 1n };
  if (method === 'risk-weighted') {
    for (let power = 0; power < riskExponent; power += 1) {
      weight = { over: weight.over * (row.leverage > 0n ? row.leverage : 0n), under: weight.under * 100_000_000n };
    }
  }
  if (weight.over === 0n) return [];
  const cap = (row.capacity * BigInt(capRate.coefficient)) / 10n ** BigInt(capRate.scale);
  return [{ row, cap, weight, target: { over: 0n, under: 1n }, floor: 0n, rank: null, share: 0n }];
}

function fillQueue(parts: readonly Filling[], total: bigint): void {
  let left = total;
  const order = [...parts].sort((a, b) => {
    return Number(b.row.score - a.row.score) || Buffer.compare(Buffer.from(a.row.id), Buffer.from(b.row.id));
  });
  for (const part of order) {
    part.share = part.cap < left ? part.cap : left;
    left -= part.share;
  }
}

/** Pours evenly by weight; whoever overflows keeps its cap, and the rest is poured anew over the others. */
function fillLevel(parts: readonly Filling[], total: bigint): void {
  let open = [...parts];
  let left = total;
  for (;;) {
    const weights = open.reduce((sum, { weight }) => plus(sum, weight), { over: 0n, under: 1n });
    for (const part of open) part.target = weights.over === 0n ? weights : times(part.weight, left, weights);
    const full = open.filter(({ target, cap }) => target.over >= cap * target.under);
    if (full.length === 0) break;
    for (const part of full) {
      part.target = { over: part.cap, under: 1n };
      left -= part.cap;
    }
    open = open.filter((part) => !full.includes(part));
  }
  for (const part of parts) part.share = part.floor = part.target.over / part.target.under;
  const byRemainder = parts
    .filter(({ target }) => target.over % target.under !== 0n)
    .sort((a, b) => {
      const [left_, right] = [remainderOf(a), remainderOf(b)];
      const apart = right.over * left_.under - left_.over * right.under;
      if (apart !== 0n) return apart > 0n ? 1 : -1;
      return Buffer.compare(Buffer.from(a.row.id), Buffer.from(b.row.id));
    });
  let rest = total - parts.reduce((sum, { floor }) => sum + floor, 0n);
  byRemainder.forEach((part, at) => {
    part.rank = at + 1;
    if (rest === 0n || part.share === part.cap) return;
    part.share += 1n;
    rest -= 1n;
  });
}

function remainderOf({ target, floor }: Filling): Quotient {
  return { over: target.over - floor * target.under, under: target.under };
}

function plus(a: Quotient, b: Quotient): Quotient {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

/** weight · left ÷ weights. */
function times(weight: Quotient, left: bigint, weights: Quotient): Quotient {
  return { over: weight.over * left * weights.under, under: weight.under * weights.over };
}
