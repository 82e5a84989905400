import { useTranslate } from 'react-admin';
import { RowsTable, type Column } from '../../layout/RowsTable.tsx';
import { fieldLabel } from './editor/fieldWords.ts';
import { branchFor, inSchemaOrder, type JsonSchema } from './jsonSchema.ts';
import { readPlain } from './readPlain.ts';

type FlatRecord = Readonly<Record<string, unknown>>;

/** Rows of one shape as a table, columns in the order of the schema, figures to the right. */
export function RecordTable({
  records,
  schema,
  label,
  asset,
}: {
  records: readonly FlatRecord[];
  schema: JsonSchema;
  label: string;
  /** What amounts are in, where a row does not say. */
  asset: string | null;
}) {
  const translate = useTranslate();
  const keys = [
    ...new Set(records.flatMap((record) => inSchemaOrder(record, branchFor(schema, record)).map(([key]) => key))),
  ];
  const columns: Column<FlatRecord>[] = keys.map((key) => ({
    key,
    label: fieldLabel(key, translate),
    align: records.every((record) => isFigure(record[key])) ? 'right' : 'left',
    read: (row) => {
      const own = typeof row['asset'] === 'string' ? row['asset'] : asset;
      return readPlain(key, row[key], branchFor(schema, row).properties?.[key] ?? {}, own, translate);
    },
  }));
  return <RowsTable isFitted label={label} rows={records} columns={columns} keyOf={(row) => JSON.stringify(row)} />;
}

/** Whether a row fits into a line: an object without anything nested in it. */
export function isFlatRecord(row: unknown): row is FlatRecord {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
  return Object.values(row).every((held) => typeof held !== 'object' || held === null);
}

function isFigure(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'number') return true;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value);
}
