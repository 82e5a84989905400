import { coefficientOf, InvariantError, isNegative } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { AllocationQuestion } from './allocation.ts';
import type { Participants } from './participants.ts';

/** Those of the candidates who take part, in their order, with what the method looks at: columns by slot. */
export interface Parts {
  /** Place among the participants, by slot. */
  readonly places: Int32Array;
  /** floor(capRate · capacity), by slot. */
  readonly caps: readonly bigint[];
  /** What is levelled, by slot, each above 0; null for `queue`. */
  readonly weights: readonly bigint[] | null;
  /** What one whole unit of weight is in these whole numbers: a power of ten where leverages are fractions. */
  readonly weightUnit: bigint;
}

/**
 * The candidates who take part: at least one unit of capacity and, where the method levels a base, a weight above 0.
 *
 * Throws `InvariantError` where the question is none: a cap rate outside 0 … 1, an exponent other than 0 … 4, a negative
 * loss, columns of unequal length, or weights by leverages that are not known.
 */
export function partsOf(question: AllocationQuestion): Parts {
  checkQuestion(question);
  const { participants, capRate, capacityMin } = question;
  const weights = weightsOf(question);
  const places = new Int32Array(participants.ids.length);
  const caps: bigint[] = [];
  const taken: bigint[] = [];
  participants.capacities.forEach((capacity, place) => {
    const weight = weights === null ? 1n : (weights[place] ?? 0n);
    if (capacity < capacityMin || weight <= 0n) return;
    places[caps.length] = place;
    caps.push(capacity);
    if (weights !== null) taken.push(weight);
  });
  return {
    places: places.slice(0, caps.length),
    caps: capped(caps, capRate),
    weights: weights === null ? null : taken,
    weightUnit: question.method === 'risk-weighted' ? LEVERAGE_UNIT ** BigInt(question.riskExponent) : 1n,
  };
}

const LEVERAGE_UNIT = 10n ** 8n;
const RISK_EXPONENT_MAX = 4;

/** What the method levels, by place; null for `queue`. */
function weightsOf({ method, participants, riskExponent }: AllocationQuestion): readonly bigint[] | null {
  const bases = participants.bases ?? participants.capacities;
  if (method === 'queue') return null;
  if (method === 'pro-rata') return participants.capacities;
  if (method === 'min-max' || riskExponent === 0) return bases;
  const { leverages } = participants;
  if (leverages === null) throw new InvariantError('risk-weighted shares need the leverages');
  const exponent = BigInt(riskExponent);
  return bases.map((base, place) => {
    const leverage = leverages[place] ?? 0n;
    return base > 0n && leverage > 0n ? base * leverage ** exponent : 0n;
  });
}

function capped(capacities: bigint[], capRate: Decimal): bigint[] {
  const over = coefficientOf(capRate);
  const under = 10n ** BigInt(capRate.scale);
  return over === under ? capacities : capacities.map((capacity) => (capacity * over) / under);
}

function checkQuestion({ loss, participants, capRate, riskExponent, capacityMin }: AllocationQuestion): void {
  if (loss < 0n) throw new InvariantError('a loss is never below zero');
  if (capacityMin < 1n) throw new InvariantError('under one unit of capacity nobody takes part');
  if (isNegative(capRate) || coefficientOf(capRate) > 10n ** BigInt(capRate.scale)) {
    throw new InvariantError('a cap rate is from 0 to 1');
  }
  if (!Number.isInteger(riskExponent) || riskExponent < 0 || riskExponent > RISK_EXPONENT_MAX) {
    throw new InvariantError('a risk exponent is a whole number from 0 to 4');
  }
  checkColumns(participants);
}

function checkColumns({ ids, capacities, bases, scores, leverages }: Participants): void {
  const others = [capacities, bases, scores, leverages];
  if (others.some((column) => column !== null && column.length !== ids.length)) {
    throw new InvariantError('the columns of the participants differ in length');
  }
}
