import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { LiquidationSummary } from '@backstop/contracts';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { SearchField } from '../../layout/SearchField.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { liquidationApi } from '../../providers/liquidationApi.ts';
import { LiquidationTable } from './LiquidationTable.tsx';

type State = LiquidationSummary['state'];

const STATES: readonly State[] = ['open', 'done', 'ended'];

/** How old a list may be while somebody looks at it, in milliseconds. */
const LIST_AGE_MAX = 15_000;

/** Liquidations that were begun, the latest first. */
export function LiquidationsPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="loss:read" title={translate('liquidations.title')}>
      <PageHeader title={translate('liquidations.title')} lead={translate('liquidations.lead')} />
      <Liquidations />
    </NeedsPermission>
  );
}

function Liquidations() {
  const translate = useTranslate();
  const params = useSearchParams();
  const state = STATES.find((each) => each === params.get('state')) ?? null;
  const account = params.get('account') ?? '';
  const asked = { state, account: account === '' ? null : account };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['liquidations', 'list', asked],
    queryFn: ({ pageParam, signal }) => liquidationApi.list(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: LIST_AGE_MAX,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const filter = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, flex: '0 1 420px', justifyContent: 'flex-end' }}>
      <SearchField
        label={translate('liquidations.account')}
        example="a-1"
        value={account}
        onSearch={(text) => params.set({ account: text === '' ? null : text })}
      />
      <TextField
        select
        size="small"
        label={translate('liquidations.state')}
        value={state ?? 'any'}
        onChange={({ target }) => params.set({ state: target.value === 'any' ? null : target.value })}
        sx={{ minWidth: 160 }}
      >
        <MenuItem value="any">{translate('liquidations.state_any')}</MenuItem>
        {STATES.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`liquidations.state_${each}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
  return (
    <Panel title={translate('liquidations.begun')} note={translate('liquidations.latest_first')} actions={filter} flush>
      {data === undefined && error === null ? <Loading /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data !== undefined && rows.length === 0 ? (
        <Empty title={translate(state === null && account === '' ? 'liquidations.none' : 'liquidations.none_in_state')}>
          {translate('liquidations.none_hint')}
        </Empty>
      ) : null}
      {rows.length === 0 ? null : <LiquidationTable rows={rows} />}
      {hasNextPage ? (
        <Box sx={{ p: 1.5, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {translate('liquidations.older')}
          </Button>
        </Box>
      ) : null}
    </Panel>
  );
}
