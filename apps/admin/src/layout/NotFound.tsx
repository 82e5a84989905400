import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { Empty } from './Empty.tsx';
import { PageHeader } from './PageHeader.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate('failure.not_found')} />
      <Empty title={translate('failure.no_page')}>
        <Link component={LinkBase} to="/">
          {translate('failure.go_home')}
        </Link>
      </Empty>
    </>
  );
}
