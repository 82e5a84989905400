import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { LossForm } from './lossForm.ts';

interface Props {
  readonly form: LossForm;
  readonly onChange: (part: Partial<LossForm>) => void;
}

const FIGURES = ['markPrice', 'deficit', 'size', 'closePrice'] as const;
const ORDER = ['account', 'contract', 'markPrice', 'deficit', 'asset', 'size', 'closePrice', 'eventId'] as const;
const MORE = ['ownerId', 'tags', 'residual', 'fees', 'treasury', 'prices'] as const;
type FieldName = (typeof ORDER)[number] | (typeof MORE)[number];

const GRID = { display: 'grid', gap: 2, pt: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' };
const REQUIRED: readonly string[] = ['account', 'contract', 'markPrice'];

/** The event: which account in which contract, and what is missing, still open, or both; the rest on demand. */
export function LossFields({ form, onChange }: Props) {
  const translate = useTranslate();
  return (
    <>
      <Box sx={GRID}>
        {ORDER.map((name) => (
          <LossField key={name} name={name} form={form} onChange={onChange} />
        ))}
      </Box>
      <Box component="details" sx={{ mt: 2 }}>
        <Box component="summary" sx={{ cursor: 'pointer', width: 'fit-content' }}>
          {translate('losses.more_fields')}
        </Box>
        <Box sx={GRID}>
          {MORE.map((name) => (
            <LossField key={name} name={name} form={form} onChange={onChange} />
          ))}
        </Box>
      </Box>
    </>
  );
}

function LossField({ name, form, onChange }: Props & { readonly name: FieldName }) {
  const translate = useTranslate();
  const isFigure = FIGURES.some((figure) => figure === name);
  return (
    <TextField
      label={translate(`losses.field_${name}`)}
      helperText={translate(`losses.hint_${name}`)}
      required={REQUIRED.includes(name)}
      value={form[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
      sx={isFigure ? { '& input': { textAlign: 'right' } } : {}}
      slotProps={{ htmlInput: { maxLength: 400, autoComplete: 'off', inputMode: isFigure ? 'decimal' : 'text' } }}
    />
  );
}
