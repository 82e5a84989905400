import { compare, decimal, multiply } from '@backstop/core/num';
import { shareProofs } from '@backstop/core/waterfall';
import type { Allocation, AllocationQuestion, ShareProof } from '@backstop/core/waterfall';
import { rowsOf } from '../../builders/arbitrary-allocation.ts';
import type { Candidate } from '../../builders/arbitrary-allocation.ts';

/** A law that one allocation keeps or breaks on its own. */
export type AllocationLaw = (allocation: Allocation) => boolean;

/** The sum is the loss, or what the caps reach to where that is less; what is missing is said. */
export function conserves({ question, shares, allocated, shortfall }: Allocation): boolean {
  const reach = rowsOf(question).reduce((sum, row) => sum + capOf(row, question), 0n);
  const due = question.loss < reach ? question.loss : reach;
  return sumOf(shares) === due && allocated === due && shortfall === question.loss - due;
}

/** Nobody bears more than floor(capRate · capacity). */
export function respectsCaps({ question, shares }: Allocation): boolean {
  return rowsOf(question).every((row, place) => shares[place]! <= capOf(row, question));
}

/** Nobody is paid by a loss, and whoever has nothing to lose, or takes no part, loses nothing. */
export function neverPaysTheLoser({ question, shares }: Allocation): boolean {
  return rowsOf(question).every((row, place) => {
    const share = shares[place]!;
    return share >= 0n && (share === 0n || (takesPart(row, question) && row.capacity > 0n));
  });
}

/**
 * In a queue nobody bears anything before everybody ahead is full. At a level the order is that of the remainders: whoever
 * has the larger one has a unit more than its floor before the other has, ties by id in UTF-8 byte order.
 */
export function respectsOrder(allocation: Allocation): boolean {
  const { question, shares } = allocation;
  const rows = rowsOf(question);
  if (question.method === 'queue') {
    return rows.every((row, at) => {
      return rows.every((other, place) => {
        const isAhead = takesPart(row, question) && stands(row, other) < 0;
        return !isAhead || shares[place] === 0n || shares[at] === capOf(row, question);
      });
    });
  }
  const proofAt = shareProofs(allocation);
  const proofs = rows.map((_, place) => proofAt(place)).filter(({ floor, cap }) => floor !== null && floor !== cap);
  return proofs.every((one) => {
    return proofs.every((other) => one.share > one.floor! || other.share === other.floor! || !isBefore(one, other));
  });
}

/** −1 or 1 as a candidate stands before another in the queue. */
function stands(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  return Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
}

function isBefore(a: ShareProof, b: ShareProof): boolean {
  const order = compare(remainderOf(a), remainderOf(b));
  return order > 0 || (order === 0 && Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)) < 0);
}

/** level · weight − floor, in parts of the level's denominator. */
function remainderOf({ level, weight, floor }: ShareProof): ReturnType<typeof multiply> {
  const [over = 0n, under = 1n] = (level ?? '').split('/').map(BigInt);
  const { coefficient, scale } = multiply(decimal(over), weight!);
  return decimal(BigInt(coefficient) - floor! * under * 10n ** BigInt(scale), scale);
}

/** floor(capRate · capacity) of whoever takes part, else 0. */
function capOf(row: Candidate, question: AllocationQuestion): bigint {
  const { coefficient, scale } = question.capRate;
  return takesPart(row, question) ? (row.capacity * BigInt(coefficient)) / 10n ** BigInt(scale) : 0n;
}

function takesPart(row: Candidate, { method, riskExponent, capacityMin }: AllocationQuestion): boolean {
  if (row.capacity < 1n || row.capacity < capacityMin) return false;
  if (method === 'queue' || method === 'pro-rata') return true;
  return row.base > 0n && (method === 'min-max' || riskExponent === 0 || row.leverage > 0n);
}

export function sumOf(shares: readonly bigint[]): bigint {
  return shares.reduce((sum, share) => sum + share, 0n);
}
