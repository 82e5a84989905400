import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

interface Props {
  readonly title: string;
  /** What will come of it. */
  readonly text: string;
  readonly act: string;
  readonly isGrave?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something that others will feel. */
export function ConfirmDialog({ title, text, act, isGrave = false, onConfirm, onClose }: Props) {
  const translate = useTranslate();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id="confirm-title" variant="h2">
        {title}
      </DialogTitle>
      <DialogContent>
        <Typography id="confirm-text" variant="body2">
          {text}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button autoFocus onClick={onClose}>
          {translate('session.cancel')}
        </Button>
        <Button variant="contained" color={isGrave ? 'error' : 'primary'} onClick={onConfirm}>
          {act}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
