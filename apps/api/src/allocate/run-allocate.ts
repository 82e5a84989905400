import type { AllocateTask } from './allocate-arguments.ts';
import { runAllocation } from './allocation-run.ts';
import { diskFault } from './disk-fault.ts';
import { readAccounts } from './read-accounts.ts';
import { reportJson, reportLines } from './report-lines.ts';
import { writeAllocation } from './write-allocation.ts';

/** What the command says, and whether the loss was shared out. */
export interface AllocateReport {
  readonly isDone: boolean;
  readonly lines: readonly string[];
}

/** Reads the accounts, shares the loss out, and writes the allocation where that was asked for. */
export async function runAllocate(task: AllocateTask): Promise<AllocateReport> {
  const read = await readAccounts(task);
  if (!read.ok) return { isDone: false, lines: read.faults };
  const run = runAllocation(task, read.accounts);
  if (task.outFile !== null) {
    const fault = await diskFault(writeAllocation(run, task.outFile));
    if (fault !== null) return { isDone: false, lines: [`${task.outFile} cannot be written: ${fault}`] };
  }
  return { isDone: true, lines: task.asJson ? [JSON.stringify(reportJson(run), null, 2)] : reportLines(run) };
}
