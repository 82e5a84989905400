import { open, rename, rm } from 'node:fs/promises';
import { decimal, formatDecimal } from '@backstop/core/num';
import { placesById, SCORE_DECIMALS, shareProofs } from '@backstop/core/waterfall';
import { csvCell } from '../http/csv-cell.ts';
import type { AllocationRun } from './allocation-run.ts';
import { amountText } from './report-lines.ts';

/** Columns of a written allocation; what a method does not have stays empty. */
const ALLOCATION_COLUMNS = [
  ...(['id', 'units', 'amount', 'capacity', 'cap', 'score', 'weight', 'level', 'floor'] as const),
  ...(['remainder_rank', 'queue_place', 'queue_before'] as const),
] as const;

const LINES_AT_ONCE = 8192;

/**
 * Writes a line for each account with its proof, sorted by id in UTF-8 byte order, so that the first two columns are what the
 * digest is of. The file is there whole or not at all: it is written beside its place, flushed, and then renamed.
 */
export async function writeAllocation(run: AllocationRun, file: string): Promise<void> {
  const beside = `${file}.${String(process.pid)}.part`;
  try {
    const handle = await open(beside, 'wx');
    try {
      for (const piece of pieces(run)) await handle.write(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function* pieces(run: AllocationRun): Generator<string> {
  const { ids } = run.allocation.question.participants;
  const places = Array.from(placesById(ids));
  const lineAt = lines(run);
  yield `${ALLOCATION_COLUMNS.join(',')}\n`;
  for (let from = 0; from < places.length; from += LINES_AT_ONCE) {
    yield places
      .slice(from, from + LINES_AT_ONCE)
      .map(lineAt)
      .join('');
  }
}

function lines({ task, allocation }: AllocationRun): (place: number) => string {
  const proofAt = shareProofs(allocation);
  const { scores } = allocation.question.participants;
  return (place) => {
    const proof = proofAt(place);
    const score = proof.queuePlace === null ? null : decimal(scores?.[place] ?? 0n, SCORE_DECIMALS);
    const cells = [
      ...[csvCell(proof.id), proof.share, amountText(proof.share, task.unit), proof.capacity, proof.cap],
      ...[score === null ? null : formatDecimal(score), proof.weight === null ? null : formatDecimal(proof.weight)],
      ...[proof.level, proof.floor, proof.remainderRank, proof.queuePlace, proof.queueBefore],
    ];
    return `${cells.map((cell) => (cell === null ? '' : String(cell))).join(',')}\n`;
  };
}
