import type { RawDocument } from '../../editorProps.ts';
import { mistakeIn } from '../../sheet/mistakeIn.ts';
import { typedFigure } from './cellTexts.ts';
import { withWrites } from './editRows.ts';
import { sortedPlaces } from './fixes.ts';
import type { Sheet, SheetColumn } from './sheetColumns.ts';

interface Typed {
  readonly sheet: Sheet;
  readonly document: RawDocument;
  readonly row: number;
  readonly column: SheetColumn;
  readonly text: string;
}

/** What the core would find wrong at a cell as it is typed; undefined = the text is no figure; null = nothing is wrong. */
export function mistakeWhileTyping({ sheet, document, row, column, text }: Typed): string | null | undefined {
  const value = typedFigure(column, text);
  if (value === undefined) return undefined;
  const rows = withWrites(sheet, [{ row, field: column.field, value }]);
  const place = sortedPlaces({ ...sheet, rows })?.indexOf(row) ?? row;
  return mistakeIn('margin-tiers', { ...document, tiers: rows }, `/tiers/${String(place)}/${column.field}`);
}
