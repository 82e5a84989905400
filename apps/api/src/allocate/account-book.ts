import { ALLOCATION_METHODS } from '@backstop/core/waterfall';
import type { AllocationMethod, Participants } from '@backstop/core/waterfall';
import { baseUnits, capacityUnits, leverageUnits, scoreOf } from './account-amounts.ts';
import { ACCOUNT_FIELDS } from './account-fields.ts';
import type { AccountField, FieldPlaces } from './account-fields.ts';
import type { AllocateTask } from './allocate-arguments.ts';
import { cellReader } from './cell-reader.ts';
import type { CellFault, CellReader } from './cell-reader.ts';
import { needsOf, needText, unmetNeeds } from './field-needs.ts';

/** The accounts of a file, and which other methods could not be asked about them. */
export interface Accounts {
  readonly participants: Participants;
  /** Why a method that was not asked for has no report. */
  readonly untold: ReadonlyMap<AllocationMethod, string>;
  /** Whether one of these reasons is a cell, so that a line is in it. */
  readonly isCellUntold: boolean;
}

/** What is read of a file whose header is known. */
export interface Book {
  /** False where the header lacks what the question needs: rows are then read past. */
  readonly isAsked: boolean;
  readonly add: (record: readonly string[], line: number) => void;
  readonly end: () => Accounts;
}

/** One column of the participants: what it is read by, for which method, and why it is given up. */
interface Column {
  readonly read: (cells: CellReader) => bigint;
  readonly method: AllocationMethod;
  readonly isNeeded: boolean;
  readonly values: bigint[];
  /** Why the header does not have it; null where it has. */
  readonly missing: string | null;
  /** The same, or the first cell that does not hold it. */
  lack: string | null;
}

/** Starts to read a file with this header; what is wrong with it, and with each row, is told to `fault`. */
export function startBook(task: AllocateTask, header: readonly string[], fault: (text: string) => void): Book {
  const { accountsFile: file } = task;
  const places = placesOf(task, header, (text) => fault(`${file}, line 1: ${text}`));
  const lacks = new Map(ALLOCATION_METHODS.map((method) => [method, lackOf(task, method, places)]));
  const lack = lacks.get(task.method) ?? null;
  if (lack !== null) fault(`${file}, line 1: ${task.method} needs ${lack}; --map says which columns have them`);
  const lines = new Map<string, number>();
  const capacities: bigint[] = [];
  const column = (method: AllocationMethod, isNeeded: boolean, read: Column['read']): Column => {
    const isLooked = method !== 'risk-weighted' || task.riskExponent > 0;
    const missing = isLooked ? (lacks.get(method) ?? null) : 'no leverage is looked at';
    return { method, isNeeded, read, values: [], missing, lack: missing };
  };
  const bases = column('min-max', isLevelling(task.method), (cells) => baseUnits(task, cells));
  const scores = column('queue', task.method === 'queue', (cells) => scoreOf(task, cells));
  const isWeighed = task.method === 'risk-weighted' && task.riskExponent > 0;
  const leverages = column('risk-weighted', isWeighed, leverageUnits);
  const add: Book['add'] = (record, line) => {
    const told = (each: CellFault): string => faultText(each, header[places.get(each.field) ?? -1] ?? each.field, line);
    const cells = cellReader(places, record, (each) => fault(`${file}, ${told(each)}`));
    const id = record[places.get('id') ?? -1] ?? '';
    const wrong = wrongId(id, lines.get(id));
    if (wrong !== null) fault(`${file}, ${faultText({ field: 'id', text: id, must: wrong }, 'id', line)}`);
    lines.set(id, line);
    capacities.push(capacityUnits(task, cells));
    for (const each of [bases, scores, leverages]) {
      if (each.lack !== null) continue;
      const lenient = cellReader(places, record, (found) => (each.lack ??= told(found)));
      each.values.push(each.read(each.isNeeded ? cells : lenient));
    }
  };
  const known = ({ lack: given, values }: Column): bigint[] | null => (given === null ? values : null);
  return {
    isAsked: lack === null && places.has('id'),
    add,
    end: () => ({
      participants: {
        ids: [...lines.keys()],
        capacities,
        bases: known(bases),
        scores: known(scores),
        leverages: known(leverages),
      },
      isCellUntold: [bases, scores, leverages].some((each) => each.lack !== each.missing),
      untold: untoldOf(task, [bases, scores, leverages], lacks),
    }),
  };
}

function isLevelling(method: AllocationMethod): boolean {
  return method === 'min-max' || method === 'risk-weighted';
}

/** Why other methods have no report: the header lacks what they need, or a cell does not hold it. */
function untoldOf(
  { method: asked, riskExponent }: AllocateTask,
  columns: readonly Column[],
  lacks: ReadonlyMap<AllocationMethod, string | null>,
): ReadonlyMap<AllocationMethod, string> {
  const untold = new Map<AllocationMethod, string>();
  for (const method of ALLOCATION_METHODS) {
    const own = columns.filter((column) => {
      const isWeight = method === 'risk-weighted' && column.method === 'min-max';
      return isWeight || (column.method === method && (method !== 'risk-weighted' || riskExponent > 0));
    });
    const missing = lacks.get(method) ?? null;
    const lack = missing === null ? own.find((column) => column.lack !== null)?.lack : `it needs ${missing}`;
    if (method !== asked && typeof lack === 'string') untold.set(method, lack);
  }
  return untold;
}

/** What a method lacks in this file, in words; null for nothing. */
function lackOf(task: AllocateTask, method: AllocationMethod, places: FieldPlaces): string | null {
  const unmet = unmetNeeds(needsOf(task, method), places).map(needText);
  return unmet.length === 0 ? null : [...new Set(unmet)].join('; ');
}

function placesOf({ columns }: AllocateTask, header: readonly string[], fault: (text: string) => void): FieldPlaces {
  const places = new Map<AccountField, number>();
  for (const field of ACCOUNT_FIELDS) {
    const name = columns.get(field) ?? field;
    const found = header.flatMap((title, at) => (title.trim() === name ? [at] : []));
    const [place] = found;
    if (found.length > 1) fault(`the header has the column ${name} ${String(found.length)} times`);
    if (place !== undefined) places.set(field, place);
    else if (columns.has(field)) fault(`the header has no column ${name}, which ${field} is mapped to`);
  }
  return places;
}

/** Characters that would end a line of the digest, or that no id is written with. */
const CONTROL = /[\p{Cc}\ufffd]/u;

function wrongId(id: string, earlier: number | undefined): string | null {
  if (id === '') return 'not be empty';
  if (CONTROL.test(id)) return 'have no control characters and be written in UTF-8';
  return earlier === undefined ? null : `be of one account, but stands on line ${String(earlier)} already`;
}

function faultText({ text, must }: CellFault, column: string, line: number): string {
  return `line ${String(line)}, column ${column}: ${JSON.stringify(text)} must ${must}`;
}
