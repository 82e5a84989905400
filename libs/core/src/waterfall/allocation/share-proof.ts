import { decimal } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Allocation } from './allocation.ts';
import { formatFraction, fraction } from './fraction.ts';
import { SCORE_DECIMALS } from './participants.ts';
import { partsOf } from './parts.ts';
import type { Parts } from './parts.ts';
import { queueOrder } from './queue.ts';
import { remainderOrder, targetsAt } from './remainders.ts';

/** Why a candidate bears what it bears: with all lines together, all that is needed to reckon its share again. */
export interface ShareProof {
  readonly id: string;
  readonly share: bigint;
  readonly capacity: bigint;
  /** floor(capRate · capacity); null without a part, as is all that follows. */
  readonly cap: bigint | null;
  /** What is levelled: capacity, base, or base · leverage^k; null in a queue. */
  readonly weight: Decimal | null;
  /** The level of all as an exact fraction `n/d`; null in a queue. */
  readonly level: string | null;
  /** min(floor(level · weight), cap); null in a queue. */
  readonly floor: bigint | null;
  /** Place by remainder, from 1, among those whose target has one; the first places have one unit more than their floor. */
  readonly remainderRank: number | null;
  /** Place in the queue, from 1; null under the other methods. */
  readonly queuePlace: number | null;
  /** Σ cap of all places before: share = min(cap, max(0, loss − queueBefore)). */
  readonly queueBefore: bigint | null;
}

/** Reckons the proofs of an allocation, and answers that of the candidate at a place. */
export function shareProofs(allocation: Allocation): (place: number) => ShareProof {
  const parts = partsOf(allocation.question);
  const slots = new Int32Array(allocation.shares.length).fill(-1);
  parts.places.forEach((place, slot) => (slots[place] = slot));
  const proof = parts.weights === null ? queueProof(allocation, parts) : levelProof(allocation, parts, parts.weights);
  const { ids, capacities } = allocation.question.participants;
  return (place) => {
    const slot = slots[place] ?? -1;
    const own = { id: ids[place] ?? '', share: allocation.shares[place] ?? 0n, capacity: capacities[place] ?? 0n };
    return slot < 0 ? { ...own, ...NO_PART } : { ...own, ...proof(slot), cap: parts.caps[slot] ?? 0n };
  };
}

type Reckoned = Omit<ShareProof, 'id' | 'share' | 'capacity' | 'cap'>;

const NOTHING: Reckoned = {
  weight: null,
  level: null,
  floor: null,
  remainderRank: null,
  queuePlace: null,
  queueBefore: null,
};
const NO_PART = { ...NOTHING, cap: null };

function queueProof({ question }: Allocation, parts: Parts): (slot: number) => Reckoned {
  const places = new Int32Array(parts.caps.length);
  const before: bigint[] = [];
  let reach = 0n;
  queueOrder(question.participants, parts).forEach((slot, place) => {
    places[slot] = place + 1;
    before[slot] = reach;
    reach += parts.caps[slot] ?? 0n;
  });
  return (slot) => ({ ...NOTHING, queuePlace: places[slot] ?? 0, queueBefore: before[slot] ?? 0n });
}

function levelProof(
  { question, level }: Allocation,
  parts: Parts,
  weights: readonly bigint[],
): (slot: number) => Reckoned {
  const known = level ?? fraction(0n, 1n);
  const targets = targetsAt(parts.caps, weights, fraction(known.numerator, known.denominator * parts.weightUnit));
  const ranks = new Int32Array(weights.length);
  remainderOrder(question.participants, parts, targets).forEach((slot, at) => (ranks[slot] = at + 1));
  const scale = question.method === 'risk-weighted' ? SCORE_DECIMALS * question.riskExponent : 0;
  const text = formatFraction(known);
  return (slot) => ({
    ...NOTHING,
    weight: decimal(weights[slot] ?? 0n, scale),
    level: text,
    floor: targets.floors[slot] ?? 0n,
    remainderRank: (ranks[slot] ?? 0) > 0 ? (ranks[slot] ?? 0) : null,
  });
}
