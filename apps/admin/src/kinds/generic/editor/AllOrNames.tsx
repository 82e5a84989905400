import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { fieldOf, type Field, type FieldShape } from './fieldShape.ts';
import { shownLabel } from './fieldWords.ts';
import { NamesInput } from './NamesInput.tsx';
import type { ValueProps } from './valueProps.ts';

type Shape = Extract<FieldShape, { type: 'all-or-names' }>;

/** Either all, or those that are named. */
export function AllOrNames(props: ValueProps & { readonly field: Field; readonly shape: Shape }) {
  const { name, label, value, field, shape, onChange } = props;
  const translate = useTranslate();
  const isAll = value === shape.all;
  const list = fieldOf(shape.list);
  const shown = shownLabel(name, label, translate);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <TextField
        select
        label={shown}
        value={isAll ? 'all' : 'named'}
        helperText={field.sentence}
        onChange={({ target }) => onChange(target.value === 'all' ? shape.all : [])}
        slotProps={{ select: { SelectDisplayProps: { 'aria-label': label } } }}
      >
        <MenuItem value="all">{shape.sentence}</MenuItem>
        <MenuItem value="named">{translate('editor.named_only')}</MenuItem>
      </TextField>
      {isAll || list.shape.type !== 'names' ? null : (
        <NamesInput
          {...props}
          label={translate('editor.named', { label })}
          shown={translate('editor.named', { label: shown })}
          schema={shape.list}
          field={list}
          shape={list.shape}
          isRequired
        />
      )}
    </Box>
  );
}
