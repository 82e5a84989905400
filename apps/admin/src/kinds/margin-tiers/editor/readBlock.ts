import { cellNumber, shifted, type CellNumber, type CellRefusal, type Mark } from '../../sheet/cellNumber.ts';
import type { SheetColumn } from './sheetColumns.ts';

/** A cell as it comes: a text as a spreadsheet shows it, or a number out of a file, which has no marks to be read. */
export type BlockCell = string | number;

/** How a number without a percent sign is meant where a rate is expected. */
export type BareRate = 'fraction' | 'percent';

/** What the block itself does not say. */
export interface BlockAnswers {
  readonly mark?: Mark;
  /** By the field of the column: what stands in one column says nothing of another. */
  readonly bareRates?: Readonly<Record<string, BareRate>>;
}

export interface BlockQuestion {
  readonly about: 'mark' | 'bare_rate';
  /** The column that is asked about; null for the whole block. */
  readonly field: string | null;
  /** A cell that can be read in two ways, and both readings, as the sheet would show them. */
  readonly sample: string;
  readonly readings: readonly [string, string];
}

export type BlockRefusalCode =
  | CellRefusal
  | 'not_a_rate'
  | 'percent_of_amount'
  | 'other_currency'
  | 'number_required'
  | 'too_many_columns'
  | 'marks_disagree';

/** A cell that cannot be taken over; row and column from 0 within the block. */
export interface BlockRefusal {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly code: BlockRefusalCode;
}

export type ReadBlock =
  | { readonly outcome: 'refused'; readonly refusals: readonly BlockRefusal[] }
  | { readonly outcome: 'asked'; readonly questions: readonly BlockQuestion[] }
  /** Plain decimals by row and column; null = nothing stated. `rounded` = cells that may have been shown rounded. */
  | { readonly outcome: 'read'; readonly values: readonly (readonly (string | null)[])[]; readonly rounded: number };

interface Options {
  /** The columns that the block falls on, from its first one. */
  readonly columns: readonly SheetColumn[];
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
  readonly answers?: BlockAnswers;
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly sheetColumn: SheetColumn;
  readonly number: CellNumber;
}

const NOTHING = /^(?:|-|–|—|∞|null|none|n\/a|inf|infinity|unlimited|unbounded|no (?:cap|end|limit))$/i;

/**
 * Reads a block of cells, or says which cells cannot be read, or what has to be said first. A figure is never guessed:
 * where the block leaves open whether `1.000` is a thousand or one, or whether `0.5` is a half or half a percent, it asks.
 */
export function readBlock(cells: readonly (readonly BlockCell[])[], options: Options): ReadBlock {
  const { columns, answers = {} } = options;
  const refusals: BlockRefusal[] = [];
  const places: Place[] = [];
  for (const [row, line] of cells.entries()) {
    for (const [column, cell] of line.entries()) {
      const read = placeOf({ row, column, cell }, columns[column], options.asset);
      if (read === null) continue;
      if ('code' in read) refusals.push(read);
      else places.push(read);
    }
  }
  if (refusals.length > 0) return { outcome: 'refused', refusals };
  const mark = markOf(places, answers.mark);
  if (typeof mark === 'object' && 'code' in mark) return { outcome: 'refused', refusals: [mark] };
  const { bareRates = {} } = answers;
  const bare = columns.flatMap(({ field }) => {
    if (bareRates[field] !== undefined) return [];
    const first = places.find((place) => place.sheetColumn.field === field && isBareRate(place));
    return first === undefined ? [] : [first];
  });
  const questions = [...(typeof mark === 'object' ? [mark] : []), ...bare.map((place) => rateQuestion(place, mark))];
  if (questions.length > 0 || typeof mark === 'object') return { outcome: 'asked', questions };
  const byPlace = new Map(places.map((place) => [`${String(place.row)}:${String(place.column)}`, place]));
  const values = cells.map((line, row) =>
    line.slice(0, columns.length).map((_, column) => {
      const place = byPlace.get(`${String(row)}:${String(column)}`);
      return place === undefined ? null : valueOf(place, mark, bareRates[place.sheetColumn.field]);
    }),
  );
  return { outcome: 'read', values, rounded: places.filter(({ number }) => number.isScientific).length };
}

