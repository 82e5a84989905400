import { isPositive, negate, ONE, ZERO } from '@backstop/core/num';
import type { Candidate } from '@backstop/core/waterfall';
import { ACCOUNT_FIELDS, type AccountField } from './account-fields.ts';
import { cellReader, type CellFault } from './cell-reader.ts';
import { CsvFault, readCsvLines } from './read-csv.ts';
import type { WaterfallTask } from './waterfall-arguments.ts';

/** The accounts of a file as candidates, or what is wrong: file, line, column, what and why. */
export type ReadCandidates =
  { readonly ok: true; readonly candidates: readonly Candidate[] } | { readonly ok: false; readonly faults: string[] };

const FAULTS_MAX = 20;
const ALWAYS: readonly AccountField[] = ['id', 'pnl', 'equity'];
const WITH_POSITIONS: readonly AccountField[] = ['notional', 'side', 'size', 'entry_price'];

/** Reads the candidates of a task; every row is looked at, so that its faults are told together. */
export async function readCandidates({ accountsFile: file, position }: WaterfallTask): Promise<ReadCandidates> {
  const faults: string[] = [];
  const candidates: Candidate[] = [];
  const ids = new Set<string>();
  const headers: ReadonlyMap<AccountField, number>[] = [];
  try {
    await readCsvLines(file, (record, line) => {
      const [places = placesOf(record)] = headers;
      if (headers.length === 0) {
        headers.push(places);
        const needed = [...ALWAYS, ...(position === null ? [] : WITH_POSITIONS)];
        const missing = needed.filter((field) => !places.has(field));
        if (missing.length > 0) faults.push(`${file}, line 1: the header has no column ${missing.join(', ')}`);
        return;
      }
      if (faults.length >= FAULTS_MAX || !places.has('id')) return;
      const tell = ({ field, text, must }: CellFault): void => {
        faults.push(`${file}, line ${String(line)}, column ${field}: ${JSON.stringify(text)} must ${must}`);
      };
      const candidate = candidateOf(places, record, { hasPosition: position !== null, tell });
      if (candidate.id === '') tell({ field: 'id', text: '', must: 'not be empty' });
      if (ids.has(candidate.id)) tell({ field: 'id', text: candidate.id, must: 'be of one account' });
      ids.add(candidate.id);
      candidates.push(candidate);
    });
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    faults.push(error.message);
  }
  if (headers.length === 0 && faults.length === 0) faults.push(`${file} is empty: it has no header`);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, candidates };
}

function placesOf(header: readonly string[]): ReadonlyMap<AccountField, number> {
  return new Map(
    ACCOUNT_FIELDS.flatMap((field) => {
      const place = header.findIndex((title) => title.trim() === field);
      return place < 0 ? [] : [[field, place] as const];
    }),
  );
}

function candidateOf(
  places: ReadonlyMap<AccountField, number>,
  record: readonly string[],
  { hasPosition, tell }: { readonly hasPosition: boolean; readonly tell: (fault: CellFault) => void },
): Candidate {
  const cells = cellReader(places, record, tell);
  const id = record[places.get('id') ?? -1] ?? '';
  const pnl = cells.has('pnl') ? cells.amount('pnl') : ZERO;
  const accountValue = cells.has('equity') ? cells.amount('equity') : ZERO;
  const notional = cells.has('notional') ? cells.amount('notional') : ZERO;
  const candidate = { id, ownerId: null, tags: [], accountValue, notional, facts: {} };
  const positivePnl = isPositive(pnl) ? pnl : ZERO;
  if (!hasPosition || !cells.has('size')) return { ...candidate, positivePnl, positions: [] };
  const size = cells.price('size');
  const entryPrice = cells.price('entry_price');
  const position = {
    scope: 'cross',
    // What is no size has been told, and the row with it.
    size: isPositive(size) ? (cells.isShort() ? negate(size) : size) : ONE,
    ...{ entryPrice: isPositive(entryPrice) ? entryPrice : ONE, accountValue, notional },
  };
  return { ...candidate, positivePnl, positions: [position] };
}
