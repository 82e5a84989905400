import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { LossForm } from './lossForm.ts';

interface Props {
  readonly form: LossForm;
  readonly onChange: (part: Partial<LossForm>) => void;
}

const FIGURES = ['markPrice', 'deficit', 'size', 'closePrice'] as const;
const ORDER = ['account', 'contract', 'markPrice', 'deficit', 'asset', 'size', 'closePrice'] as const;
const REQUIRED: readonly string[] = ['account', 'contract', 'markPrice'];

/** The event: which account in which contract, and what is missing, still open, or both. */
export function LossFields({ form, onChange }: Props) {
  const translate = useTranslate();
  const isFigure = (name: string): boolean => FIGURES.some((figure) => figure === name);
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
      {ORDER.map((name) => (
        <TextField
          key={name}
          label={translate(`losses.field_${name}`)}
          helperText={translate(`losses.hint_${name}`)}
          required={REQUIRED.includes(name)}
          value={form[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
          sx={isFigure(name) ? { '& input': { textAlign: 'right' } } : {}}
          slotProps={{
            htmlInput: { maxLength: 120, autoComplete: 'off', inputMode: isFigure(name) ? 'decimal' : 'text' },
          }}
        />
      ))}
    </Box>
  );
}
