import { useState } from 'react';
import InputBase from '@mui/material/InputBase';
import { groupDigits } from '../../../text/figures.ts';

interface Props {
  readonly text: string;
  /** Column and row, for who does not see them. */
  readonly label: string;
  readonly placeholder: string;
  readonly isWrong: boolean;
  readonly onChange: (text: string) => void;
}

/** One figure of a sheet: digits in groups to be read, as they are while they are typed. */
export function TierCell({ text, label, placeholder, isWrong, onChange }: Props) {
  const [isTyped, setTyped] = useState(false);
  return (
    <InputBase
      value={isTyped ? text : groupDigits(text)}
      error={isWrong}
      placeholder={placeholder}
      onFocus={() => setTyped(true)}
      onBlur={() => setTyped(false)}
      onChange={({ target }) => onChange(target.value)}
      inputProps={{
        'aria-label': label,
        'aria-invalid': isWrong,
        inputMode: 'decimal',
        autoComplete: 'off',
        spellCheck: false,
      }}
      sx={cell}
    />
  );
}

const cell = {
  width: 148,
  border: 1,
  borderColor: 'lineStrong',
  borderRadius: 0.75,
  fontSize: '0.86rem',
  bgcolor: 'background.paper',
  '& .MuiInputBase-input': { px: 0.75, py: 0.5, textAlign: 'right' },
  '&.Mui-focused': { borderColor: 'primary.main' },
  '&.Mui-error': { borderColor: 'tones.danger', bgcolor: 'raised' },
} as const;
