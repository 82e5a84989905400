import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { NewApiKeyResource } from '@backstop/contracts';
import { MONO } from '../../layout/theme.ts';
import { SecretOnce } from '../../layout/SecretOnce.tsx';
import { readZonedInstant } from '../../text/instants.ts';

/** The secret of a key, this once. Only its button closes it: a click beside it would lose the secret. */
export function KeySecret({ made, onClose }: { made: NewApiKeyResource; onClose: () => void }) {
  const translate = useTranslate();
  const { key, secret } = made;
  return (
    <Dialog open aria-labelledby="key-secret" maxWidth="sm" fullWidth>
      <DialogTitle id="key-secret" variant="h2">
        {translate('keys.secret_title', { name: key.name })}
      </DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ mb: 2 }}>
          {translate('keys.secret_lead')}{' '}
          <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.92em' }}>
            Authorization: Bearer …
          </Box>
        </Typography>
        <SecretOnce label={translate('keys.secret')} secret={secret} note={translate('keys.secret_note')} />
        <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
          {translate('keys.works_until', { instant: readZonedInstant(key.expiresAt) })}{' '}
          {key.overlapUntil === null
            ? null
            : translate('keys.old_works_until', { instant: readZonedInstant(key.overlapUntil) })}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('secret.done')}</Button>
      </DialogActions>
    </Dialog>
  );
}
