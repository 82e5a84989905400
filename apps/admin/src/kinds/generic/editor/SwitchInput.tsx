import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useTranslate } from 'react-admin';
import { useProblemAt } from './EditorContext.ts';
import type { Field } from './fieldShape.ts';
import { shownLabel } from './fieldWords.ts';
import type { ValueProps } from './valueProps.ts';

/** Yes or no; where the document does not state it, what holds then. */
export function SwitchInput({
  name,
  label,
  pointer,
  schema,
  value,
  field,
  onChange,
}: ValueProps & { readonly field: Field }) {
  const translate = useTranslate();
  const problem = useProblemAt(pointer);
  const isOn = typeof value === 'boolean' ? value : schema.default === true;
  return (
    <FormControl data-pointer={pointer} error={problem !== null}>
      <FormControlLabel
        control={
          <Checkbox
            checked={isOn}
            onChange={(_, next) => onChange(next)}
            slotProps={{ input: { 'aria-label': label } }}
          />
        }
        label={shownLabel(name, label, translate)}
      />
      <FormHelperText sx={{ mt: 0 }}>{problem ?? field.sentence}</FormHelperText>
    </FormControl>
  );
}
