import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { JsonSchema } from '../jsonSchema.ts';
import type { Field } from './fieldShape.ts';
import { shownLabel } from './fieldWords.ts';
import { Group } from './Group.tsx';
import { FieldGrid } from './FieldGrid.tsx';
import { isRecord } from '../../../text/isRecord.ts';
import { startObject } from './startValue.ts';
import type { ValueProps } from './valueProps.ts';

/** Fields that belong together; where they may be left out, a choice in words says whether they hold. */
export function ObjectInput(props: ValueProps & { readonly field: Field; readonly schema: JsonSchema }) {
  const { name, label, pointer, value, isRequired, field, schema, onChange } = props;
  const translate = useTranslate();
  const held = isRecord(value) ? value : null;
  return (
    <Group label={label} title={shownLabel(name, label, translate)} sentence={field.sentence}>
      {isRequired && !field.isNullable ? null : (
        <Stated
          label={label}
          isStated={held !== null}
          without={field.nullWords}
          onChange={(states) => onChange(states ? startObject(schema) : field.isNullable ? null : undefined)}
        />
      )}
      {held === null ? null : (
        <FieldGrid label={label} pointer={pointer} schema={schema} value={held} onChange={onChange} />
      )}
    </Group>
  );
}

/** Whether an object holds, said in the words of its schema. */
export function Stated({
  label,
  isStated,
  without,
  onChange,
}: {
  readonly label: string;
  readonly isStated: boolean;
  /** What holds without it, in words; null where the schema does not say. */
  readonly without: string | null;
  readonly onChange: (states: boolean) => void;
}) {
  const translate = useTranslate();
  return (
    <Box sx={{ mb: isStated ? 1.5 : 0 }}>
      <TextField
        select
        value={isStated ? 'stated' : 'absent'}
        onChange={({ target }) => onChange(target.value === 'stated')}
        sx={{ minWidth: 240 }}
        slotProps={{ select: { SelectDisplayProps: { 'aria-label': translate('editor.holds', { label }) } } }}
      >
        <MenuItem value="absent">{without ?? translate('editor.not_stated')}</MenuItem>
        <MenuItem value="stated">{translate('editor.as_follows')}</MenuItem>
      </TextField>
    </Box>
  );
}
