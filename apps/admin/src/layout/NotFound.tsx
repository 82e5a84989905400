import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { Empty } from './Empty.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const translate = useTranslate();
  return (
    <Empty title={translate('failure.not_found')}>
      <Link component={LinkBase} to="/">
        {translate('shell.home')}
      </Link>
    </Empty>
  );
}
