import { useState } from 'react';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { shownLabel } from './fieldWords.ts';
import { useProblemAt } from './EditorContext.ts';
import type { Field } from './fieldShape.ts';
import { DURATION_UNITS, secondsOf, unitFor, type DurationUnit } from './durations.ts';
import type { ValueProps } from './valueProps.ts';

/** A time in whole seconds, typed in the unit in which people say it. */
export function DurationInput(props: ValueProps & { readonly field: Field }) {
  const { name, label, pointer, schema, value, isRequired, field, onChange } = props;
  const translate = useTranslate();
  const problem = useProblemAt(pointer);
  const [unit, setUnit] = useState<DurationUnit>(() => unitFor(value));
  const seconds = DURATION_UNITS[unit];
  const text = typeof value === 'number' ? String(value / seconds) : typeof value === 'string' ? value : '';
  const change = (typed: string, by: DurationUnit): void => {
    if (typed.trim() !== '') onChange(secondsOf(typed, by));
    else onChange(field.isNullable ? null : isRequired ? '' : undefined);
  };
  const absent = typeof schema.default === 'number' ? String(schema.default / seconds) : '';
  return (
    <Box data-pointer={pointer} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <TextField
        label={shownLabel(name, label, translate)}
        value={text}
        placeholder={field.isNullable ? (field.nullWords ?? translate('editor.not_stated')) : absent}
        error={problem !== null}
        helperText={problem ?? field.sentence}
        onChange={({ target }) => change(target.value, unit)}
        sx={{ flex: 1, '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { 'aria-label': label, inputMode: 'decimal' } }}
      />
      <TextField
        select
        label={translate('editor.unit')}
        value={unit}
        onChange={({ target }) => setUnit(target.value as DurationUnit)}
        sx={{ width: 110 }}
        slotProps={{ htmlInput: { 'aria-label': translate('editor.unit_of', { label }) } }}
      >
        {Object.keys(DURATION_UNITS).map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`editor.unit_${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
