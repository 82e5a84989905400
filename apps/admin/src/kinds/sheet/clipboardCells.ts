import Papa from 'papaparse';

/** Cells of a text as spreadsheets put it into the clipboard: tabs, a line a row, quotes around cells with breaks. */
export function clipboardCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: '\t', header: false });
  return withoutEmptyEdge(data);
}

/** The text of a block for the clipboard. */
export function clipboardText(cells: readonly (readonly string[])[]): string {
  return cells.map((line) => line.join('\t')).join('\r\n');
}

/** Without the lines that say nothing at the end: each spreadsheet ends its text in its own way. */
export function withoutEmptyEdge<Cell extends string | number>(cells: readonly (readonly Cell[])[]): Cell[][] {
  const last = cells.findLastIndex((line) => line.some((cell) => String(cell).trim() !== ''));
  return cells.slice(0, last + 1).map((line) => [...line]);
}
