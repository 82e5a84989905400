import { useState } from 'react';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { useCatalogView } from '../../layout/useCatalogView.ts';
import { peopleApi } from '../../providers/peopleApi.ts';
import { ApiKeyTable } from './ApiKeyTable.tsx';
import { ApiKeyToolbar } from './ApiKeyToolbar.tsx';
import { NewKeyDialog } from './NewKeyDialog.tsx';

/** What trading systems present instead of a password. */
export function ApiKeysPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="key:manage" title={translate('keys.title')}>
      <ApiKeys />
    </NeedsPermission>
  );
}

function ApiKeys() {
  const translate = useTranslate();
  const view = useCatalogView({ sort: 'createdAt', order: 'desc' });
  const [isAdding, setAdding] = useState(false);
  const { offset, limit, sort, order } = view;
  const question = { offset, limit, sort, order, q: view.filter('q'), status: view.filter('status') };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['api-keys', question],
    queryFn: ({ signal }) => peopleApi.keys(question, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title={translate('keys.title')}
        lead={translate('keys.lead')}
        actions={
          <Button variant="contained" startIcon={<KeyOutlined />} onClick={() => setAdding(true)}>
            {translate('keys.add')}
          </Button>
        }
      />
      <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0 }}>
        <ApiKeyToolbar view={view} total={data?.total ?? null} />
        {isPending ? <Loading /> : null}
        {error === null ? null : (
          <Box sx={{ px: 2 }}>
            <Failure error={error} onRetry={() => void refetch()} />
          </Box>
        )}
        {data === undefined || error !== null ? null : <ApiKeyTable keys={data.rows} total={data.total} view={view} />}
        {data?.total === 0 && error === null ? (
          <Empty title={translate('keys.none')}>{translate('keys.none_hint')}</Empty>
        ) : null}
      </Box>
      {isAdding ? <NewKeyDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
