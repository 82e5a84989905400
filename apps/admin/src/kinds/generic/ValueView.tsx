import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { RowsTable, type Column } from '../../layout/RowsTable.tsx';
import { groupDigits } from '../../text/figures.ts';
import { readKey } from '../../text/readKey.ts';
import { branchFor, type JsonSchema } from './jsonSchema.ts';

/** Deeper than this a value is shown as JSON. */
const DEPTH_MAX = 6;

/** A value by its schema: an object as named facts, rows as a table, the rest as text. */
export function ValueView({
  value,
  schema,
  label,
  depth = 0,
}: {
  value: unknown;
  schema: JsonSchema;
  label: string;
  depth?: number;
}) {
  const translate = useTranslate();
  const fitting = branchFor(schema, value);
  if (depth > DEPTH_MAX) return <code>{JSON.stringify(value)}</code>;
  if (Array.isArray(value)) return <ArrayView rows={value} schema={fitting} label={label} depth={depth} />;
  if (typeof value !== 'object' || value === null) return <>{readScalar(value, translate)}</>;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5 }}>
      {Object.entries(value).map(([key, held]: [string, unknown]) => {
        const property = fitting.properties?.[key] ?? {};
        return (
          <Box
            key={key}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' },
              columnGap: 3,
            }}
          >
            <Box component="dt" sx={{ fontWeight: 600, fontSize: '0.86rem' }}>
              {readKey(key)}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
              <ValueView value={held} schema={property} label={readKey(key)} depth={depth + 1} />
              {property.description === undefined ? null : (
                <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.25 }}>
                  {property.description}
                </Typography>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

function ArrayView({
  rows,
  schema,
  label,
  depth,
}: {
  rows: readonly unknown[];
  schema: JsonSchema;
  label: string;
  depth: number;
}) {
  const translate = useTranslate();
  const records = rows.filter(isFlatRecord);
  if (rows.length === 0) return <>{translate('field.none')}</>;
  if (records.length === rows.length) {
    const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
    const columns: Column<Record<string, unknown>>[] = keys.map((key) => ({
      key,
      label: readKey(key),
      read: (row) => readScalar(row[key], translate),
    }));
    return <RowsTable label={label} rows={records} columns={columns} keyOf={(row) => JSON.stringify(row)} />;
  }
  if (rows.every((row) => typeof row !== 'object'))
    return <>{rows.map((row) => readScalar(row, translate)).join(', ')}</>;
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1.5 }}>
      {rows.map((row, index) => (
        <li key={index}>
          <ValueView value={row} schema={schema.items ?? {}} label={label} depth={depth + 1} />
        </li>
      ))}
    </Box>
  );
}

function isFlatRecord(row: unknown): row is Record<string, unknown> {
  return (
    typeof row === 'object' &&
    row !== null &&
    !Array.isArray(row) &&
    Object.values(row).every((held) => typeof held !== 'object' || held === null)
  );
}

function readScalar(value: unknown, translate: (key: string) => string): string {
  if (value === null || value === undefined) return translate('field.none');
  if (typeof value === 'boolean') return translate(value ? 'generic.yes' : 'generic.no');
  return groupDigits(typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value));
}
