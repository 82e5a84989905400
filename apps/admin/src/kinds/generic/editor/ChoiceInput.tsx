import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useProblemAt } from './EditorContext.ts';
import type { Field } from './fieldShape.ts';
import { optionLabel, shownLabel } from './fieldWords.ts';
import type { ValueProps } from './valueProps.ts';

/** One of a few words; where the document states none, the one that holds then. */
export function ChoiceInput(
  props: ValueProps & { readonly field: Field; readonly options: readonly string[]; readonly isInTable?: boolean },
) {
  const { name, label, pointer, schema, value, field, options, isInTable = false, onChange } = props;
  const translate = useTranslate();
  const problem = useProblemAt(pointer);
  const stated = typeof value === 'string' ? value : typeof schema.default === 'string' ? schema.default : '';
  return (
    <TextField
      select
      fullWidth
      data-pointer={pointer}
      label={isInTable ? undefined : shownLabel(name, label, translate)}
      value={options.includes(stated) ? stated : ''}
      error={problem !== null}
      helperText={problem ?? (isInTable ? undefined : field.sentence)}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': label } },
      }}
    >
      {field.isNullable ? <MenuItem value="">{field.nullWords ?? translate('editor.not_stated')}</MenuItem> : null}
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {optionLabel(name, option, translate)}
        </MenuItem>
      ))}
    </TextField>
  );
}
