import { decimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { CsvFault, readCsvLines } from '../allocate/read-csv.ts';

/** A line of a written allocation; null where a cell is empty. */
export interface WrittenLine {
  readonly line: number;
  readonly id: string;
  readonly units: bigint;
  readonly amount: Decimal;
  readonly capacity: bigint;
  readonly cap: bigint | null;
  readonly score: Decimal | null;
  readonly weight: Decimal | null;
  readonly level: string | null;
  readonly floor: bigint | null;
  readonly remainderRank: bigint | null;
  readonly queuePlace: bigint | null;
  readonly queueBefore: bigint | null;
}

const HEADER = 'id,units,amount,capacity,cap,score,weight,level,floor,remainder_rank,queue_place,queue_before';

/** The lines of a written allocation, in the order of the file. Throws `CsvFault` where it is none. */
export async function readWritten(file: string): Promise<readonly WrittenLine[]> {
  const lines: WrittenLine[] = [];
  const headers: string[] = [];
  await readCsvLines(file, (record, line) => {
    if (headers.length > 0) lines.push(lineOf(file, record, line));
    else if (record.join(',') !== HEADER) throw new CsvFault(`${file} is no allocation: its header is not ${HEADER}`);
    else headers.push(HEADER);
  });
  if (headers.length === 0) throw new CsvFault(`${file} is empty`);
  return lines;
}

function lineOf(file: string, record: readonly string[], line: number): WrittenLine {
  const cell = (at: number): string => record[at] ?? '';
  const wrong = (at: number): CsvFault => {
    return new CsvFault(
      `${file}, line ${String(line)}, column ${HEADER.split(',')[at] ?? ''}: ${cell(at)} is no number`,
    );
  };
  const units = (at: number): bigint => {
    if (!/^-?\d{1,400}$/.test(cell(at))) throw wrong(at);
    return BigInt(cell(at));
  };
  const exact = (at: number): Decimal => {
    // Of any length: a weight is a product of five numbers.
    const [, minus, whole = '', decimals = ''] = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?$/.exec(cell(at)) ?? [];
    if (minus === undefined) throw wrong(at);
    return decimal(BigInt(`${minus}${whole}${decimals}`), decimals.length);
  };
  const unitsOrNone = (at: number): bigint | null => (cell(at) === '' ? null : units(at));
  const exactOrNone = (at: number): Decimal | null => (cell(at) === '' ? null : exact(at));
  return {
    line,
    id: cell(0),
    units: units(1),
    amount: exact(2),
    capacity: units(3),
    cap: unitsOrNone(4),
    score: exactOrNone(5),
    weight: exactOrNone(6),
    level: cell(7) === '' ? null : cell(7),
    floor: unitsOrNone(8),
    remainderRank: unitsOrNone(9),
    queuePlace: unitsOrNone(10),
    queueBefore: unitsOrNone(11),
  };
}
