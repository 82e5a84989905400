import { createHash } from 'node:crypto';
import { coefficientOf, divide } from '@backstop/core/num';
import { CsvFault } from '../allocate/read-csv.ts';
import { checkLevel } from './check-level.ts';
import { checkLines, type Tell } from './check-lines.ts';
import { checkQueue } from './check-queue.ts';
import { readWritten, type WrittenLine } from './read-written.ts';
import type { VerifyTask } from './verify-arguments.ts';

/** What the command says, and whether nothing is wrong. */
export interface VerifyReport {
  readonly isRight: boolean;
  readonly lines: readonly string[];
}

const FAULTS_TOLD = 20;

/** Verifies a written allocation from what stands in it, by sums and sorts of its own. */
export async function verifyFile(task: VerifyTask): Promise<VerifyReport> {
  try {
    return verdictOn(await readWritten(task.file), task);
  } catch (error) {
    if (error instanceof CsvFault) return { isRight: false, lines: [`Not verified: ${error.message}.`] };
    throw error;
  }
}

function verdictOn(lines: readonly WrittenLine[], task: VerifyTask): VerifyReport {
  const faults: string[] = [];
  const tell: Tell = (line, what) => {
    faults.push(line === null ? `${what}.` : `line ${String(line.line)}, ${line.id}: ${what}.`);
  };
  const digest = digestOf(lines);
  const taking = lines.filter(({ cap }) => cap !== null);
  checkLines(lines, task.capRate, task.unit, tell);
  if (taking.some(({ queuePlace }) => queuePlace !== null)) checkQueue(taking, tell);
  else if (taking.length > 0) checkLevel(taking, tell);
  checkLoss(taking, task, tell);
  if (task.digest !== null && task.digest !== digest) tell(null, `the digest is ${digest}, not ${task.digest}`);
  if (faults.length > 0) return { isRight: false, lines: [...told(faults), `The digest of the file is ${digest}.`] };
  const total = lines.reduce((sum, { units }) => sum + units, 0n);
  return {
    isRight: true,
    lines: [
      `The allocation holds: ${String(lines.length)} accounts, ${String(taking.length)} take part, ${String(total)} units.`,
      `Its digest is ${digest}${task.digest === null ? '; --digest holds it against one you kept' : ', as published'}.`,
    ],
  };
}

/** SHA-256 over `id,units` and a line feed for each account, by the bytes of the ids. */
function digestOf(lines: readonly WrittenLine[]): string {
  const hash = createHash('sha256');
  const keyed = lines.map(({ id, units }) => ({ key: Buffer.from(id), units }));
  for (const { key, units } of keyed.sort((a, b) => Buffer.compare(a.key, b.key))) {
    hash.update(key).update(`,${String(units)}\n`);
  }
  return hash.digest('hex');
}

/** The sum is the loss, or what the caps reach to where that is less. */
function checkLoss(taking: readonly WrittenLine[], { loss, unit }: VerifyTask, tell: Tell): void {
  if (loss === null || unit === null) return;
  const units = coefficientOf(divide(loss, unit, 0, 'ceil'));
  const reach = taking.reduce((sum, { cap }) => sum + (cap ?? 0n), 0n);
  const total = taking.reduce((sum, line) => sum + line.units, 0n);
  const due = units < reach ? units : reach;
  if (total !== due) tell(null, `the shares sum to ${String(total)} units, not to ${String(due)}`);
}

function told(faults: readonly string[]): string[] {
  const more = faults.length - FAULTS_TOLD;
  const first = faults.slice(0, FAULTS_TOLD);
  return more > 0 ? [...first, `and ${String(more)} more.`] : first;
}
