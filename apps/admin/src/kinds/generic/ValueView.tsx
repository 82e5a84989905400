import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Facts } from '../../layout/Facts.tsx';
import { fieldOf } from './editor/fieldShape.ts';
import { fieldLabel } from './editor/fieldWords.ts';
import { branchFor, inSchemaOrder, type JsonSchema } from './jsonSchema.ts';
import { isFlatRecord, RecordTable } from './RecordTable.tsx';
import { readPlain } from './readPlain.ts';

interface Props {
  /** Of the field that holds it: what a figure is counted in goes by it. */
  readonly name: string;
  readonly value: unknown;
  readonly schema: JsonSchema;
  /** What amounts are in; null where it is not known. */
  readonly asset?: string | null;
  readonly depth?: number;
}

/** Deeper than this a value is shown as JSON. */
const DEPTH_MAX = 12;

/** A value by its schema: an object as named facts, rows as a table or as cards, the rest as text. */
export function ValueView({ name, value, schema, asset = null, depth = 0 }: Props) {
  const translate = useTranslate();
  const fitting = branchFor(schema, value);
  if (depth > DEPTH_MAX) return <code>{JSON.stringify(value)}</code>;
  if (Array.isArray(value)) return <ArrayView name={name} rows={value} schema={fitting} asset={asset} depth={depth} />;
  if (typeof value !== 'object' || value === null) return <>{readPlain(name, value, schema, asset, translate)}</>;
  const own = 'asset' in value && typeof value.asset === 'string' ? value.asset : asset;
  const entries = inSchemaOrder(value, fitting);
  if (entries.length === 0) return <>{translate('field.none')}</>;
  if (depth > 0) return <Inner entries={entries} schema={fitting} asset={own} depth={depth} />;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      {entries.map(([key, held]) => (
        // What has an inside of its own takes the whole width.
        <Box key={key} sx={isBulky(held) ? {} : beside}>
          <Box component="dt" sx={{ fontWeight: 600, fontSize: '0.86rem', mb: isBulky(held) ? 0.75 : 0 }}>
            {fieldLabel(key, translate)}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
            <ValueView name={key} value={held} schema={fitting.properties?.[key] ?? {}} asset={own} depth={1} />
            <Meaning schema={fitting.properties?.[key]} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

interface InnerProps {
  readonly entries: readonly (readonly [string, unknown])[];
  readonly schema: JsonSchema;
  readonly asset: string | null;
  readonly depth: number;
}

/** What is plain stands abreast, a name over each; what has an inside comes below it. */
function Inner({ entries, schema, asset, depth }: InnerProps) {
  const translate = useTranslate();
  const plain = entries.filter(([, held]) => !isBulky(held));
  const bulky = entries.filter(([, held]) => isBulky(held));
  return (
    <Box sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {plain.length === 0 ? null : (
        <Facts
          columnWidth={150}
          facts={plain.map(([key, held]) => ({
            label: fieldLabel(key, translate),
            value: readPlain(key, held, schema.properties?.[key] ?? {}, asset, translate),
          }))}
        />
      )}
      {bulky.length === 0 ? null : (
        <Box sx={bulky.every(([, held]) => isFlatRecord(held)) ? abreast : below}>
          {bulky.map(([key, held]) => (
            <Box key={key} sx={{ pl: 1.5, borderLeft: 2, borderColor: 'divider', minWidth: 0 }}>
              <Box sx={{ fontWeight: 600, fontSize: '0.82rem', color: 'text.secondary', mb: 0.5 }}>
                {fieldLabel(key, translate)}
              </Box>
              <ValueView
                name={key}
                value={held}
                schema={schema.properties?.[key] ?? {}}
                asset={asset}
                depth={depth + 1}
              />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

interface ArrayProps extends Omit<InnerProps, 'entries'> {
  readonly name: string;
  readonly rows: readonly unknown[];
}

function ArrayView({ name, rows, schema, asset, depth }: ArrayProps) {
  const translate = useTranslate();
  if (!isBulky(rows)) return <>{readPlain(name, rows, schema, asset, translate)}</>;
  if (rows.every(isFlatRecord)) {
    return <RecordTable records={rows} schema={schema.items ?? {}} label={fieldLabel(name, translate)} asset={asset} />;
  }
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row, index) => (
        <Box
          component="li"
          key={index}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1, minWidth: 0 }}
        >
          <ValueView name={name} value={row} schema={schema.items ?? {}} asset={asset} depth={depth + 1} />
        </Box>
      ))}
    </Box>
  );
}

function Meaning({ schema = {} }: { schema: JsonSchema | undefined }) {
  const { sentence } = fieldOf(schema);
  if (sentence === '') return null;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.25 }}>
      {sentence}
    </Typography>
  );
}

/** Whether a value needs more than a line: an object, or rows that are. */
function isBulky(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isBulky);
  return typeof value === 'object' && value !== null;
}

const below = { display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' } as const;

/** What is small within stands side by side. */
const abreast = { ...below, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 380px), 1fr))' } as const;

const beside = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' },
  columnGap: 3,
} as const;