/** The cell with its number; null where it says nothing. */
function placeOf(
  { row, column, cell }: { row: number; column: number; cell: BlockCell },
  sheetColumn: SheetColumn | undefined,
  asset: string | null,
): Place | BlockRefusal | null {
  const text = typeof cell === 'number' ? String(cell) : cell.trim();
  const refused = (code: BlockRefusalCode): BlockRefusal => ({ row, column, text, code });
  if (sheetColumn === undefined) return text === '' ? null : refused('too_many_columns');
  if (NOTHING.test(text)) return sheetColumn.isOptional ? null : refused('number_required');
  const number = cellNumber(sheetColumn.unit === 'times' ? text.replace(/\s*[x×]$/i, '') : text);
  if (typeof number === 'string') return refused(number);
  if (sheetColumn.unit !== 'rate' && number.isPercent) return refused('percent_of_amount');
  if (number.currency !== '' && (sheetColumn.unit !== 'amount' || !isCurrency(number.currency, asset))) {
    return refused(sheetColumn.unit === 'rate' ? 'not_a_rate' : 'other_currency');
  }
  // A number out of a file is a binary float: its shortest text is what was typed, and its mark is the point.
  const only = typeof cell === 'number' ? { ...number, comma: number.point, isScientific: false } : number;
  return { row, column, text, sheetColumn, number: only };
}

/** Whether what stands beside an amount is what amounts are counted in. */
function isCurrency(written: string, asset: string | null): boolean {
  if (asset === null) return written.length === 1;
  return written === asset.toUpperCase() || (written === '$' && /^(?:F?D?USD|USD.)/.test(asset.toUpperCase()));
}

/** The one mark that every cell can be read with; a question where both can and would differ; a refusal where none can. */
function markOf(places: readonly Place[], answered: Mark | undefined): Mark | BlockQuestion | BlockRefusal {
  const onlyPoint = places.find(({ number }) => number.comma === null);
  const onlyComma = places.find(({ number }) => number.point === null);
  const contrary = answered === undefined ? onlyComma : answered === 'point' ? onlyComma : onlyPoint;
  if (contrary !== undefined && (answered !== undefined || onlyPoint !== undefined)) {
    return { row: contrary.row, column: contrary.column, text: contrary.text, code: 'marks_disagree' };
  }
  if (answered !== undefined) return answered;
  if (onlyComma !== undefined) return 'comma';
  if (onlyPoint !== undefined) return 'point';
  const open = places.find(({ number }) => number.point !== number.comma);
  if (open === undefined) return 'point';
  return {
    about: 'mark',
    field: null,
    sample: open.text,
    readings: [open.number.point ?? '', open.number.comma ?? ''],
  };
}

/** 0 is 0 either way. */
function isBareRate({ sheetColumn, number }: Place): boolean {
  return sheetColumn.unit === 'rate' && !number.isPercent && number.point !== '0';
}

/** Both readings in percent. */
function rateQuestion({ text, number, sheetColumn: { field } }: Place, mark: Mark | BlockQuestion): BlockQuestion {
  const plain = (mark === 'comma' ? number.comma : number.point) ?? '';
  return { about: 'bare_rate', field, sample: text, readings: [shifted(plain, 2), plain] };
}

function valueOf(place: Place, mark: Mark, bareRate: BareRate | undefined): string {
  const plain = (mark === 'comma' ? place.number.comma : place.number.point) ?? '';
  const isPercent = place.number.isPercent || (isBareRate(place) && bareRate === 'percent');
  return shifted(plain, isPercent ? -2 : 0);
}
