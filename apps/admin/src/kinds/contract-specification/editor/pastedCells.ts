import { cellNumber, type CellNumber, type Mark } from '../../sheet/cellNumber.ts';
import { typedIn, type TableColumn } from './tableColumns.ts';

/** A block that was read, or the figure in it that can be read in two ways, with both readings. */
export type PastedCells =
  | { readonly outcome: 'read'; readonly values: readonly (readonly unknown[])[] }
  | { readonly outcome: 'asked'; readonly sample: string; readonly readings: readonly [string, string] };

/**
 * What the cells of a spreadsheet state under columns. Whether a comma or a point stands before decimals follows from the
 * block, or is asked: `1.000` is never guessed at. What is no figure is stated as it is, for the core to refuse at its cell.
 */
export function pastedCells(
  cells: readonly (readonly string[])[],
  columns: readonly TableColumn[],
  answered: Mark | null,
): PastedCells {
  const read = cells.map((line) =>
    line.slice(0, columns.length).map((text, at) => {
      const column = columns[at] as TableColumn;
      const number = column.type === 'figure' ? cellNumber(text) : null;
      return {
        column,
        text,
        number: typeof number === 'object' && number !== null && isPlain(number) ? number : null,
      };
    }),
  );
  const numbers = read.flat().flatMap(({ text, number }) => (number === null ? [] : [{ ...number, text }]));
  const onlyComma = numbers.some(({ point }) => point === null);
  const onlyPoint = numbers.some(({ comma }) => comma === null);
  const open = numbers.find(({ point, comma }) => point !== null && comma !== null && point !== comma);
  if (answered === null && open !== undefined && onlyComma === onlyPoint) {
    return { outcome: 'asked', sample: open.text, readings: [open.point ?? '', open.comma ?? ''] };
  }
  const mark = answered ?? (onlyComma && !onlyPoint ? 'comma' : 'point');
  const values = read.map((line) =>
    line.map(({ column, text, number }) => number?.[mark] ?? typedIn(column, wordOf(column, text))),
  );
  return { outcome: 'read', values };
}

/** A share, an amount of a currency, or a figure that a spreadsheet has rounded is not the figure that is asked for. */
function isPlain({ isPercent, currency, isScientific }: CellNumber): boolean {
  return !isPercent && currency === '' && !isScientific;
}

/** A choice in any case is the one that is meant. */
function wordOf({ options }: TableColumn, text: string): string {
  return options?.find((option) => option === text.trim().toLowerCase().replace(/\s+/g, '-')) ?? text;
}
