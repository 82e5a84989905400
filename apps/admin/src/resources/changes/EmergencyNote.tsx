import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { TimeLeft } from './TimeLeft.tsx';

/** That one person let the change take effect at once, and until when it stands. */
export function EmergencyNote({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const { emergency } = change;
  if (emergency === null) return null;
  const { by, reason, expiresAt, confirmed } = emergency;
  return (
    <Alert
      severity={confirmed === null ? 'warning' : 'info'}
      variant="outlined"
      sx={{ bgcolor: 'background.paper', '& .MuiAlert-message': { minWidth: 0, overflowWrap: 'anywhere' } }}
    >
      <AlertTitle>
        {translate('emergency.by')} <PersonName id={by} />
      </AlertTitle>
      {reason}
      <br />
      {confirmed === null ? (
        <strong>
          {translate('emergency.ends')} <InstantField value={expiresAt} /> (<TimeLeft until={expiresAt} />
          ), {translate('emergency.unless')}
        </strong>
      ) : (
        <>
          {translate('emergency.confirmed')} <PersonName id={confirmed.by} />, <InstantField value={confirmed.at} />
        </>
      )}
    </Alert>
  );
}
