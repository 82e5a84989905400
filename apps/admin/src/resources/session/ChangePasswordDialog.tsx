import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useNotify, useTranslate } from 'react-admin';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';

interface Props {
  readonly login: string;
  readonly onClose: () => void;
}

/** A new password, when one wants it. */
export function ChangePasswordDialog({ login, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = (): void => {
    notify('session.changed', { type: 'success' });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="change-password" maxWidth="xs" fullWidth>
      <DialogTitle id="change-password" variant="h2">
        {translate('session.change_password')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <ChangePasswordForm login={login} onChanged={changed} />
        <Button color="inherit" onClick={onClose} sx={{ color: 'text.secondary' }}>
          {translate('session.cancel')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
