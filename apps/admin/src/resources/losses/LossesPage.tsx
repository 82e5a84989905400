import WaterDropOutlined from '@mui/icons-material/WaterDropOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { LossResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { RowsTable, type Column } from '../../layout/RowsTable.tsx';
import { lossApi } from '../../providers/lossApi.ts';
import { useMay } from '../../providers/session.ts';
import { lossPath } from './lossPath.ts';

/** Losses on a page. */
const PAGE = 100;

/** What accounts could not pay, and who bore it. */
export function LossesPage() {
  const translate = useTranslate();
  const mayRun = useMay('loss:try');
  const run = mayRun ? (
    <Button variant="contained" component={LinkBase} to="/losses/new" startIcon={<WaterDropOutlined />}>
      {translate('losses.try')}
    </Button>
  ) : null;
  return (
    <NeedsPermission permission="loss:read" title={translate('losses.title')}>
      <PageHeader title={translate('losses.title')} lead={translate('losses.lead')} actions={run} />
      <Losses hint={translate(mayRun ? 'losses.none_try' : 'losses.none_others')} />
    </NeedsPermission>
  );
}

function Losses({ hint }: { hint: string }) {
  const translate = useTranslate();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['losses', 'list'],
    queryFn: ({ pageParam, signal }) => lossApi.list(PAGE, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={translate('losses.recorded')} note={translate('losses.latest_first')} flush>
      {data === undefined && error === null ? <Loading /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data !== undefined && rows.length === 0 ? <Empty title={translate('losses.none')}>{hint}</Empty> : null}
      {rows.length === 0 ? null : (
        <RowsTable
          label={translate('losses.recorded')}
          rows={rows}
          columns={columnsOf(translate)}
          keyOf={({ id }) => id ?? ''}
        />
      )}
      {hasNextPage ? (
        <Box sx={{ p: 1.5, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {translate('losses.older')}
          </Button>
        </Box>
      ) : null}
    </Panel>
  );
}

function columnsOf(translate: (key: string) => string): readonly Column<LossResource>[] {
  const column = (key: string, read: Column<LossResource>['read']): Column<LossResource> => ({
    key,
    label: translate(`losses.${key}`),
    read,
  });
  return [
    {
      ...column('at', ({ at }) => at),
      render: ({ id, at }) => (
        <Link component={LinkBase} to={lossPath(id ?? '')}>
          <InstantField value={at} />
        </Link>
      ),
    },
    column('account', ({ account }) => account),
    column('contract', ({ contract }) => contract),
    {
      ...column('deficit', ({ deficit }) => deficit?.amount ?? ''),
      align: 'right',
      render: ({ deficit }) => <MoneyField value={deficit?.amount ?? null} unit={deficit?.asset} absent="–" strong />,
    },
    {
      ...column('uncovered', ({ uncovered }) => uncovered),
      align: 'right',
      render: ({ uncovered, deficit }) => <MoneyField value={uncovered} unit={deficit?.asset} />,
    },
    { ...column('touched', ({ fairness }) => String(fairness?.touched ?? 0)), align: 'right' },
    {
      ...column('recorded_by', ({ recordedBy }) => recordedBy),
      render: ({ recordedBy }) => <PersonName id={recordedBy} />,
    },
  ];
}
