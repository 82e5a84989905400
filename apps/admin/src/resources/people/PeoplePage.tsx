import { useState } from 'react';
import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { useCatalogView } from '../../layout/useCatalogView.ts';
import { peopleApi } from '../../providers/peopleApi.ts';
import { NewPersonDialog } from './NewPersonDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PeopleToolbar } from './PeopleToolbar.tsx';

/** Who may sign in, and what each of them may do. */
export function PeoplePage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="people:manage" title={translate('people.title')}>
      <People />
    </NeedsPermission>
  );
}

function People() {
  const translate = useTranslate();
  const view = useCatalogView({ sort: 'name', order: 'asc' });
  const [isAdding, setAdding] = useState(false);
  const { offset, limit, sort, order } = view;
  const question = {
    offset,
    limit,
    sort,
    order,
    q: view.filter('q'),
    role: view.filter('role'),
    disabled: view.filter('disabled'),
  };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['people', question],
    queryFn: ({ signal }) => peopleApi.people(question, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title={translate('people.title')}
        lead={
          <>
            {translate('people.lead')}{' '}
            <Link component={LinkBase} to="/roles" underline="always">
              {translate('people.roles_link')}
            </Link>
          </>
        }
        actions={
          <Button variant="contained" startIcon={<PersonAddOutlined />} onClick={() => setAdding(true)}>
            {translate('people.add')}
          </Button>
        }
      />
      <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0 }}>
        <PeopleToolbar view={view} total={data?.total ?? null} />
        {isPending ? <Loading /> : null}
        {error === null ? null : (
          <Box sx={{ px: 2 }}>
            <Failure error={error} onRetry={() => void refetch()} />
          </Box>
        )}
        {data === undefined || error !== null ? null : (
          <PeopleTable people={data.rows} total={data.total} view={view} />
        )}
        {data?.total === 0 && error === null ? (
          <Empty title={translate('people.none')}>{translate('people.none_hint')}</Empty>
        ) : null}
      </Box>
      {isAdding ? <NewPersonDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
