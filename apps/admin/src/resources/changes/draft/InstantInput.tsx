import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { InstantField } from '../../../fields/InstantField.tsx';
import { instantOfLocal, localText } from './localInstant.ts';

interface Props {
  /** Where it stands in the draft. */
  readonly pointer: string;
  readonly label: string;
  /** What holds while none is chosen. */
  readonly absent: string;
  readonly value: string | null;
  readonly onChange: (instant: string | null) => void;
}

/** An instant by the clock on the wall, with its zone named under it, and on hover the same in UTC, which is what counts. */
export function InstantInput({ pointer, label, absent, value, onChange }: Props) {
  const translate = useTranslate();
  return (
    <Box data-pointer={pointer} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <TextField
        type="datetime-local"
        label={`${label} ${translate('draft.local_time')}`}
        value={localText(value)}
        onChange={({ target }) => onChange(instantOfLocal(target.value))}
        helperText={value === null ? absent : <InstantField value={value} />}
        sx={{ width: 280 }}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { step: 1 } }}
      />
      {value === null ? null : (
        <Button aria-label={translate('draft.clear', { label })} onClick={() => onChange(null)} sx={{ mt: 0.5 }}>
          {translate('draft.clear_short')}
        </Button>
      )}
    </Box>
  );
}
