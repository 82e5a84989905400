import { useTranslate } from 'react-admin';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Field, FieldShape } from './fieldShape.ts';
import { fieldLabel, shownLabel } from './fieldWords.ts';
import { Group } from './Group.tsx';
import { isRecord } from '../../../text/isRecord.ts';
import { FieldGrid } from './FieldGrid.tsx';
import { Stated } from './ObjectInput.tsx';
import { startObject } from './startValue.ts';
import { unionOptions } from './unionOptions.ts';
import type { ValueProps } from './valueProps.ts';
import { inWords } from '../../../text/phrases.ts';

type Union = Extract<FieldShape, { type: 'union' }>;

/** One of several models, chosen by name with its sentence; what the models have in common is kept. */
export function UnionInput(props: ValueProps & { readonly field: Field; readonly shape: Union }) {
  const { name, label, pointer, value, isRequired, field, shape, onChange } = props;
  const translate = useTranslate();
  const held = isRecord(value) ? value : null;
  const first = shape.branches[0] ?? {};
  return (
    <Group label={label} title={shownLabel(name, label, translate)} sentence={field.sentence}>
      {isRequired && !field.isNullable ? null : (
        <Stated
          label={label}
          isStated={held !== null}
          without={field.nullWords}
          onChange={(states) => onChange(states ? startObject(first) : field.isNullable ? null : undefined)}
        />
      )}
      {held === null ? null : (
        <UnionFields label={label} pointer={pointer} shape={shape} value={held} onChange={onChange} />
      )}
    </Group>
  );
}

interface FieldsProps {
  readonly label: string;
  readonly pointer: string;
  readonly shape: Union;
  readonly value: Readonly<Record<string, unknown>>;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
}

/** The choice of a model and the fields of the one that is chosen. */
export function UnionFields({ label, pointer, shape, value, onChange }: FieldsProps) {
  const translate = useTranslate();
  const { by, branches } = shape;
  const branch = branches.find(({ properties }) => properties?.[by]?.const === value[by]);
  const name = fieldLabel(by, translate);
  const choose = (constant: string): void => {
    const chosen = branches.find(({ properties }) => properties?.[by]?.const === constant);
    if (chosen !== undefined) onChange(startObject(chosen, value));
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <TextField
        select
        data-pointer={`${pointer}/${by}`}
        label={name}
        value={branch === undefined ? '' : String(value[by])}
        helperText={inWords(branch?.properties?.[by]?.description ?? '')}
        onChange={({ target }) => choose(target.value)}
        sx={{ maxWidth: 520 }}
        slotProps={{
          select: {
            SelectDisplayProps: {
              'aria-label': label === '' ? name : translate('editor.field_of', { field: name, of: label }),
            },
          },
        }}
      >
        {unionOptions(by, branches, translate).map(({ constant, words }) => (
          <MenuItem key={constant} value={constant}>
            {words}
          </MenuItem>
        ))}
      </TextField>
      {branch === undefined ? null : (
        <FieldGrid label={label} pointer={pointer} schema={branch} value={value} onChange={onChange} />
      )}
    </Box>
  );
}
