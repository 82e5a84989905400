import { useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { lossApi } from '../../../providers/lossApi.ts';
import { groupDigits } from '../../../text/figures.ts';
import { readZonedInstant } from '../../../text/instants.ts';
import type { LossForm } from './lossForm.ts';
import { readCandidates } from './readCandidates.ts';

interface Props {
  readonly form: LossForm;
  readonly onChange: (part: Partial<LossForm>) => void;
}

/** Who may be asked to bear the loss: the accounts of a file, or of a stored book. */
export function CandidatesInput({ form, onChange }: Props) {
  const translate = useTranslate();
  const labelId = useId();
  return (
    <FormControl sx={{ mt: 2, width: '100%' }}>
      <FormLabel id={labelId}>{translate('losses.candidates_from')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={form.from}
        onChange={(_, from) => onChange({ from: from === 'book' ? 'book' : 'file' })}
      >
        <FormControlLabel value="file" control={<Radio size="small" />} label={translate('losses.from_file')} />
        <FormControlLabel value="book" control={<Radio size="small" />} label={translate('losses.from_book')} />
      </RadioGroup>
      {form.from === 'file' ? (
        <CandidateFile form={form} onChange={onChange} />
      ) : (
        <CandidateBook form={form} onChange={onChange} />
      )}
    </FormControl>
  );
}

function CandidateFile({ form: { file }, onChange }: Props) {
  const translate = useTranslate();
  const inputId = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const candidates = readCandidates(await chosen.text());
    setWrong(candidates.ok ? null : translate(`losses.wrong_${candidates.why}`, { line: candidates.line }));
    onChange({ file: candidates.ok ? { name: chosen.name, lines: candidates.lines } : null });
  };
  return (
    <Box sx={{ display: 'grid', gap: 0.75, fontSize: '0.86rem', '& input::file-selector-button': chooser }}>
      <label htmlFor={inputId}>{translate('losses.file')}</label>
      <input
        id={inputId}
        type="file"
        accept=".csv,.ndjson,.jsonl,text/csv,application/x-ndjson"
        onChange={({ target }) => void read(target.files?.[0])}
      />
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{translate('losses.file_hint')}</Box>
      {wrong === null ? null : (
        <Alert severity="error" variant="outlined" role="alert">
          {wrong}
        </Alert>
      )}
      <Box role="status">
        {file === null
          ? null
          : translate('losses.file_read', { count: groupDigits(String(file.lines.length)), name: file.name })}
      </Box>
    </Box>
  );
}

/** The browser's own button, as the others are painted. */
const chooser = {
  font: 'inherit',
  fontWeight: 600,
  color: 'primary.main',
  bgcolor: 'transparent',
  border: 1,
  borderColor: 'lineStrong',
  borderRadius: 1,
  minHeight: 32,
  px: 1.25,
  mr: 1.25,
  cursor: 'pointer',
} as const;

function CandidateBook({ form: { book }, onChange }: Props) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['books'],
    queryFn: ({ signal }) => lossApi.books(signal),
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data?.length === 0) return <Box sx={{ color: 'text.secondary' }}>{translate('losses.no_books')}</Box>;
  return (
    <TextField
      select
      label={translate('losses.book')}
      value={book}
      onChange={({ target }) => onChange({ book: target.value })}
      sx={{ mt: 1, maxWidth: 520 }}
    >
      {(data ?? []).map(({ id, asOf, accounts, hash }) => (
        <MenuItem key={id} value={id}>
          {translate('losses.book_of', {
            instant: readZonedInstant(asOf),
            count: groupDigits(String(accounts)),
            hash: hash.slice(0, 10),
          })}
        </MenuItem>
      ))}
    </TextField>
  );
}
