import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { LossResource } from '@backstop/contracts';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { allocationsCsvPath, lossApi } from '../../providers/lossApi.ts';
import { AllocationTable } from './result/AllocationTable.tsx';
import { LossResult } from './result/LossResult.tsx';

/** One loss: who bore it, to the last unit. */
export function LossPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  return (
    <NeedsPermission permission="loss:read" title={translate('losses.title')}>
      <LossOf key={id} id={id} />
    </NeedsPermission>
  );
}

function LossOf({ id }: { id: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['losses', 'one', id],
    queryFn: ({ signal }) => lossApi.find(id, signal),
  });
  const trail = (
    <Link component={LinkBase} to="/losses" sx={{ fontSize: '0.84rem' }}>
      {translate('losses.title')}
    </Link>
  );
  if (data === undefined) {
    return (
      <>
        <PageHeader title={translate('losses.one')} trail={trail} />
        {error === null ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeader title={translate('losses.of', { account: data.account })} trail={trail} />
      <LossResult loss={data}>
        <Allocations id={id} loss={data} />
      </LossResult>
    </>
  );
}

/** Who bears what, page by page, and the whole list as a file. */
function Allocations({ id, loss }: { id: string; loss: LossResource }) {
  const translate = useTranslate();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['losses', 'allocations', id],
    queryFn: ({ pageParam, signal }) => lossApi.allocations(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const csv = (
    <Button component="a" href={allocationsCsvPath(id)} download startIcon={<DownloadOutlined />}>
      {translate('losses.csv')}
    </Button>
  );
  return (
    <Panel title={translate('losses.allocations')} note={translate('losses.proof_note')} actions={csv} flush>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <AllocationTable
          rows={data.pages.flatMap(({ rows }) => rows)}
          loss={loss}
          onMore={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null}
        />
      )}
    </Panel>
  );
}
