import Papa from 'papaparse';
import type { BlockCell } from './readBlock.ts';
import { withoutEmptyEdge } from '../../sheet/clipboardCells.ts';
import { statedText, type Sheet } from './sheetColumns.ts';

/** Digits that a number of a workbook keeps; a decimal with more is written as text. */
const WORKBOOK_DIGITS = 15;

/** A file that was read: its cells, and whether they are decimals with points for certain. */
export interface FileCells {
  readonly cells: readonly (readonly BlockCell[])[];
  readonly isPlain: boolean;
}

/**
 * The tiers as comma separated values under the names of their fields, each figure as its document states it. What was typed
 * and would be a formula in a spreadsheet stays a text there.
 */
export function csvOf(sheet: Sheet): string {
  return Papa.unparse(exactCells(sheet), { newline: '\r\n', escapeFormulae: true });
}

/** The cells of comma, semicolon or tab separated values. Only commas between plain decimals leave nothing open. */
export function cellsOfCsv(text: string): FileCells {
  // Counting would take decimal commas for delimiters; the first line has headings, or at least the delimiter.
  const bare = text.replace(/^\ufeff/, '');
  const first = bare.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = ['\t', ';'].find((one) => first.includes(one)) ?? ',';
  const { data } = Papa.parse<string[]>(bare, { delimiter, header: false });
  const cells = withoutEmptyEdge(data);
  const isPlain =
    delimiter === ',' &&
    cells.every((line, at) =>
      line.every((cell) => /^(?:\d+(?:\.\d+)?)?$/.test(cell) || (at === 0 && !/\d/.test(cell))),
    );
  return { cells, isPlain };
}

/** The tiers as a workbook: numbers where a workbook keeps them exactly, texts where it would not. */
export async function workbookOf(sheet: Sheet): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const [head = [], ...lines] = exactCells(sheet);
  const data = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map((text) => (text === '' ? null : { value: numberOrText(text) }))),
  ];
  return write(data, { columns: head.map(() => ({ width: 22 })) }).toBlob();
}

/** The cells of the first sheet of a workbook. */
export async function cellsOfWorkbook(file: Blob | ArrayBuffer): Promise<FileCells> {
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(file);
  const cells = rows.map((line) =>
    line.map((cell) => (typeof cell === 'number' ? settled(cell) : cell === null ? '' : String(cell))),
  );
  return { cells: withoutEmptyEdge(cells), isPlain: false };
}

function exactCells({ columns, rows }: Sheet): string[][] {
  return [columns.map(({ field }) => field), ...rows.map((row) => columns.map(({ field }) => statedText(row, field)))];
}

function numberOrText(text: string): number | string {
  const digits = text.replace('.', '').replace(/^0+/, '');
  const value = Number(text);
  return digits.length <= WORKBOOK_DIGITS && Number.isFinite(value) ? value : text;
}

/** A calculated number carries noise of its binary float behind the digits that a workbook shows. */
function settled(value: number): number {
  return Number(value.toPrecision(WORKBOOK_DIGITS));
}
