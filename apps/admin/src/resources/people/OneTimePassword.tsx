import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { PersonResource } from '@backstop/contracts';
import { SecretOnce } from '../../layout/SecretOnce.tsx';

interface Props {
  readonly person: PersonResource;
  readonly password: string | null;
  readonly onClose: () => void;
}

/** The password to hand to a person, this once. Only its button closes it: a click beside it would lose the password. */
export function OneTimePassword({ person, password, onClose }: Props) {
  const translate = useTranslate();
  return (
    <Dialog open aria-labelledby="one-time-password" maxWidth="sm" fullWidth>
      <DialogTitle id="one-time-password" variant="h2">
        {translate('people.password_title', { name: person.name })}
      </DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ mb: 2 }}>
          {translate('people.password_lead', { login: person.login ?? '' })}
        </Typography>
        <SecretOnce
          label={translate('people.one_time_password')}
          secret={password}
          note={translate('people.password_note')}
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('secret.done')}</Button>
      </DialogActions>
    </Dialog>
  );
}
