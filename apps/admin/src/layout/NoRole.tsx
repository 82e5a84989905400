import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { Empty } from './Empty.tsx';
import { PageHeader } from './PageHeader.tsx';

/** For who is signed in and has no role yet: nothing is open to them, and why. */
export function NoRole() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate('needs.no_role_title')} />
      <Empty title={translate('needs.no_role')}>
        {translate('needs.no_role_hint')}{' '}
        <Link component={LinkBase} to="/roles" underline="always">
          {translate('needs.roles')}
        </Link>
      </Empty>
    </>
  );
}
