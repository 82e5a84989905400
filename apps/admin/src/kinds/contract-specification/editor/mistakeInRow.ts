import type { RawDocument } from '../../editorProps.ts';
import { mistakeIn } from '../../sheet/mistakeIn.ts';
import { typedIn, type TableColumn, type TableName, type TableRow } from './tableColumns.ts';
import { withCells } from './tableRows.ts';

interface Typed {
  readonly document: RawDocument;
  readonly table: TableName;
  /** Its place. */
  readonly row: number;
  readonly column: TableColumn;
  readonly text: string;
}

/**
 * What the core would find wrong with a cell as it is typed; null where nothing is. Only the row is asked about, with the
 * assets that it may name: a table of thousands is not checked at every key, and a name that stands twice shows when it is left.
 */
export function mistakeInRow({ document, table, row, column, text }: Typed): string | null {
  const rows = (document[table] ?? []) as readonly TableRow[];
  const typed = withCells([rows[row] ?? {}], [{ row: 0, field: column.field, value: typedIn(column, text) }], []);
  const asked =
    table === 'contracts' ? { assets: document['assets'], contracts: typed } : { assets: typed, contracts: [] };
  return mistakeIn('contract-specification', asked, `/${table}/0/${column.field}`);
}
