import { allocate } from './allocate.ts';
import type { AllocationMethod, AllocationQuestion } from './allocation.ts';
import { fairnessOf } from './fairness.ts';
import type { FairnessReport } from './fairness.ts';

/** What becomes of a loss under some method. */
export interface MethodReport {
  readonly method: AllocationMethod;
  readonly report: FairnessReport;
}

/**
 * The reports of the same question under each of some methods, in their order; whoever asks leaves out those whose columns
 * he does not know. Throws as `allocate` does.
 */
export function sideBySide(question: AllocationQuestion, methods: readonly AllocationMethod[]): MethodReport[] {
  const { participants, loss } = question;
  return methods.map((method) => {
    const { shares } = allocate({ ...question, method });
    return { method, report: fairnessOf({ loss, capacities: participants.capacities, shares }) };
  });
}
