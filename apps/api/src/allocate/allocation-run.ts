import { coefficientOf, divide } from '@backstop/core/num';
import {
  allocate,
  allocationDigest,
  ALLOCATION_METHODS,
  fairnessOf,
  sideBySide,
  type Allocation,
  type MethodReport,
} from '@backstop/core/waterfall';
import { sha256 } from '../persistence/sha256.ts';
import type { AllocateTask } from './allocate-arguments.ts';
import type { Accounts } from './account-book.ts';

/** A loss shared out over the accounts of a file. */
export interface AllocationRun {
  readonly task: AllocateTask;
  readonly allocation: Allocation;
  readonly digest: string;
  /** The method that was asked for, then the others that could be asked. */
  readonly reports: readonly MethodReport[];
  /** The others, with the reason why not. */
  readonly untold: Accounts['untold'];
}

/** Shares the loss of a task out over these accounts. */
export function runAllocation(task: AllocateTask, { participants, untold }: Accounts): AllocationRun {
  const { method, capRate, riskExponent } = task;
  const loss = coefficientOf(divide(task.loss, task.unit, 0, 'ceil'));
  const question = { method, loss, participants, capRate, riskExponent, capacityMin: 1n };
  const allocation = allocate(question);
  const { shares } = allocation;
  const others = ALLOCATION_METHODS.filter((other) => other !== method && !untold.has(other));
  return {
    task,
    allocation,
    digest: allocationDigest(participants.ids, shares, sha256),
    reports: [
      { method, report: fairnessOf({ loss, capacities: participants.capacities, shares }) },
      ...sideBySide(question, others),
    ],
    untold,
  };
}
