import Button from '@mui/material/Button';
import { LinkBase, useTranslate } from 'react-admin';
import { useMay } from '../../providers/session.ts';

/** The way from an account to what was decided about it, for who may read it. */
export function DecisionsOfAccount({ account }: { account: string }) {
  const translate = useTranslate();
  if (!useMay('decision:read')) return null;
  const search = new URLSearchParams({ account }).toString();
  return (
    <Button component={LinkBase} to={`/decisions?${search}`}>
      {translate('decisions.of_account')}
    </Button>
  );
}
