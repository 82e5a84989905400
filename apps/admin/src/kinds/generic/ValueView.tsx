import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { readKey } from '../../text/readKey.ts';
import { branchFor, inSchemaOrder, type JsonSchema } from './jsonSchema.ts';
import { isFlatRecord, RecordTable } from './RecordTable.tsx';
import { readScalar } from './readScalar.ts';

interface Props {
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly label: string;
  readonly depth?: number;
}

/** Deeper than this a value is shown as JSON. */
const DEPTH_MAX = 12;

/** A value by its schema: an object as named facts, rows as a table, the rest as text. */
export function ValueView({ value, schema, label, depth = 0 }: Props) {
  const translate = useTranslate();
  const fitting = branchFor(schema, value);
  if (depth > DEPTH_MAX) return <code>{JSON.stringify(value)}</code>;
  if (Array.isArray(value)) return <ArrayView rows={value} schema={fitting} label={label} depth={depth} />;
  if (typeof value !== 'object' || value === null) return <>{readScalar(value, translate)}</>;
  const entries = inSchemaOrder(value, fitting);
  if (entries.length === 0) return <>{translate('field.none')}</>;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: depth === 0 ? 1.5 : 0.75 }}
    >
      {entries.map(([key, held]) => (
        // Names stand beside values only at the outset: deeper, they would push the values off the page.
        <Box key={key} sx={depth === 0 ? beside : above}>
          <Box
            component="dt"
            sx={{ fontWeight: 600, fontSize: '0.86rem', ...(depth === 0 ? {} : { color: 'text.secondary' }) }}
          >
            {readKey(key)}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, ...(depth > 0 && isNested(held) ? nested : {}) }}>
            <ValueView value={held} schema={fitting.properties?.[key] ?? {}} label={readKey(key)} depth={depth + 1} />
            <Meaning text={depth === 0 ? fitting.properties?.[key]?.description : undefined} />
          </Box>
        </Box>
      ))}
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
  if (rows.length === 0) return <>{translate('field.none')}</>;
  if (rows.every(isFlatRecord)) return <RecordTable records={rows} schema={schema.items ?? {}} label={label} />;
  if (!rows.some(isNested)) return <>{rows.map((row) => readScalar(row, translate)).join(', ')}</>;
  return (
    <Box
      component="ol"
      sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1.5, '& > li::marker': { color: 'text.secondary' } }}
    >
      {rows.map((row, index) => (
        <li key={index}>
          <ValueView value={row} schema={schema.items ?? {}} label={label} depth={depth + 1} />
        </li>
      ))}
    </Box>
  );
}

function Meaning({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.25 }}>
      {text}
    </Typography>
  );
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const beside = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' },
  columnGap: 3,
} as const;
const above = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 1,
  alignItems: 'baseline',
  '& > dd': { flex: '0 1 auto' },
} as const;
const nested = { flexBasis: '100% !important', pl: 1.5, borderLeft: 2, borderColor: 'divider' } as const;
