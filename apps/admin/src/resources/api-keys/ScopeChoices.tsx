import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'react-admin';
import { KEY_SCOPES, type KeyScope } from '@backstop/core/access';

interface Props {
  readonly scopes: readonly KeyScope[];
  readonly onChange: (scopes: readonly KeyScope[]) => void;
}

/** All that a key can be granted, each in words. */
export function ScopeChoices({ scopes, onChange }: Props) {
  const translate = useTranslate();
  const toggle = (scope: KeyScope): void =>
    onChange(KEY_SCOPES.filter((one) => (one === scope ? !scopes.includes(one) : scopes.includes(one))));
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 0.5, fontSize: '0.84rem', fontWeight: 600 }}>
        {translate('keys.scopes')}
      </Box>
      {KEY_SCOPES.map((scope) => (
        <FormControlLabel
          key={scope}
          control={
            <Checkbox size="small" checked={scopes.includes(scope)} onChange={() => toggle(scope)} sx={{ py: 0.5 }} />
          }
          label={
            <Box component="span" sx={{ fontSize: '0.86rem' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {scope}
              </Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>{` ${translate(`permission.${scope}`)}`}</Box>
            </Box>
          }
          sx={{ display: 'flex', mr: 0 }}
        />
      ))}
      {scopes.length === 0 ? (
        <Box role="status" sx={{ color: 'tones.danger', fontSize: '0.8rem' }}>
          {translate('keys.scopes_none')}
        </Box>
      ) : null}
    </Box>
  );
}
