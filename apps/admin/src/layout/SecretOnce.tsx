import { useRef, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { MONO } from './theme.ts';

interface Props {
  readonly label: string;
  /** Null where the service does not tell it a second time. */
  readonly secret: string | null;
  /** What becomes of it. */
  readonly note: string;
}

/** A secret that is shown this once, to be copied. */
export function SecretOnce({ label, secret, note }: Props) {
  const translate = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  if (secret === null) {
    return (
      <Alert severity="warning" variant="outlined">
        {translate('secret.lost', { label })}
      </Alert>
    );
  }
  const copy = (): void => {
    field.current?.select();
    // Browsers lend the clipboard to consoles behind TLS and on this computer only; elsewhere it is selected, no more.
    if (!window.isSecureContext) return;
    void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'stretch' }}>
        <TextField
          label={label}
          value={secret}
          inputRef={field}
          fullWidth
          onFocus={({ target }) => target.select()}
          slotProps={{ htmlInput: { readOnly: true, spellCheck: false, style: { fontFamily: MONO } } }}
        />
        <Button variant="contained" onClick={copy} aria-label={translate('field.copy', { label })} autoFocus>
          {translate(isCopied ? 'secret.copied' : 'secret.copy')}
        </Button>
      </Box>
      <Alert severity="warning" variant="outlined">
        {note}
      </Alert>
    </Box>
  );
}
