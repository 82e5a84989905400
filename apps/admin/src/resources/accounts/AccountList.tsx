import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { BookScopeResource, BookZonesResource } from '@backstop/contracts';
import { MarginRatioField } from '../../fields/MarginRatioField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { CatalogTable, type CatalogColumn } from '../../layout/CatalogTable.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { useCatalogView } from '../../layout/useCatalogView.ts';
import { bookApi } from '../../providers/bookApi.ts';
import { AccountFilters } from './AccountFilters.tsx';
import { accountPath } from './accountPath.ts';

/** A page of scopes by risk, narrowed by what the address says. */
export function AccountList({ book }: { book: BookZonesResource }) {
  const translate = useTranslate();
  const view = useCatalogView({ sort: 'rank', order: 'asc' });
  const { offset, limit, filter } = view;
  const narrowing = { zone: filter('zone'), contract: filter('contract'), q: filter('q') };
  const { data, error, refetch } = useQuery({
    queryKey: ['book', 'accounts', book.snapshot.id, offset, narrowing],
    queryFn: ({ signal }) => bookApi.accounts({ offset, limit, ...narrowing }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0 }}>
      <AccountFilters book={book} view={view} found={data?.total ?? null} />
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data === undefined && error === null ? <Loading /> : null}
      {data?.total === 0 ? <Empty title={translate('accounts.none')}>{translate('accounts.none_hint')}</Empty> : null}
      {data === undefined || data.total === 0 ? null : (
        <CatalogTable
          label={translate('accounts.by_risk')}
          rows={data.rows}
          total={data.total}
          columns={columnsOf(translate)}
          keyOf={({ account, key }) => `${account} ${key}`}
          view={view}
        />
      )}
    </Box>
  );
}

function columnsOf(translate: (key: string) => string): readonly CatalogColumn<BookScopeResource>[] {
  const amount = (key: 'equity' | 'maintenanceMargin' | 'accountValue'): CatalogColumn<BookScopeResource> => ({
    key,
    label: translate(`accounts.${key}`),
    align: 'right',
    render: ({ [key]: value, asset }) => <MoneyField value={value} unit={asset} />,
  });
  return [
    { key: 'rank', label: translate('accounts.rank'), align: 'right', render: ({ rank }) => rank },
    {
      key: 'account',
      label: translate('accounts.account'),
      render: ({ account }) => (
        <Link component={LinkBase} to={accountPath(account)} sx={{ fontWeight: 600 }}>
          {account}
        </Link>
      ),
    },
    {
      key: 'zone',
      label: translate('accounts.zone'),
      render: ({ zone, actions }) => <ZoneChip zone={zone} actions={actions.map((type) => ({ type }))} />,
    },
    {
      key: 'ratio',
      label: translate('accounts.margin_ratio'),
      align: 'right',
      render: ({ marginRatio }) => <MarginRatioField value={marginRatio} isEdgeSaid={false} />,
    },
    amount('equity'),
    amount('maintenanceMargin'),
    { ...amount('accountValue'), isSpare: true },
    { key: 'scope', label: translate('accounts.scope'), isSpare: true, render: ({ key }) => key },
    {
      key: 'contracts',
      label: translate('accounts.contracts'),
      isSpare: true,
      render: ({ contracts }) => contracts.join(', '),
    },
  ];
}
