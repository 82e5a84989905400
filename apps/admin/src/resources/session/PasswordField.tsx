import { useState } from 'react';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong with it; null where nothing is. */
  readonly fault?: string | null;
}

/** A password, hidden until asked for. */
export function PasswordField({ label, value, onChange, autoComplete, autoFocus = false, hint, fault = null }: Props) {
  const translate = useTranslate();
  const [isShown, setShown] = useState(false);
  const toggle = translate(isShown ? 'session.hide_password' : 'session.show_password');
  return (
    <TextField
      type={isShown ? 'text' : 'password'}
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      autoFocus={autoFocus}
      required
      error={fault !== null}
      helperText={fault ?? hint}
      slotProps={{
        htmlInput: { autoComplete, spellCheck: false },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton aria-label={toggle} aria-pressed={isShown} onClick={() => setShown(!isShown)} edge="end">
                {isShown ? <VisibilityOffOutlined fontSize="small" /> : <VisibilityOutlined fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
