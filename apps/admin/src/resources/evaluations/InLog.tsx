import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { decisionPath } from '../decisions/decisionPath.ts';

/** That the decision was recorded, and where it is. */
export function InLog({ id }: { id: string }) {
  const translate = useTranslate();
  return (
    <Alert severity="success" variant="outlined" sx={{ mb: 2 }}>
      {translate('decisions.in_log')}{' '}
      <Link component={LinkBase} to={decisionPath(id)}>
        {translate('decisions.open_in_log')}
      </Link>
    </Alert>
  );
}
