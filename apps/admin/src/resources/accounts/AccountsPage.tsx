import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import type { BookZonesResource } from '@backstop/contracts';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { referencePath } from '../../providers/dataProvider.ts';
import { useBookZones } from '../../providers/useBookZones.ts';
import { AccountList } from './AccountList.tsx';
import { BookFacts } from './BookFacts.tsx';

/** The accounts of the last book, the nearest to liquidation first. */
export function AccountsPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="book:read" title={translate('accounts.title')}>
      <PageHeader title={translate('accounts.title')} lead={translate('accounts.lead')} />
      <Accounts />
    </NeedsPermission>
  );
}

function Accounts() {
  const { data, error, refetch } = useBookZones(1);
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const [book] = data;
  return book === undefined ? <NoBook /> : <LastBook book={book} />;
}

function LastBook({ book }: { book: BookZonesResource }) {
  return (
    <>
      <BookFacts book={book} />
      <AccountList book={book} />
    </>
  );
}

function NoBook() {
  const translate = useTranslate();
  return (
    <Empty title={translate('accounts.no_book')}>
      {translate('accounts.no_book_hint')}{' '}
      <Link href={referencePath} target="_blank" rel="noopener" underline="always">
        {translate('shell.reference')}
      </Link>
    </Empty>
  );
}
