import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Note } from '../../../fields/Note.tsx';
import type { JsonSchema } from '../jsonSchema.ts';
import { Surrounded, useProblemAt, useSurroundings } from './EditorContext.ts';
import { fieldOf } from './fieldShape.ts';
import { fieldLabel } from './fieldWords.ts';
import { useValueEditor } from './ValueContext.ts';

export interface FieldsProps {
  /** What the fields belong to, added to their names for screen readers; '' = the document itself. */
  readonly label: string;
  readonly pointer: string;
  readonly schema: JsonSchema;
  readonly value: Readonly<Record<string, unknown>>;
  /** Fields that stand elsewhere on the page. */
  readonly without?: readonly string[];
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
}

/** Every field of an object, in the order in which its schema tells them. */
export function FieldGrid({ label, pointer, schema, value, without = [], onChange }: FieldsProps) {
  const translate = useTranslate();
  const surroundings = useSurroundings();
  const Value = useValueEditor();
  const problem = useProblemAt(pointer);
  const { properties = {}, required = [] } = schema;
  // Amounts of a row that names its asset are in that asset.
  const asset = typeof value['asset'] === 'string' ? value['asset'] : surroundings.asset;
  const change = (key: string, next: unknown): void => {
    const { [key]: _, ...rest } = value;
    onChange(next === undefined ? rest : { ...value, [key]: next });
  };
  return (
    <Surrounded value={{ ...surroundings, asset }}>
      {problem === null ? null : (
        <Note tone="danger" icon={<ErrorOutlineOutlined fontSize="inherit" />} sentence={problem} />
      )}
      <Box sx={grid}>
        {Object.entries(properties)
          .filter(([key, { const: constant }]) => constant === undefined && !without.includes(key))
          .map(([key, property]) => {
            const name = fieldLabel(key, translate);
            return (
              <Box key={key} sx={isWide(property) ? { gridColumn: '1 / -1', minWidth: 0 } : { minWidth: 0 }}>
                <Value
                  name={key}
                  label={label === '' ? name : translate('editor.field_of', { field: name, of: label })}
                  pointer={`${pointer}/${key}`}
                  schema={property}
                  value={value[key]}
                  isRequired={required.includes(key)}
                  onChange={(next) => change(key, next)}
                />
              </Box>
            );
          })}
      </Box>
    </Surrounded>
  );
}

function isWide(schema: JsonSchema): boolean {
  const { type } = fieldOf(schema).shape;
  return type === 'object' || type === 'union' || type === 'rows' || type === 'json';
}

const grid = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(280px, 1fr))' },
} as const;
