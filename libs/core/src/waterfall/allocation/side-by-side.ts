import { allocate } from './allocate.ts';
import { ALLOCATION_METHODS } from './allocation.ts';
import type { AllocationMethod, AllocationQuestion } from './allocation.ts';
import { fairnessOf } from './fairness.ts';
import type { FairnessReport } from './fairness.ts';

/** The same loss under another method. */
export interface OtherMethod {
  readonly method: AllocationMethod;
  /** Null where it cannot be told: `risk-weighted` without known leverages. */
  readonly report: FairnessReport | null;
}

/** The reports of the same question under each of the other methods, in the order of `ALLOCATION_METHODS`. */
export function sideBySide(question: AllocationQuestion): readonly OtherMethod[] {
  const { participants, loss, riskExponent } = question;
  return ALLOCATION_METHODS.filter((method) => method !== question.method).map((method) => {
    const isKnown = method !== 'risk-weighted' || participants.leverages !== null || riskExponent === 0;
    if (!isKnown) return { method, report: null };
    const { shares } = allocate({ ...question, method });
    return { method, report: fairnessOf({ loss, capacities: participants.capacities, shares }) };
  });
}
